'use client';

import { useMemo } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Note } from '#app/_ui/layout/note.tsx';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useReaderTime } from '#app/_ui/time/use-reader-time.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { useAsk } from '../../core/commands/use-ask.ts';
import styles from '../../core/forms/console-groups.module.css';
import { useIsDebateOpen } from '../../core/status/use-is-debate-open.ts';
import { useBoard } from '../../core/store/board-context.tsx';

/** Starts and ends a meeting, and lists the records of past ones. */
export function MeetingsSection() {
  const t = useMessages('meetings');
  const { time, moment } = useReaderTime();
  const debateId = useBoard((state) => state.debateId);
  const known = useBoard(({ replica }) => replica.view.meetings);
  const meetings = useMemo(() => [...known.values()].sort((a, b) => b.from - a.from), [known]);
  const isDebateOpen = useIsDebateOpen();
  const { ask, refusal } = useAsk();
  const now = meetings.find(({ to }) => to === null);
  const ended = meetings.filter(({ to }) => to !== null);
  const address = (id: string) => `${debateAddress(debateId)}/meetings/${id}`;
  return (
    <div className={styles.groups}>
      {now ? (
        <p role="status">
          {t('goesOn', { number: now.id, time: time(now.startedAt) })}{' '}
          <a href={address(now.id)}>{t('soFar')}</a>
        </p>
      ) : (
        <p>{t(isDebateOpen ? 'none' : 'closed')}</p>
      )}
      {(now || isDebateOpen) && (
        <div className={styles.row}>
          <Button
            look={now ? 'plain' : 'primary'}
            onClick={() => ask({ type: 'meeting.setStatus', live: now === undefined })}
          >
            {t(now ? 'end' : 'begin')}
          </Button>
        </div>
      )}
      <RejectionNote rejection={refusal} />
      {ended.length > 0 && (
        <section className={styles.part}>
          <h3>{t('list')}</h3>
          <ul className={styles.list}>
            {ended.map(({ id, startedAt }) => (
              <li key={id}>
                <a href={address(id)}>{t('record', { number: id })}</a>{' '}
                <Note as="span">{moment(startedAt)}</Note>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
