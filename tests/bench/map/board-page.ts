import type { Browser, CDPSession, Page } from '@playwright/test';
import type { Sight } from './in-page/page-watch.ts';

/** A board that is measured: where it is, and how one meets its cards. Selectors are CSS. */
export interface Board {
  readonly name: string;
  readonly address: string;
  /** There once a card is selected. */
  readonly selected: string;
  /** There once everything the page fetches has been fetched. */
  readonly whole: string;
  /** How far the wheel is turned, ctrl held, to zoom to half. */
  readonly octave: number;
  card(id: string): string;
  /** Claims it opens with; null: they are brought into view by where they were laid out. */
  readonly claims: string | null;
  /** True if it can be explored: folded, searched, shown as outline. */
  readonly walks: boolean;
}

/** A page with a board in it, in a browser context of its own: nothing is cached, nobody is signed in. */
export interface BoardPage {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** Begins to look for something; the answer waits until it was painted. */
  expect(selector: string, text?: string): Promise<() => Promise<Sight>>;
  close(): Promise<void>;
}

const SCREEN = { width: 1280, height: 800 };

/** Opens an empty page; `watchScript` makes it report its measurements. */
export async function newBoardPage(browser: Browser, watchScript: string): Promise<BoardPage> {
  const context = await browser.newContext({ viewport: SCREEN });
  await context.addInitScript({ content: watchScript });
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  const cdp = await context.newCDPSession(page);
  return {
    page,
    cdp,
    expect: async (selector, text = '') => {
      const expected = await page.evaluate(([what, said]) => pageWatch.expect(what, said), [
        selector,
        text,
      ] as const);
      return () => page.evaluate((which) => pageWatch.seen(which), expected);
    },
    close: () => context.close(),
  };
}
