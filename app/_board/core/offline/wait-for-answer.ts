import { isFinalStatus } from './final-status.ts';

/** Milliseconds before the server is asked, at first and at most: each time it takes twice as long, more or less. */
const WAIT = { first: 5_000, most: 60_000 };

/** Milliseconds that an answer may take: a slow server's still counts, one on a dead connection never comes. */
const PATIENCE = 30_000;

/**
 * Asks the server for a page, while the viewer looks, until it has a final answer: the page, or that there is none for them. Returns false
 * if it was `ended` before.
 */
export async function waitForAnswer(path: string, ended: AbortSignal): Promise<boolean> {
  for (let wait = WAIT.first; !ended.aborted; wait = Math.min(2 * wait, WAIT.most)) {
    // Many pages may have failed in the same moment.
    await new Promise((resolve) => setTimeout(resolve, wait * (0.75 + Math.random() / 2)));
    const isSeen = document.visibilityState === 'visible';
    if (!ended.aborted && isSeen && (await isAnswered(path))) return !ended.aborted;
  }
  return false;
}

async function isAnswered(path: string): Promise<boolean> {
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    const { status } = await fetch(path, { method: 'HEAD', cache: 'no-store', signal });
    return isFinalStatus(status);
  } catch {
    return false;
  }
}
