'use client';

import { useEffect } from 'react';
import { assetsAmong, requestSave } from './request-save.ts';
import type { SavedSummary } from './saved-summary.ts';

/**
 * Keeps this page in the browser if `whole`, with everything it uses, so that it opens without a network. `summaryOf` returns the summary
 * of the debate it shows, if it shows one. Only in a secure context: over plain http in a room's network browsers have no service
 * workers.
 */
export function useSavePage(whole: boolean, summaryOf: () => SavedSummary | null): void {
  useEffect(() => {
    const workers = navigator.serviceWorker;
    if (!whole || workers === undefined || process.env.NODE_ENV !== 'production') return;
    const keep = () => void requestSave(workers, summaryOf()).catch(() => {});
    keep();
    // Later resources, for example for printing, have to be there offline too.
    const later = new PerformanceObserver((list) => {
      if (assetsAmong(list.getEntries()).length > 0) keep();
    });
    later.observe({ type: 'resource' });
    return () => later.disconnect();
  }, [whole, summaryOf]);
}
