import type { Page } from '@playwright/test';

/**
 * Words that screen readers join because nothing stands between them: the end of one text and the beginning of the next, in what
 * is named by its contents. Parts of one word, as where something was found or changed, are meant to be joined.
 */
export function joinedWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const NAMED =
      'a[href], button, summary, label, legend, th, option, h1, h2, h3, h4, p, [role="treeitem"], [role="tab"], [role="menuitem"], [role="status"]';
    const WITHIN_WORD = 'mark, ins, del, wbr, [contenteditable]';
    const joined = new Set<string>();
    for (const named of document.querySelectorAll(NAMED)) {
      if (!named.checkVisibility()) continue;
      const walker = document.createTreeWalker(named, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      let before: Text | null = null;
      let isApart = false;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node instanceof Element) {
          // Hidden elements have no text; an image or control between them has its own.
          if (node.matches('br, hr, img, svg, input, select, textarea')) isApart = true;
          continue;
        }
        const text = node as Text;
        if (text.data === '' || !text.parentElement?.checkVisibility()) continue;
        const isJoined =
          before !== null &&
          !isApart &&
          /[\p{L}\p{N}]$/u.test(before.data) &&
          /^[\p{L}\p{N}]/u.test(text.data) &&
          !isBlockBetween(before, text, named);
        if (isJoined && before) joined.add(`${before.data.slice(-30)}|${text.data.slice(0, 30)}`);
        before = text;
        isApart = false;
      }
    }
    return [...joined];

    /** Tests whether a block boundary is between one text and the next. */
    function isBlockBetween(from: Text, to: Text, within: Element): boolean {
      const common = commonOf(from, to, within);
      for (const start of [from, to])
        for (let at = start.parentElement; at && at !== common; at = at.parentElement) {
          if (at.matches(WITHIN_WORD)) return true;
          if (!['inline', 'contents'].includes(getComputedStyle(at).display)) return true;
        }
      return from.parentElement === to.parentElement;
    }

    function commonOf(from: Text, to: Text, within: Element): Element {
      let at = from.parentElement;
      while (at && !at.contains(to)) at = at.parentElement;
      return at ?? within;
    }
  });
}
