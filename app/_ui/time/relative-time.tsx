'use client';

import { useSyncExternalStore } from 'react';
import { useFormatter } from 'use-intl/react';
import { readerZone } from './reader-zone.ts';

/** Milliseconds after which shown times are updated. */
const TICK = 30_000;

let now = 0;
let timer = 0;
const listeners = new Set<() => void>();

interface RelativeTimeProps {
  readonly at: number;
  /** In abbreviated units. */
  readonly short?: boolean;
}

/** How long ago something was; before scripts run, and without them, its date. */
export function RelativeTime({ at, short = false }: RelativeTimeProps) {
  const format = useFormatter();
  const present = useSyncExternalStore(
    subscribe,
    () => now,
    () => 0,
  );
  const date = new Date(at);
  const full = format.dateTime(date, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: present === 0 ? 'UTC' : readerZone(),
  });
  const said =
    present === 0
      ? format.dateTime(date, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
      : format.relativeTime(Math.min(at, present), { now: present, style: short ? 'short' : 'long' });
  return (
    <time dateTime={date.toISOString()} title={full}>
      {said}
    </time>
  );
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = Date.now();
    timer = window.setInterval(tick, TICK);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.clearInterval(timer);
  };
}

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}
