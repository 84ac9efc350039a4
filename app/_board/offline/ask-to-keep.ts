import type { KeepMessage } from './keep-message.ts';
import type { KeptSummary } from './kept-summary.ts';

/** Has the service worker keep this page with everything it uses, if there is one, and what a list says of its debate. */
export async function askToKeep(workers: ServiceWorkerContainer, debate: KeptSummary | null): Promise<void> {
  await workers.register('/offline-worker.js');
  const { active } = await workers.ready;
  const assets = assetsAmong(performance.getEntriesByType('resource'));
  const message: KeepMessage = { keep: 'page', path: window.location.pathname, assets, debate };
  active?.postMessage(message);
}

/** The scripts and styles among what a page has fetched. */
export function assetsAmong(resources: readonly PerformanceEntry[]): string[] {
  return resources
    .map(({ name }) => new URL(name))
    .filter(
      ({ origin, pathname }) => origin === window.location.origin && pathname.startsWith('/_next/static/'),
    )
    .map(({ pathname }) => pathname);
}
