'use client';

import { useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import styles from './poll-forms.module.css';

interface PointsFormProps {
  readonly options: readonly string[];
  readonly budget: number;
  readonly last: readonly number[];
  readonly onAnswer: (points: readonly number[]) => void;
}

/** Spends points on options, with buttons or typed. */
export function PointsForm({ options, budget, last, onAnswer }: PointsFormProps) {
  const t = useMessages('pollForms');
  const [points, setPoints] = useState<readonly number[]>(() => options.map((_, at) => last[at] ?? 0));
  const spent = points.reduce((sum, own) => sum + own, 0);
  const rest = budget - spent;
  const give = (option: number, wanted: number) => {
    const own = points[option] ?? 0;
    const most = own + rest;
    setPoints(points.with(option, Math.max(0, Math.min(most, Math.round(wanted) || 0))));
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (spent > 0) onAnswer(points);
      }}
    >
      <p className={styles.legend} role="status">
        {t('pointsLeft', { rest, budget })}
      </p>
      <ul className={styles.rows}>
        {options.map((option, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an option has no id but its index.
          <li key={at} className={styles.spend}>
            <span className={styles.optionName} dir="auto">
              {option}
            </span>
            <Button
              aria-label={t('less', { option })}
              unavailable={(points[at] ?? 0) === 0}
              onClick={() => give(at, (points[at] ?? 0) - 1)}
            >
              −
            </Button>
            <input
              type="number"
              inputMode="numeric"
              min={0}
              max={budget}
              aria-label={t('pointsFor', { option })}
              placeholder="0"
              value={points[at] || ''}
              onChange={({ target }) => give(at, Number(target.value))}
            />
            <Button
              aria-label={t('more', { option })}
              unavailable={rest === 0}
              onClick={() => give(at, (points[at] ?? 0) + 1)}
            >
              +
            </Button>
          </li>
        ))}
      </ul>
      <Button type="submit" look="primary" disabled={spent === 0}>
        {t('send')}
      </Button>
    </form>
  );
}
