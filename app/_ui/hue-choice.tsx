'use client';

import { useId } from 'react';
import { HUES, type Hue } from '../../domain/debate/state.ts';
import { hueStyle } from './hue.ts';
import styles from './hue-choice.module.css';
import { useMessages } from './messages/use-messages.ts';

/** A colour for a position, each with its name. */
export function HueChoice({ chosen, onChange }: { chosen: Hue; onChange: (hue: Hue) => void }) {
  const t = useMessages('hues');
  const name = useId();
  return (
    <fieldset className={styles.hues}>
      <legend>{t('colour')}</legend>
      {HUES.map((hue) => (
        <label key={hue} className={styles.hue} style={hueStyle(hue)} title={t('hue', { hue })}>
          <input
            type="radio"
            name={name}
            checked={hue === chosen}
            aria-label={t('hue', { hue })}
            onChange={() => onChange(hue)}
          />
        </label>
      ))}
    </fieldset>
  );
}
