'use client';

import { useId } from 'react';
import { HUES, type Hue } from '#domain/debate/positions/position.ts';
import { Row } from '../layout/row.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { hueStyle } from './hue.ts';
import styles from './hue-choice.module.css';

interface HueChoiceProps {
  readonly chosen: Hue;
  readonly onChange: (hue: Hue) => void;
  /** Name of the form field that contains the selected colour, also before scripts have loaded. */
  readonly field?: string;
}

/** Selects a colour for a position; each has its name. */
export function HueChoice({ chosen, onChange, field }: HueChoiceProps) {
  const t = useMessages('hues');
  const name = useId();
  return (
    <Row as="fieldset">
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
    </Row>
  );
}
