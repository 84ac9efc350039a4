import type { ShownCopy } from './save-message.ts';

/** Maximum number of pages of which the service worker remembers that they show a copy: most never ask. */
const MOST = 50;

/** The copies that pages were opened from, by the page's id in the service worker and its path. */
const copies = new Map<string, ShownCopy>();

/** Notes that a page was opened from a kept copy. */
export function noteCopy(clientId: string, path: string, kept: Response): void {
  const madeAt = Date.parse(kept.headers.get('date') ?? '');
  copies.set(keyOf(clientId, path), { madeAt: Number.isNaN(madeAt) ? null : madeAt });
  for (const oldest of [...copies.keys()].slice(0, Math.max(0, copies.size - MOST))) copies.delete(oldest);
}

/**
 * Returns the copy from which the page was opened, and forgets it: a visit to the same path later in the same page comes from the server.
 * `null`: the page came from the server.
 */
export function takeCopy(clientId: string, path: string): ShownCopy | null {
  const key = keyOf(clientId, path);
  const copy = copies.get(key) ?? null;
  copies.delete(key);
  return copy;
}

function keyOf(clientId: string, path: string): string {
  return `${clientId} ${path}`;
}
