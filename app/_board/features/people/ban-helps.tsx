'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import styles from '../../core/forms/manage.module.css';
import { useBoard } from '../../core/store/board-context.tsx';

/** Additional measures against a banned person who returns as a new guest. */
export interface Helps {
  readonly accounts: boolean;
  readonly newcomers: boolean;
}

export const NO_HELP: Helps = { accounts: false, newcomers: false };

/** Returns the measures that the debate doesn't take yet. */
export function useMissingHelps(): Helps {
  const settings = useBoard(({ replica }) => replica.view.head?.settings);
  if (!settings) return NO_HELP;
  return { accounts: !settings.accounts, newcomers: settings.approval.length === 0 };
}

/** Returns the settings of the debate that change with a ban. */
export function helpingOperations({ accounts, newcomers }: Helps): Operation[] {
  return [
    ...(accounts ? [{ type: 'debate.configure', accounts: true } as const] : []),
    ...(newcomers ? [{ type: 'debate.configure', approval: ['newcomer'] } as const] : []),
  ];
}

interface BanHelpsProps {
  readonly helps: Helps;
  /** The measures to offer. */
  readonly missing: Helps;
  readonly onChange: (helps: Helps) => void;
}

/** Says that a ban affects a guest only as long as their cookies, and offers stronger measures. */
export function BanHelps({ helps, missing, onChange }: BanHelpsProps) {
  const t = useMessages('managedPeople');
  return (
    <fieldset className={styles.choices}>
      <legend>{t('banHelps')}</legend>
      <p className={styles.hint}>{t('banHelpsText')}</p>
      {missing.accounts && (
        <label>
          <input
            type="checkbox"
            checked={helps.accounts}
            onChange={({ target }) => onChange({ ...helps, accounts: target.checked })}
          />
          {t('banAccounts')}
        </label>
      )}
      {missing.newcomers && (
        <label>
          <input
            type="checkbox"
            checked={helps.newcomers}
            onChange={({ target }) => onChange({ ...helps, newcomers: target.checked })}
          />
          {t('banNewcomers')}
        </label>
      )}
      <p className={styles.hint}>{t('banCode')}</p>
    </fieldset>
  );
}
