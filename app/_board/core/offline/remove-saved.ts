import { requestSave } from './request-save.ts';
import { CACHES } from './save-message.ts';
import { forgetPage, type SavedSummary } from './saved-summary.ts';

/** Forgets the pages kept on this device, so that a person who signs out leaves nothing to read. */
export async function removeSavedPages(): Promise<void> {
  if ('caches' in window) await window.caches.delete(CACHES.pages).catch(() => false);
}

/** Forgets the open page: this person may no longer be allowed to read it. */
export async function forgetThisPage(): Promise<void> {
  if (!('caches' in window)) return;
  const pages = await window.caches.open(CACHES.pages);
  await forgetPage(pages, window.location.pathname);
}

/** Replaces the kept copy of the open page, if there is one: words in it have been erased since. */
export async function renewThisPage(debate: SavedSummary | null): Promise<void> {
  if (!('caches' in window)) return;
  const pages = await window.caches.open(CACHES.pages);
  if (await pages.delete(window.location.pathname)) await requestSave(navigator.serviceWorker, debate);
}
