'use client';

import { useId } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './news.module.css';

/** Moment since which news is wanted. */
export type Chosen =
  | { readonly kind: 'unseen' | 'visit' | 'meeting' }
  | { readonly kind: 'date'; readonly day: string; readonly at: number };

interface SinceChoiceProps {
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

/** Chooses the moment: the read marks, the last visit, the last meeting, or a day. */
export function SinceChoice({ chosen, onChoose }: SinceChoiceProps) {
  const t = useMessages('unread');
  const id = useId();
  const hasMet = useBoard(({ replica }) => replica.view.meetings.size > 0);
  const startedOn = useBoard(({ replica }) => replica.view.head?.createdAt ?? 0);
  const kinds = (['unseen', 'visit', 'meeting', 'date'] as const).filter(
    (kind) => kind !== 'meeting' || hasMet,
  );
  const onDay = (day: string) => onChoose({ kind: 'date', day, at: dayBegins(day) });
  return (
    <div className={styles.since}>
      <label htmlFor={id}>{t('since')}</label>
      <select
        id={id}
        value={chosen.kind}
        onChange={({ target }) => {
          const kind = target.value as Chosen['kind'];
          if (kind === 'date') onDay(dayOf(startedOn));
          else onChoose({ kind });
        }}
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(kind)}
          </option>
        ))}
      </select>
      {chosen.kind === 'date' && (
        <input
          type="date"
          aria-label={t('dateLabel')}
          value={chosen.day}
          onChange={({ target }) => target.value && onDay(target.value)}
        />
      )}
    </div>
  );
}

/** A day begins in the reader's time zone. */
function dayBegins(day: string): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date).getTime();
}

function dayOf(at: number): string {
  const day = new Date(at);
  const two = (number: number) => `${number}`.padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
