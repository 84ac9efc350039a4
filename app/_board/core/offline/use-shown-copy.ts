'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect, useState } from 'react';
import type { CopyQuestion, ShownCopy } from './save-message.ts';

/**
 * Returns the kept copy that the service worker showed in place of this page, because the server was too slow; `null`: none, or no longer.
 * As soon as the server answers, the page is read again in place.
 */
export function useShownCopy(): ShownCopy | null {
  const router = useRouter();
  const [copy, setCopy] = useState<ShownCopy | null>(null);
  useEffect(() => {
    const worker = navigator.serviceWorker?.controller;
    if (!worker) return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<ShownCopy | null>) => setCopy(data);
    worker.postMessage({ ask: 'copy', path: window.location.pathname } satisfies CopyQuestion, [port2]);
    return () => port1.close();
  }, []);
  useEffect(() => {
    if (copy === null) return;
    const leaving = new AbortController();
    const readAgain = () =>
      startTransition(() => {
        router.refresh();
        // In the same transition: the note goes when the page is current.
        setCopy(null);
      });
    serverAnswers(leaving.signal).then((answers) => answers && readAgain());
    return () => leaving.abort();
  }, [copy, router]);
  return copy;
}

/** Waits for the server as long as it takes; false if it is unreachable: then the page is loaded again when it is back. */
async function serverAnswers(signal: AbortSignal): Promise<boolean> {
  try {
    return (await fetch('/healthz', { cache: 'no-store', signal })).ok;
  } catch {
    return false;
  }
}
