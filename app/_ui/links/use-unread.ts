'use client';

import { useEffect, useState } from 'react';
import { forgetEverything } from '../../_board/core/offline/forget-everything.ts';
import { callRoute } from '../requests/call-route.ts';

/** Milliseconds until the first request: the page's own content comes first. */
const FIRST = 2_000;
/** Milliseconds between requests while the page is visible. */
const AGAIN = 60_000;

/** Last count on this page, shown when a bell is rendered again. */
let known = 0;
const counts = new Set<() => void>();

/** Counts again after notifications were read on this page; not if there were none. */
export function countUnread(): void {
  if (known === 0) return;
  for (const count of counts) count();
}

/**
 * Returns the number of unread notifications; 0 until it is known, and if it can't be requested. If the answer says that nobody is signed
 * in any longer, the browser forgets what it kept.
 */
export function useUnread(asks: boolean): number {
  const [unread, setUnread] = useState(known);
  useEffect(() => {
    if (!asks) return;
    const ask = async () => {
      if (document.visibilityState !== 'visible' || !navigator.onLine) return;
      const answer = await callRoute('GET /api/notes/count');
      if (answer === 'unreachable' || !answer.ok) return;
      const { unread, personId } = answer;
      known = unread;
      setUnread(unread);
      // The sign-in of this page has ended elsewhere.
      if (personId === null) await forgetEverything();
    };
    const first = window.setTimeout(ask, FIRST);
    const again = window.setInterval(ask, AGAIN);
    document.addEventListener('visibilitychange', ask);
    counts.add(ask);
    // Back from the inbox by the browser's own button: the page is restored as it was left.
    window.addEventListener('pageshow', ask);
    return () => {
      window.clearTimeout(first);
      window.clearInterval(again);
      document.removeEventListener('visibilitychange', ask);
      counts.delete(ask);
      window.removeEventListener('pageshow', ask);
    };
  }, [asks]);
  return unread;
}
