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
