'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect, useState } from 'react';
import type { CopyQuestion, ShownCopy } from './save-message.ts';

/**
 * Returns the kept copy that the service worker showed in place of this page, because the server was too slow; `null`: none, or no longer.
 * When the page itself has arrived in the service worker, it is read again in place.
 */
export function useShownCopy(): ShownCopy | null {
  const router = useRouter();
  const [copy, setCopy] = useState<ShownCopy | null>(null);
  useEffect(() => {
    const worker = navigator.serviceWorker?.controller;
    if (!worker) return;
    let isCopy = false;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<ShownCopy | null>) => {
      if (data !== null || !isCopy) {
        isCopy = data !== null;
        return setCopy(data);
      }
      startTransition(() => {
        router.refresh();
        // In the same transition: the note goes when the page is current.
        setCopy(null);
      });
    };
    worker.postMessage({ ask: 'copy', path: window.location.pathname } satisfies CopyQuestion, [port2]);
    return () => port1.close();
  }, [router]);
  return copy;
}
