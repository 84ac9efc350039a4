'use client';

import { useEffect, useState } from 'react';

/** Milliseconds between looks whether the server is back. */
const LOOK_EVERY = 5_000;

/** Milliseconds after which a server that does not answer counts as away. */
const PATIENCE = 5_000;

/**
 * Whether the server is away. A page that came over the network knows that it was not; one that a service worker gave may
 * have been kept, and asks. When the server is back the page is loaded anew: what it shows is as old as when it was kept.
 */
export function useServerAway(): boolean {
  const [isAway, setIsAway] = useState(false);
  useEffect(() => {
    let timer = 0;
    let ended = false;
    const look = async () => {
      window.clearTimeout(timer);
      const away = !(navigator.onLine && (await answers()));
      if (ended) return;
      setIsAway(away);
      if (away) timer = window.setTimeout(look, LOOK_EVERY);
    };
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    if (!navigator.onLine || navigator.serviceWorker?.controller) void look();
    return () => {
      ended = true;
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
