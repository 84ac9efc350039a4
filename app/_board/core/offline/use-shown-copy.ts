'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect, useState } from 'react';
import type { CopyAnswer, CopyQuestion, ShownCopy } from './save-message.ts';

/** Milliseconds before the page is asked for again, at first and at most: each time it takes twice as long. */
const AGAIN = { first: 5_000, most: 60_000 };

/**
 * Returns the kept copy that the service worker showed in place of this page, because the server was too slow; `null`: none, or no longer.
 * When the page itself has arrived in the service worker, it is read again in place. If it never does, it is asked for until it is there.
 */
export function useShownCopy(): ShownCopy | null {
  const router = useRouter();
  const [copy, setCopy] = useState<ShownCopy | null>(null);
  useEffect(() => {
    const worker = navigator.serviceWorker?.controller;
    if (!worker) return;
    const ended = new AbortController();
    const { path, port } = askForCopy(worker);
    const readAgain = () =>
      startTransition(() => {
        router.refresh();
        // In the same transition: the note goes when the page is current.
        setCopy(null);
      });
    port.onmessage = async ({ data }: MessageEvent<CopyAnswer>) => {
      if (data === 'none') setCopy(null);
      else if (data === 'arrived' || (data === 'failed' && (await isThere(path, ended.signal)))) readAgain();
      else if (data !== 'failed') setCopy(data);
    };
    return () => {
      ended.abort();
      port.close();
    };
  }, [router]);
  return copy;
}

/** Asks the service worker whether the page was opened from a copy; answers arrive at the port. */
function askForCopy(worker: ServiceWorker): { path: string; port: MessagePort } {
  const { pathname: path } = window.location;
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ ask: 'copy', path } satisfies CopyQuestion, [port2]);
  return { path, port: port1 };
}

/** Asks the server for a page until it answers with it; `false`: the wait was ended before. */
async function isThere(path: string, ended: AbortSignal): Promise<boolean> {
  for (let wait = AGAIN.first; !ended.aborted; wait = Math.min(2 * wait, AGAIN.most)) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (!ended.aborted && (await answers(path, ended))) return true;
  }
  return false;
}

async function answers(path: string, signal: AbortSignal): Promise<boolean> {
  try {
    const { ok } = await fetch(path, { method: 'HEAD', cache: 'no-store', signal });
    return ok;
  } catch {
    return false;
  }
}
