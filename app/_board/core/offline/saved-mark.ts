import { SAVED_FOR } from './save-message.ts';

/** Storage key for the person whose debates this browser keeps; empty: a reader who never signed in. */
const MARK = 'parley:kept-for';

/** Records the person whose debates are kept from now on, and returns the person before. If storage is blocked, nothing is kept either. */
export function exchangeMark(personId: string): string {
  void copyMark(personId).catch(() => {});
  try {
    const before = window.localStorage.getItem(MARK) ?? '';
    window.localStorage.setItem(MARK, personId);
    return before;
  } catch {
    return '';
  }
}

/** Id of the person whose debates are kept, for a page or the service worker; empty: nobody signed in. */
export async function readMark(): Promise<string> {
  try {
    if (typeof window !== 'undefined') return window.localStorage.getItem(MARK) ?? '';
  } catch {
    // Storage is blocked: use the copy.
  }
  if (!('caches' in globalThis)) return '';
  const copy = await (await caches.open(SAVED_FOR.cache)).match(SAVED_FOR.path);
  return (await copy?.text()) ?? '';
}

/** Copies the mark to where the service worker can read it. */
export async function copyMark(personId: string): Promise<void> {
  if (!('caches' in globalThis)) return;
  const marks = await caches.open(SAVED_FOR.cache);
  if (personId === '') await marks.delete(SAVED_FOR.path);
  else await marks.put(SAVED_FOR.path, new Response(personId));
}
