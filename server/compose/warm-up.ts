import { setTimeout as pause } from 'node:timers/promises';

/** Number of requests for a page: by then most of its rendering code is compiled. */
const TIMES = 8;
/** Milliseconds between an answer and the next request: people's requests come first. */
const PAUSE = 50;

/**
 * Requests a page from a server until Node has compiled its rendering code, so that the first visitors after a start wait no longer than
 * later ones. Nothing depends on it: it stops at the first answer that is no page. Returns how many were.
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
