import type { Browser } from '@playwright/test';
import type { ProjectedEntry } from '#domain/debate/engine/entries.ts';
import type { DebateSnapshot } from '#domain/debate/engine/snapshot.ts';
import { bundle } from './bundle.ts';
import type {} from './in-page/lay-out.ts';
import type { CardChange, PlacedCard } from './in-page/placed-card.ts';

/** A page of Parley's without a board, where the product's layout runs with the product's fonts. */
export interface LayoutPage {
  load(snapshot: DebateSnapshot): Promise<PlacedCard[]>;
  /** Takes what was done. */
  change(entries: readonly ProjectedEntry[]): Promise<CardChange>;
}

export async function openLayoutPage(browser: Browser, origin: string): Promise<LayoutPage> {
  const page = await browser.newPage();
  await page.goto(origin);
  await page.evaluate((await bundle('lay-out.ts')).script);
  return {
    load: (snapshot) => page.evaluate((debate) => layOut.load(debate), snapshot),
    change: (entries) => page.evaluate((done) => layOut.change(done), entries),
  };
}
