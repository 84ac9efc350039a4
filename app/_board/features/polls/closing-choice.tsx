'use client';

import { useEffect } from 'react';
import { Field } from '#app/_ui/field.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { type Check, isText } from '#app/_ui/read-stored.ts';
import { ServerClock } from '../../core/clock/server-clock.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import type { BoardStore } from '../../core/store/board-store.ts';

/** Minutes until a poll closes, by the choice; null: when a moderator closes it. */
const CLOSES = { never: null, m5: 5, m15: 15, m60: 60, d1: 1_440, d7: 10_080 } as const;
export type Closes = keyof typeof CLOSES;

/** True if a stored value is one of the choices. */
export const isCloses: Check<Closes> = (value): value is Closes => isText(value) && value in CLOSES;

/** The server time at which a poll closes by this choice; null: none. */
export function closingTime(store: BoardStore, closes: Closes): number | null {
  const minutes = CLOSES[closes];
  return minutes === null ? null : Math.round(Date.now() + ServerClock.of(store).ahead()) + minutes * 60_000;
}

/** Option for when a poll closes. Asks for the server's time, from which `closingTime` counts. */
export function ClosingChoice({ chosen, onChoose }: { chosen: Closes; onChoose: (closes: Closes) => void }) {
  const t = useMessages('pollForms');
  const clock = ServerClock.of(useBoardStore());
  const live = useBoard(({ connection }) => connection.kind === 'live');
  useEffect(() => {
    if (live) void clock.ask();
  }, [clock, live]);
  return (
    <Field label={t('closing')} hint={chosen === 'never' ? undefined : t('closingHint')}>
      {(tie) => (
        <select {...tie} value={chosen} onChange={({ target }) => onChoose(target.value as Closes)}>
          {Object.keys(CLOSES).map((choice) => (
            <option key={choice} value={choice}>
              {t(`closes.${choice as Closes}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
