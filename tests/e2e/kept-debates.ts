import type { Page } from '@playwright/test';

/** Debates in the browser's database. */
export async function keptDebates(page: Page): Promise<number> {
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
