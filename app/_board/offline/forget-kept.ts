import { CACHES } from './keep-message.ts';
import { forgetPage } from './kept-summary.ts';

/** Forgets the pages kept on this device: whoever signs out leaves nothing to read behind. */
export async function forgetKeptPages(): Promise<void> {
  if ('caches' in window) await window.caches.delete(CACHES.pages).catch(() => false);
}

/** Forgets the page that is open: it may not be for this person any more. */
export async function forgetThisPage(): Promise<void> {
  if (!('caches' in window)) return;
  const pages = await window.caches.open(CACHES.pages);
  await forgetPage(pages, window.location.pathname);
}
