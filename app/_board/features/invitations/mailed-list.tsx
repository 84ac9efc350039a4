'use client';

import { useRef, useState } from 'react';
import { useFormatter } from 'use-intl/react';
import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { readerZone } from '#app/_ui/time/reader-zone.ts';
import type { Mailed } from '#domain/protocol/route-answers.ts';
import { showRest } from '../../core/focus/show-rest.ts';
import { useFocusAfterAct } from '../../core/focus/use-focus-after-act.ts';
import styles from './joining.module.css';

/** Maximum number of addresses before "show all". */
const SHOWN = 30;

interface MailedListProps {
  readonly mailed: readonly Mailed[];
  /** Sends an email again; `null` if no emails are sent now. */
  readonly onAgain: ((id: string) => Promise<void>) | null;
  readonly onRevoke: (id: string) => Promise<void>;
}

/** The people invited by email, and the status of each. */
export function MailedList({ mailed, onAgain, onRevoke }: MailedListProps) {
  const t = useMessages('joining');
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  return (
    <>
      <h4 className={styles.listTitle}>{t('mailedList')}</h4>
      <ul ref={list} className={styles.cards}>
        {(all ? mailed : mailed.slice(0, SHOWN)).map((one) => (
          <MailedLine key={one.id} one={one} onAgain={onAgain} onRevoke={onRevoke} />
        ))}
      </ul>
      {!all && mailed.length > SHOWN && (
        <div>
          <Button onClick={() => showRest(list, () => setAll(true))}>
            {t('showAllMailed', { count: mailed.length })}
          </Button>
        </div>
      )}
    </>
  );
}

function MailedLine({ one, onAgain, onRevoke }: Omit<MailedListProps, 'mailed'> & { one: Mailed }) {
  const t = useMessages('joining');
  const format = useFormatter();
  const [busy, setBusy] = useState(false);
  const { id, email, role, state, expiresAt } = one;
  const date = format.dateTime(expiresAt, { dateStyle: 'medium', timeZone: readerZone() });
  // One address may have several invitations, with different roles.
  const named = { email, role: t('mailedRole', { role }), state: t('mailState', { state, date }) };
  const line = useRef<HTMLLIElement>(null);
  const running = useFocusAfterAct(line, state);
  const run = async (act: (id: string) => Promise<void>) => {
    running();
    setBusy(true);
    await act(id);
    setBusy(false);
  };
  return (
    <li ref={line} tabIndex={-1} className={styles.mailed} data-state={state}>
      <span className={styles.email} dir="ltr">
        {email}
      </span>
      <span className={styles.facts}>
        {named.role} · {named.state}
      </span>
      <span className={styles.acts}>
        {onAgain && state !== 'joined' && (
          <Button
            size="small"
            look="quiet"
            unavailable={busy}
            aria-label={t('mailAgainTo', named)}
            onClick={() => run(onAgain)}
          >
            {t('mailAgain')}
          </Button>
        )}
        {(state === 'sent' || state === 'unsent') && (
          <Button
            size="small"
            look="quiet"
            unavailable={busy}
            aria-label={t('mailRevokeOf', named)}
            onClick={() => run(onRevoke)}
          >
            {t('revoke')}
          </Button>
        )}
      </span>
    </li>
  );
}
