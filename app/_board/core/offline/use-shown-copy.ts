'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect, useState } from 'react';
import type { CopyAnswer, CopyQuestion, ShownCopy } from './save-message.ts';
import { waitForAnswer } from './wait-for-answer.ts';

/** Milliseconds after which a page that neither arrives nor fails counts as failed. */
const PATIENCE = 30_000;

/**
 * Returns the kept copy that the service worker showed in place of this page, because the server was too slow or failed; `null`: none, or
 * no longer. Once the server answers with the page, it is read again in place.
 */
export function useShownCopy(): ShownCopy | null {
  const router = useRouter();
  const [copy, setCopy] = useState<ShownCopy | null>(null);
  useEffect(() => {
    const worker = navigator.serviceWorker?.controller;
    if (!worker) return;
    const ended = new AbortController();
    const { path, port } = askForCopy(worker);
    const readAgain = () => {
      // Without a network Next would load the whole page; `useServerAway` does that when there is one again.
      if (ended.signal.aborted || !navigator.onLine) return;
      ended.abort();
      startTransition(() => {
        router.refresh();
        // In the same transition: the note goes when the page is current.
        setCopy(null);
      });
    };
    let isAsking = false;
    const askServer = async () => {
      if (isAsking) return;
      isAsking = true;
      if (await waitForAnswer(path, ended.signal)) readAgain();
    };
    let patience = 0;
    port.onmessage = ({ data }: MessageEvent<CopyAnswer>) => {
      window.clearTimeout(patience);
      if (data === 'arrived') readAgain();
      else if (data === 'failed') askServer();
      else {
        setCopy(data);
        patience = window.setTimeout(askServer, PATIENCE);
      }
    };
    return () => {
      window.clearTimeout(patience);
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
  worker.postMessage({ ask: 'shown copy', path } satisfies CopyQuestion, [port2]);
  return { path, port: port1 };
}
