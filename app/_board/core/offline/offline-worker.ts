import { isSaveable } from './is-saveable.ts';
import { isCopyQuestion, isSaveMessage, type SaveMessage } from './save-message.ts';
import { answerAsset, keepAssets } from './saved-assets.ts';
import { answerPage, keepList, keepPage, passed } from './saved-pages.ts';
import { keepSummary } from './saved-summary.ts';
import { answerCopyQuestion, noteCopy } from './shown-copies.ts';

declare const self: ServiceWorkerGlobalScope;

// The service worker: opens debates again without a network if they were opened on this device.
self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => {
  if (isSaveMessage(event.data)) event.waitUntil(keepInTurn(event.data));
  if (isCopyQuestion(event.data) && event.source instanceof Client)
    event.waitUntil(
      answerCopyQuestion(event.source.id, event.data.path, (answer) => event.ports[0]?.postMessage(answer)),
    );
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== self.location.origin) return;
  if (address.pathname.startsWith('/_next/static/')) event.respondWith(answerAsset(request));
  else if (request.mode === 'navigate' && isSaveable(address)) {
    event.respondWith(
      answerPage(
        request,
        (later) => event.waitUntil(later),
        (kept, arrives) => noteCopy(event.resultingClientId, address.pathname, kept, arrives),
      ),
    );
  }
});

/** Milliseconds that a page waits for those before it at most: a download may never end. */
const TURN = 30_000;

let last: Promise<unknown> = Promise.resolve();

/** One page after another: each forgets the files that no kept page uses. */
function keepInTurn(message: SaveMessage): Promise<unknown> {
  last = Promise.race([last.catch(() => {}), passed(TURN)]).then(() => keep(message));
  return last;
}

async function keep({ path: asked, assets, debate }: SaveMessage): Promise<void> {
  // Resolved: a path that looks like a debate's may lead elsewhere by its dots.
  const address = new URL(asked, self.origin);
  if (!isSaveable(address)) return;
  const path = address.pathname;
  await keepAssets(
    path,
    assets.filter((asset) => new URL(asset, self.origin).pathname.startsWith('/_next/static/')),
  );
  await keepPage(path);
  if (debate === null) return;
  await keepSummary(path, debate);
  await keepList();
}
