'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Timer } from '#domain/debate/phases/agenda.ts';
import { useBoard, useBoardStore } from '../store/board-context.tsx';
import { ServerClock } from './server-clock.ts';

const SECOND = 1_000;

/** Returns the whole seconds left, by the server's clock; below 0 time is over. `null` if there is no timer. */
export function useSecondsLeft(timer: Timer | null): number | null {
  const clock = ServerClock.of(useBoardStore());
  const ahead = useSyncExternalStore(clock.subscribe, clock.ahead, () => 0);
  const live = useBoard(({ connection }) => connection.kind === 'live');
  const [, draw] = useState(0);
  const left = timer === null ? null : 'left' in timer ? timer.left : timer.ends - Date.now() - ahead;
  const runs = timer !== null && 'ends' in timer;
  useEffect(() => {
    if (runs && live) void clock.ask();
  }, [clock, runs, live]);
  // Renders again when the next second begins, not one second after an arbitrary moment.
  useEffect(() => {
    if (!runs || left === null) return;
    const wait = window.setTimeout(
      () => draw((count) => count + 1),
      (((left % SECOND) + SECOND) % SECOND) + 10,
    );
    return () => window.clearTimeout(wait);
  });
  return left === null ? null : Math.ceil(left / SECOND);
}
