import { askToKeep } from './ask-to-keep.ts';
import { CACHES } from './keep-message.ts';
import { forgetPage, type KeptSummary } from './kept-summary.ts';

/** Forgets the pages kept on this device, so that a person who signs out leaves nothing to read. */
export async function forgetKeptPages(): Promise<void> {
  if ('caches' in window) await window.caches.delete(CACHES.pages).catch(() => false);
}

/** Forgets the open page: this person may no longer be allowed to read it. */
export async function forgetThisPage(): Promise<void> {
  if (!('caches' in window)) return;
  const pages = await window.caches.open(CACHES.pages);
  await forgetPage(pages, window.location.pathname);
}

/** Replaces the kept copy of the open page, if there is one: words in it have been erased since. */
export async function renewThisPage(debate: KeptSummary | null): Promise<void> {
  if (!('caches' in window)) return;
  const pages = await window.caches.open(CACHES.pages);
  if (await pages.delete(window.location.pathname)) await askToKeep(navigator.serviceWorker, debate);
}
