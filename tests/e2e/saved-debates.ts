import { expect, type Page } from '@playwright/test';
import type { Person } from './person.ts';

/** This browser has kept the page it shows. */
export async function isSaved({ page }: Person): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const kept = await caches.match(window.location.pathname, { cacheName: 'parley-pages' });
        return kept !== undefined;
      }),
    )
    .toBe(true);
}

/** Debates in the browser's database. */
export async function savedDebates(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    if (!names.includes('parley-debates')) return 0;
    return new Promise<number>((resolve) => {
      const opening = indexedDB.open('parley-debates');
      opening.onsuccess = () => {
        const counting = opening.result.transaction('debates').objectStore('debates').count();
        counting.onsuccess = () => {
          opening.result.close();
          resolve(counting.result);
        };
      };
    });
  });
}

/** The network is gone, and the browser has kept what the board knew. */
export async function goesOffline({ context, board, page }: Person): Promise<void> {
  await context.setOffline(true);
  await expect(board).toHaveAttribute('data-connection', 'reconnecting');
  const seq = Number(await board.getAttribute('data-seq'));
  await expect.poll(() => page.evaluate(keptSeq)).toBe(seq);
}

/** How far the debate goes that the browser's database has; 0 where it has none. */
async function keptSeq(): Promise<number> {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  if (!names.includes('parley-debates')) return 0;
  return new Promise((resolve) => {
    const opening = indexedDB.open('parley-debates');
    opening.onsuccess = () => {
      const reading = opening.result.transaction('debates').objectStore('debates').getAll();
      reading.onsuccess = () => {
        opening.result.close();
        resolve(Math.max(0, ...reading.result.map((kept: { seq: number }) => kept.seq)));
      };
    };
  });
}
