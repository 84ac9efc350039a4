import type { SaveMessage } from './save-message.ts';
import type { SavedSummary } from './saved-summary.ts';

/** Asks the service worker, if there is one, to keep this page with everything it uses, and the debate's summary for lists. */
export async function requestSave(
  workers: ServiceWorkerContainer,
  debate: SavedSummary | null,
): Promise<void> {
  await workers.register('/offline-worker.js');
  const { active } = await workers.ready;
  const assets = assetsAmong(performance.getEntriesByType('resource'));
  const message: SaveMessage = { keep: 'page', path: window.location.pathname, assets, debate };
  active?.postMessage(message);
}

/** Returns the scripts and styles among the resources that a page has fetched. */
export function assetsAmong(resources: readonly PerformanceEntry[]): string[] {
  return resources
    .map(({ name }) => new URL(name))
    .filter(
      ({ origin, pathname }) => origin === window.location.origin && pathname.startsWith('/_next/static/'),
    )
    .map(({ pathname }) => pathname);
}
