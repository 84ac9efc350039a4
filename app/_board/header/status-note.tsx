'use client';

import { useState } from 'react';
import { GRACE } from '#domain/debate/engine/limits.ts';
import type { Status } from '#domain/debate/head/head.ts';
import type { QuietEnd } from '#domain/debate/settings/quiet.ts';
import { Button } from '../../_ui/button/button.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useReaderTime } from '../../_ui/time/use-reader-time.ts';
import { useMay } from '../core/claims/use-claim.ts';
import { useSubmit } from '../core/commands/join-context.tsx';
import { useBoard } from '../core/store/board-context.tsx';
import { GroupLink } from '../features/groups/group-strip.tsx';
import styles from './header.module.css';

/** Says that the debate is read-only, and why, or will be; with a way back for people who may reopen it. */
export function StatusNote({ quietEnd }: { readonly quietEnd: QuietEnd | null }) {
  const t = useMessages('status');
  const groups = useMessages('groups');
  const { day } = useReaderTime();
  const submit = useSubmit();
  const head = useBoard(({ replica }) => replica.view.head);
  const mayOpen = useMay('debate.setStatus');
  const seq = useBoard(({ replica }) => replica.view.seq);
  // Anything written since the page was made cancels it.
  const [opened] = useState(seq);
  const end = seq === opened ? quietEnd : null;
  if (!head || (head.status === 'open' && !head.deleted && end === null)) return null;
  if (head.deleted) {
    const date = day(head.statusChangedAt + GRACE);
    return (
      <p className={styles.statusNote}>
        {t('isDeleted', { date })}{' '}
        <Button size="small" onClick={() => submit([{ type: 'debate.delete', deleted: false }])}>
          {t('restoreDebate')}
        </Button>
      </p>
    );
  }
  const { closed } = head.restrictions ?? {};
  const isGroup = head.plenary !== null;
  return (
    <p className={styles.statusNote}>
      {closed
        ? t('isClosedByAdministrator')
        : head.status === 'open'
          ? null
          : isGroup
            ? groups('hasEnded')
            : t(head.status === 'closed' ? 'isClosed' : 'isArchived')}{' '}
      {end && t(endSentence(end, head.status), { date: day(end.at) })}{' '}
      {closed && closed.reason !== '' && <span dir="auto">{t('theReason', { reason: closed.reason })}</span>}
      {mayOpen && !closed && head.status !== 'open' && !isGroup && (
        <Button size="small" onClick={() => submit([{ type: 'debate.setStatus', status: 'open' }])}>
          {t('open')}
        </Button>
      )}
      {isGroup && <GroupLink />}
    </p>
  );
}

function endSentence({ what }: QuietEnd, status: Status): 'expires' | 'isQuiet' | 'isClosedQuiet' {
  if (what === 'delete') return 'expires';
  return status === 'closed' ? 'isClosedQuiet' : 'isQuiet';
}
