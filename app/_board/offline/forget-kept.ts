import { askToKeep } from './ask-to-keep.ts';
import { CACHES } from './keep-message.ts';
import { forgetPage, type KeptSummary } from './kept-summary.ts';

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

/** Keeps the open page anew in the place of the one that was kept, if one was: words in it have been erased since. */
export async function renewThisPage(debate: KeptSummary | null): Promise<void> {
  if (!('caches' in window)) return;
  const pages = await window.caches.open(CACHES.pages);
  if (await pages.delete(window.location.pathname)) await askToKeep(navigator.serviceWorker, debate);
}
