'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Field } from '#app/_ui/field.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { Choice } from '../../core/forms/choice.tsx';
import manage from '../../core/forms/manage.module.css';
import type { WantedInvitation } from '../../core/invitations/use-invitations.ts';
import { useRoleOptions } from './use-role-options.ts';

/** Form for a new link or code. */
export function NewInvitation({ onMake }: { onMake: (wanted: WantedInvitation) => Promise<boolean> }) {
  const t = useMessages('joining');
  const roles = useRoleOptions();
  const [wanted, setWanted] = useState<WantedInvitation>({
    kind: 'code',
    role: 'debater',
    holds: 'day',
    limit: null,
  });
  const [busy, setBusy] = useState(false);
  const choose = (part: Partial<WantedInvitation>) => setWanted({ ...wanted, ...part });
  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    await onMake(wanted);
    setBusy(false);
  };
  return (
    <form className={manage.part} onSubmit={make}>
      <h3>{t('new')}</h3>
      <Choice
        label={t('newKind')}
        chosen={wanted.kind}
        options={[
          ['code', t('aCode')],
          ['link', t('aLink')],
        ]}
        onChoose={(kind) => choose({ kind })}
      />
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
            onChange={({ target }) => choose({ holds: target.value as WantedInvitation['holds'] })}
          >
            {(['day', 'week', 'month', 'open'] as const).map((holds) => (
              <option key={holds} value={holds}>
                {t(holds)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('newLimit')} hint={t('newLimitHint')}>
        {(tie) => (
          <input
            {...tie}
            type="number"
            inputMode="numeric"
            min={1}
            max={100_000}
            value={wanted.limit ?? ''}
            onChange={({ target }) => choose({ limit: target.value === '' ? null : target.valueAsNumber })}
          />
        )}
      </Field>
      <div className={manage.row}>
        <Button look="primary" type="submit" unavailable={busy}>
          {t('make')}
        </Button>
      </div>
    </form>
  );
}
