'use client';

import { useEffect } from 'react';
import { askToKeep, assetsAmong } from './ask-to-keep.ts';

/**
 * Has the browser keep this page when `whole`, everything it uses fetched, so that it opens without a network. Only in a
 * secure context: over plain http in a room's network browsers have no service workers.
 */
export function useKeptPage(whole: boolean): void {
  useEffect(() => {
    const workers = navigator.serviceWorker;
    if (!whole || workers === undefined || process.env.NODE_ENV !== 'production') return;
    const keep = () => void askToKeep(workers).catch(() => {});
    keep();
    // What is fetched later, for printing say, is wanted without a network too.
    const later = new PerformanceObserver((list) => {
      if (assetsAmong(list.getEntries()).length > 0) keep();
    });
    later.observe({ type: 'resource' });
    return () => later.disconnect();
  }, [whole]);
}
