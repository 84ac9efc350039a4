'use client';

import { useId } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { KnownPerspectives } from './follow-perspectives.ts';
import styles from './perspectives.module.css';
import { usePerspectiveName } from './use-perspective-name.ts';

interface PerspectiveSelectProps {
  readonly label: string;
  readonly known: KnownPerspectives;
  /** The chosen one's name; empty: none. */
  readonly value: string;
  /** True if none may be chosen too. */
  readonly orNone?: boolean;
  readonly onChoose: (name: string) => void;
}

const KINDS = ['team', 'group', 'person'] as const;
const TITLES = { team: 'teams', group: 'groups', person: 'persons' } as const;

/** Chooses one of the perspectives. */
export function PerspectiveSelect({ label, known, value, orNone = false, onChoose }: PerspectiveSelectProps) {
  const t = useMessages('perspectives');
  const nameOf = usePerspectiveName();
  const id = useId();
  const choices = known === null || known === 'failed' ? [] : known.choices;
  const isListed = value === '' || value === 'own' || choices.some(({ of }) => of === value);
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {orNone && <option value="">{t('nobody')}</option>}
        {!isListed && <option value={value}>{nameOf(value)}</option>}
        {choices.some(({ of }) => of === 'everyone') && <option value="everyone">{t('everyone')}</option>}
        <option value="own">{t('own')}</option>
        {KINDS.map((kind) => {
          const own = choices.filter(({ of }) => of.startsWith(`${kind}:`));
          if (own.length === 0) return null;
          return (
            <optgroup key={kind} label={t(TITLES[kind])}>
              {own.map(({ of, people }) => (
                <option key={of} value={of} disabled={people === null && of !== value}>
                  {people === null ? t('fewVotes', { name: nameOf(of) }) : nameOf(of)}
                </option>
              ))}
            </optgroup>
          );
        })}
      </select>
    </div>
  );
}
