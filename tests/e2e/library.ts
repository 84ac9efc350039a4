import type { Locator } from '@playwright/test';
import { expect } from './fixtures.ts';
import type { Person } from './person.ts';

/** The column with the sources and what they say. */
export function library({ page }: Person): Locator {
  return page.getByRole('complementary', { name: 'Sources' });
}

/** Selects these words of the article as a pointer or a finger would. */
export async function selectWords(who: Person, words: string): Promise<void> {
  const article = library(who).locator('[data-article]');
  await expect(article).toContainText(words);
  await article.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`“${wanted}” is in no stretch`);
  }, words);
  await expect(library(who).locator('[data-selection]')).toContainText(words);
}
