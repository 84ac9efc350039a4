'use client';

import { useEffect } from 'react';
import { askToKeep, assetsAmong } from './ask-to-keep.ts';
import type { KeptSummary } from './kept-summary.ts';

/**
 * Keeps this page in the browser if `whole`, with everything it uses, so that it opens without a network. `summaryOf` returns the summary
 * of the debate it shows, if it shows one. Only in a secure context: over plain http in a room's network browsers have no service
 * workers.
 */
export function useKeptPage(whole: boolean, summaryOf: () => KeptSummary | null): void {
  useEffect(() => {
    const workers = navigator.serviceWorker;
    if (!whole || workers === undefined || process.env.NODE_ENV !== 'production') return;
    const keep = () => void askToKeep(workers, summaryOf()).catch(() => {});
    keep();
    // Later resources, for example for printing, have to be there offline too.
    const later = new PerformanceObserver((list) => {
      if (assetsAmong(list.getEntries()).length > 0) keep();
    });
    later.observe({ type: 'resource' });
    return () => later.disconnect();
  }, [whole, summaryOf]);
}
