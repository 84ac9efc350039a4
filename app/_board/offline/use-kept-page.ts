'use client';

import { useEffect } from 'react';
import type { KeepMessage } from './keep-message.ts';
import type { KeptSummary } from './kept-summary.ts';

/**
 * Has the browser keep this page when `whole`, everything it uses fetched, so that it opens without a network; `summaryOf`
 * says what a list says of the debate it shows, if it shows one. Only in a
 * secure context: over plain http in a room's network browsers have no service workers.
 */
export function useKeptPage(whole: boolean, summaryOf: () => KeptSummary | null): void {
  useEffect(() => {
    const workers = navigator.serviceWorker;
    if (!whole || workers === undefined || process.env.NODE_ENV !== 'production') return;
    const keep = () => void askToKeep(workers, summaryOf()).catch(() => {});
    keep();
    // What is fetched later, for printing say, is wanted without a network too.
    const later = new PerformanceObserver((list) => {
      if (assetsAmong(list.getEntries()).length > 0) keep();
    });
    later.observe({ type: 'resource' });
    return () => later.disconnect();
  }, [whole, summaryOf]);
}

async function askToKeep(workers: ServiceWorkerContainer, debate: KeptSummary | null): Promise<void> {
  await workers.register('/offline-worker.js');
  const { active } = await workers.ready;
  const assets = assetsAmong(performance.getEntriesByType('resource'));
  const message: KeepMessage = { keep: 'page', path: window.location.pathname, assets, debate };
  active?.postMessage(message);
}

function assetsAmong(resources: readonly PerformanceEntry[]): string[] {
  return resources
    .map(({ name }) => new URL(name))
    .filter(
      ({ origin, pathname }) => origin === window.location.origin && pathname.startsWith('/_next/static/'),
    )
    .map(({ pathname }) => pathname);
}
