import { CACHES } from './keep-message.ts';

/** Forgets the pages kept on this device: whoever signs out leaves nothing to read behind. */
export async function forgetKeptPages(): Promise<void> {
  if ('caches' in window) await window.caches.delete(CACHES.pages).catch(() => false);
}
