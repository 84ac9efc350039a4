'use client';

import type { Relation } from '../../../domain/debate/records/link.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { BearingSign } from './bearing-sign.tsx';
import styles from './relation-toggle.module.css';

interface RelationToggleProps {
  /** Null: none is chosen yet. */
  readonly relation: Relation | null;
  readonly onChange: (relation: Relation) => void;
}

/** For or against. */
export function RelationToggle({ relation, onChange }: RelationToggleProps) {
  const t = useMessages('claim');
  return (
    <fieldset className={styles.toggle} aria-label={t('relationLabel')}>
      {(['support', 'attack'] as const).map((choice) => (
        <button
          key={choice}
          type="button"
          className={styles[choice]}
          aria-pressed={relation === choice}
          onClick={() => onChange(choice)}
        >
          <BearingSign bearing={choice} />
          {t(choice)}
        </button>
      ))}
    </fieldset>
  );
}
