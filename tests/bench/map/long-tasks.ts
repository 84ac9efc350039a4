import type { Page } from '@playwright/test';

/** Tasks of the main thread over 50 ms: how many, and the longest in milliseconds. */
export interface LongTasks {
  readonly count: number;
  readonly longest: number;
}

/** The page's long tasks since they were last asked for. */
export async function longTasks(page: Page): Promise<LongTasks> {
  const tasks = await page.evaluate(() => pageWatch.longTasks());
  return { count: tasks.length, longest: Math.max(0, ...tasks.map(({ duration }) => duration)) };
}
