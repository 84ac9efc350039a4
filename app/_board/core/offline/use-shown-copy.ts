'use client';

import { useEffect, useState } from 'react';
import type { CopyQuestion, ShownCopy } from './save-message.ts';

/** Returns the kept copy that the service worker showed in place of this page, because the server was too slow; `null`: none. */
export function useShownCopy(): ShownCopy | null {
  const [copy, setCopy] = useState<ShownCopy | null>(null);
  useEffect(() => {
    const worker = navigator.serviceWorker?.controller;
    if (!worker) return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<ShownCopy | null>) => setCopy(data);
    worker.postMessage({ ask: 'copy', path: window.location.pathname } satisfies CopyQuestion, [port2]);
    return () => port1.close();
  }, []);
  return copy;
}
