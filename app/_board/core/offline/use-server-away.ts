'use client';

import { useEffect, useState } from 'react';

/** Milliseconds between checks whether the server is back. */
const LOOK_EVERY = 5_000;

/** Milliseconds after which a server that does not answer counts as away. */
const PATIENCE = 5_000;

/**
 * True if the server is unreachable. A page that came over the network knows that it was reachable; one from a service worker may be a
 * kept copy, and checks. When the server is back the page is reloaded: its content is as old as the copy.
 */
export function useServerAway(): boolean {
  const [isAway, setIsAway] = useState(false);
  useEffect(() => {
    let timer = 0;
    let latest = new AbortController();
    const look = async () => {
      window.clearTimeout(timer);
      // An answer to an earlier check may arrive after the network is lost: it no longer counts.
      latest.abort();
      latest = new AbortController();
      const { signal } = latest;
      const away = !(navigator.onLine && (await answers()));
      if (signal.aborted) return;
      setIsAway(away);
      if (away) timer = window.setTimeout(look, LOOK_EVERY);
    };
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    if (!navigator.onLine || navigator.serviceWorker?.controller) void look();
    return () => {
      latest.abort();
      window.clearTimeout(timer);
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return useReloadWhenBack(isAway);
}

function useReloadWhenBack(isAway: boolean): boolean {
  const [wasAway, setWasAway] = useState(false);
  useEffect(() => {
    if (isAway) setWasAway(true);
    else if (wasAway) window.location.reload();
  }, [isAway, wasAway]);
  return isAway || wasAway;
}

async function answers(): Promise<boolean> {
  try {
    const { ok } = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
    return ok;
  } catch {
    return false;
  }
}
