import type { Page } from '@playwright/test';
import { type LongTasks, longTasks } from './long-tasks.ts';

/** The steps of exploring a large debate, with the long tasks of each. */
export interface Walk {
  readonly steps: readonly { readonly step: string; readonly tasks: LongTasks }[];
}

/** Milliseconds for which nothing may change before a step counts as over. */
const STILL = 1_000;

/** On the map: opens claims and closes them, sees all from afar, looks for a word and goes to what is found; then unfolds and folds all of the outline. */
export async function measureWalk(page: Page): Promise<Walk> {
  const steps: { step: string; tasks: LongTasks }[] = [];
  const take = async (step: string, act: () => Promise<unknown>) => {
    await longTasks(page);
    await act();
    await still(page);
    steps.push({ step, tasks: await longTasks(page) });
  };
  const press = (key: string) => () => page.keyboard.press(key);
  await page.locator('[role="tree"] [data-box][tabindex="0"]').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await still(page);
  await page.keyboard.press('ArrowRight');
  await take('open a claim', press('Space'));
  await take('go on to its arguments', press('ArrowRight'));
  await take('open one of them', press('Space'));
  await take('back to the front', press('Home'));
  await take('see all from afar', press('m'));
  await take('read again', press('m'));
  await take('search for a letter', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('a');
  });
  await take('go to what is found', async () => {
    for (let n = 0; n < 5; n += 1) await page.keyboard.press('Enter');
  });
  await page.keyboard.press('Escape');
  await take('turn to the outline', () => button(page, 'Outline').click());
  await take('unfold all', () => button(page, 'Unfold all').click());
  await take('fold all', () => button(page, 'Fold all').click());
  await take('back to the map', () => button(page, 'Map').click());
  return { steps };
}

function button(page: Page, name: string) {
  return page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('radio', { name, exact: true }))
    .first();
}

/** Waits until the page has not changed for a while, and its main thread has nothing to do. */
async function still(page: Page): Promise<void> {
  await page.evaluate((milliseconds) => pageWatch.still(milliseconds), STILL);
  await page.evaluate(() => pageWatch.idle());
}
