import { setTimeout as pause } from 'node:timers/promises';

/** Times a page is asked for: by then most of what renders it is compiled. */
const TIMES = 8;
/** Milliseconds between two answers' end and beginning: whoever is there already comes first. */
const PAUSE = 50;

/**
 * Asks a server for a page until Node has compiled what renders it, so that the first who come after a start wait no longer
 * than those after them. Nothing depends on it: it ends with the first answer that is no page. The answer: how many were.
 */
export async function warmUp(page: string): Promise<number> {
  for (let asked = 0; asked < TIMES; asked += 1) {
    if (!(await isPage(page))) return asked;
    await pause(PAUSE);
  }
  return TIMES;
}

async function isPage(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { redirect: 'manual' });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    // It was stopped meanwhile.
    return false;
  }
}
