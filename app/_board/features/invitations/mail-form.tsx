'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Field } from '#app/_ui/field.tsx';
import { Stack } from '#app/_ui/layout/stack.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { MailingAnswer } from '#domain/protocol/route-answers.ts';
import { CharacterCount } from '../../core/forms/character-count.tsx';
import { Choice } from '../../core/forms/choice.tsx';
import manage from '../../core/forms/manage.module.css';
import type { WantedMails } from '../../core/invitations/use-invitations.ts';
import { useRoleOptions } from './use-role-options.ts';

/** Form for email invitations. Addresses that were left out stay in the field for correction. */
export function MailForm({ onSend }: { onSend: (wanted: WantedMails) => Promise<MailingAnswer | null> }) {
  const t = useMessages('joining');
  const roles = useRoleOptions();
  const [wanted, setWanted] = useState<WantedMails>({ role: 'debater', holds: 'week', to: '', note: '' });
  const [busy, setBusy] = useState(false);
  const choose = (part: Partial<WantedMails>) => setWanted((before) => ({ ...before, ...part }));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const mailing = await onSend(wanted);
    setBusy(false);
    if (mailing) choose({ to: mailing.leftOut.map(({ written }) => written).join('\n') });
  };
  return (
    <Stack as="form" gap={3} onSubmit={send}>
      <Field label={t('addresses')} hint={t('addressesHint')}>
        {(tie) => (
          <textarea
            {...tie}
            required
            rows={3}
            dir="auto"
            spellCheck={false}
            autoCapitalize="off"
            value={wanted.to}
            onChange={({ target }) => choose({ to: target.value })}
          />
        )}
      </Field>
      <Choice
        label={t('newRole')}
        chosen={wanted.role}
        options={roles}
        onChoose={(role) => choose({ role })}
      />
      <Field label={t('newHolds')}>
        {(tie) => (
          <select
            {...tie}
            value={wanted.holds}
            onChange={({ target }) => choose({ holds: target.value as WantedMails['holds'] })}
          >
            {(['day', 'week', 'month'] as const).map((holds) => (
              <option key={holds} value={holds}>
                {t(holds)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('note')} hint={t('noteHint')}>
        {(tie) => (
          <>
            <textarea
              {...tie}
              rows={2}
              dir="auto"
              value={wanted.note}
              onChange={({ target }) => choose({ note: target.value })}
            />
            <CharacterCount text={wanted.note} limit={LIMITS.invitationNoteCharacters} />
          </>
        )}
      </Field>
      <div className={manage.row}>
        <Button look="primary" type="submit" unavailable={busy}>
          {t(busy ? 'sending' : 'sendMails')}
        </Button>
      </div>
    </Stack>
  );
}
