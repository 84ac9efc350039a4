'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { forgetEverything } from '../../_board/core/offline/forget-everything.ts';
import { callRoute } from '../requests/call-route.ts';

/** Milliseconds until the first request: the page's own content comes first. */
const FIRST = 2_000;
/** Milliseconds between requests while the page is visible. */
const AGAIN = 60_000;

/** Last count on this page. */
let known = 0;
const shown = new Set<() => void>();
/** Ends the regular requests; `null` while nothing on this page asks. */
let stop: (() => void) | null = null;
let asking = 0;

/** Counts again after notifications were read on this page; not if there were none. */
export function countUnread(): void {
  if (known > 0 && stop !== null) void count();
}

/**
 * Returns the number of unread notifications, the same wherever it is shown on this page; 0 until it is known, and if it can't be requested.
 * If the answer says that nobody is signed in any longer, the browser forgets what it kept.
 */
export function useUnread(asks: boolean): number {
  useEffect(() => (asks ? askRegularly() : undefined), [asks]);
  return useSyncExternalStore(
    subscribe,
    () => known,
    () => 0,
  );
}

function subscribe(listener: () => void): () => void {
  shown.add(listener);
  return () => shown.delete(listener);
}

async function count(): Promise<void> {
  if (document.visibilityState !== 'visible' || !navigator.onLine) return;
  const answer = await callRoute('GET /api/notes/count');
  if (answer === 'unreachable' || !answer.ok) return;
  const { unread, personId } = answer;
  known = unread;
  for (const listener of shown) listener();
  // The sign-in of this page has ended elsewhere.
  if (personId === null) await forgetEverything();
}

/** Asks from time to time, once for all that show the count. */
function askRegularly(): () => void {
  asking += 1;
  stop ??= startAsking();
  return () => {
    asking -= 1;
    if (asking > 0) return;
    stop?.();
    stop = null;
  };
}

function startAsking(): () => void {
  const first = window.setTimeout(count, FIRST);
  const again = window.setInterval(count, AGAIN);
  document.addEventListener('visibilitychange', count);
  // Back from the inbox by the browser's own button: the page is restored as it was left.
  window.addEventListener('pageshow', count);
  return () => {
    window.clearTimeout(first);
    window.clearInterval(again);
    document.removeEventListener('visibilitychange', count);
    window.removeEventListener('pageshow', count);
  };
}
