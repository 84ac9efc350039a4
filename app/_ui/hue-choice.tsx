'use client';

import { useId } from 'react';
import { HUES, type Hue } from '../../domain/debate/positions/position.ts';
import { hueStyle } from './hue.ts';
import styles from './hue-choice.module.css';
import { useMessages } from './messages/use-messages.ts';

interface HueChoiceProps {
  readonly chosen: Hue;
  readonly onChange: (hue: Hue) => void;
  /** The field of the form it is in, which then holds what is chosen, also before the scripts have come. */
  readonly field?: string;
}

/** A colour for a position, each with its name. */
export function HueChoice({ chosen, onChange, field }: HueChoiceProps) {
  const t = useMessages('hues');
  const name = useId();
  return (
    <fieldset className={styles.hues}>
      <legend>{t('colour')}</legend>
      {HUES.map((hue) => (
        <label key={hue} className={styles.hue} style={hueStyle(hue)} title={t(`hue.${hue}`)}>
          <input
            type="radio"
            name={field ?? name}
            value={hue}
            {...(field ? { defaultChecked: hue === chosen } : { checked: hue === chosen })}
            aria-label={t(`hue.${hue}`)}
            onChange={() => onChange(hue)}
          />
        </label>
      ))}
    </fieldset>
  );
}
