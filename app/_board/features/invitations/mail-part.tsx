'use client';

import { useState } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Failure } from '#app/_ui/requests/call-route.ts';
import type { MailingAnswer } from '#domain/protocol/route-answers.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import manage from '../../core/forms/manage.module.css';
import type { useInvitations } from '../../core/invitations/use-invitations.ts';
import styles from './joining.module.css';
import { MailForm } from './mail-form.tsx';
import { MailedList } from './mailed-list.tsx';

interface MailPartProps {
  readonly invitations: ReturnType<typeof useInvitations>;
  /** True if new people can join the debate now. */
  readonly isOpen: boolean;
}

/** Invitations to email addresses: sending them, and the status of those sent. */
export function MailPart({ invitations, isOpen }: MailPartProps) {
  const t = useMessages('joining');
  const [outcome, setOutcome] = useState<MailingAnswer | Failure | null>(null);
  const { listed, mail, mailAgain, change } = invitations;
  if (listed === null) return null;
  const { mailed, mayMail } = listed;
  const mailing = outcome !== null && typeof outcome === 'object' && 'sent' in outcome ? outcome : null;
  return (
    <section className={manage.part}>
      <h3>{t('mails')}</h3>
      <p className={manage.hint}>{t(mayMail ? 'mailsText' : 'mailsNeedAccount')}</p>
      {!mayMail && (
        <p>
          <a href="/account">{t('toAccount')}</a>
        </p>
      )}
      {mayMail && isOpen && (
        <MailForm
          onSend={async (wanted) => {
            const done = await mail(wanted);
            setOutcome(done);
            return typeof done === 'object' && 'sent' in done ? done : null;
          }}
        />
      )}
      {mailing === null && <RejectionNote rejection={outcome as Failure | null} />}
      <div role="status">{mailing && <MailingNote mailing={mailing} />}</div>
      {mailed.length > 0 && (
        <MailedList
          mailed={mailed}
          onAgain={mayMail && isOpen ? async (id) => setOutcome(await mailAgain(id)) : null}
          onRevoke={async (id) => void (await change(id, 'revoke'))}
        />
      )}
    </section>
  );
}

/** Number of emails sent, and the addresses that were left out, with the reasons. */
function MailingNote({ mailing: { sent, unsent, leftOut } }: { mailing: MailingAnswer }) {
  const t = useMessages('joining');
  return (
    <div className={styles.mailing}>
      <p>{t('mailsSent', { sent })}</p>
      {unsent > 0 && <p>{t('mailsUnsent', { unsent })}</p>}
      {leftOut.length > 0 && (
        <>
          <p>{t('leftOut')}</p>
          <ul>
            {leftOut.map(({ written, code }) => (
              <li key={written} dir="auto">
                {t('leftOutOne', { written, code })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
