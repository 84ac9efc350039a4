import type { CopyAnswer, ShownCopy } from './save-message.ts';

/** Maximum number of pages of which the service worker remembers that they show a copy: most never ask. */
const MOST = 50;

/** A copy that a page was opened from, and whether the page itself arrives after all. */
interface NotedCopy {
  readonly copy: ShownCopy;
  readonly arrives: Promise<boolean>;
}

/** Those that pages were opened from, by the page's id in the service worker and its path. */
const copies = new Map<string, NotedCopy>();

/** Notes that a page was opened from a kept copy. */
export function noteCopy(clientId: string, path: string, kept: Response, arrives: Promise<boolean>): void {
  const madeAt = Date.parse(kept.headers.get('date') ?? '');
  copies.set(keyOf(clientId, path), { copy: { madeAt: Number.isNaN(madeAt) ? null : madeAt }, arrives });
  for (const oldest of [...copies.keys()].slice(0, Math.max(0, copies.size - MOST))) copies.delete(oldest);
}

/**
 * Reports to a page the copy it was opened from, and then whether the page itself has arrived. Forgets the copy: a visit to the same path
 * later in the same page comes from the server. Reports nothing to a page that came from the server.
 */
export async function answerCopyQuestion(
  clientId: string,
  path: string,
  report: (answer: CopyAnswer) => void,
): Promise<void> {
  const key = keyOf(clientId, path);
  const noted = copies.get(key);
  copies.delete(key);
  if (!noted) return;
  report(noted.copy);
  report((await noted.arrives) ? 'arrived' : 'failed');
}

function keyOf(clientId: string, path: string): string {
  return `${clientId} ${path}`;
}
