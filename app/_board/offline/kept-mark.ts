import { KEPT_FOR } from './keep-message.ts';

/** Where the browser notes whose debates it keeps; empty: a reader's who never signed in. */
const MARK = 'parley:kept-for';

/** Notes whose debates are kept from now on, and returns whose they were. Where storage is barred, nothing is kept either. */
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

/** Whose debates are kept, read in a page or in the service worker; empty: nobody signed in. */
export async function readMark(): Promise<string> {
  try {
    if (typeof window !== 'undefined') return window.localStorage.getItem(MARK) ?? '';
  } catch {
    // Barred: the copy answers.
  }
  if (!('caches' in globalThis)) return '';
  const copy = await (await caches.open(KEPT_FOR.cache)).match(KEPT_FOR.path);
  return (await copy?.text()) ?? '';
}

/** Keeps a copy of the mark where the service worker can read it. */
export async function copyMark(personId: string): Promise<void> {
  if (!('caches' in globalThis)) return;
  const marks = await caches.open(KEPT_FOR.cache);
  if (personId === '') await marks.delete(KEPT_FOR.path);
  else await marks.put(KEPT_FOR.path, new Response(personId));
}
