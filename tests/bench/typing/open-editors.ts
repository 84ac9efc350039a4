import type { Browser, Page } from '@playwright/test';
import { SEEDED } from '../../e2e/parley-process.ts';

/** Two pages with the same field open, and how it is found. */
export interface TwoPages {
  readonly pages: readonly [Page, Page];
  readonly field: string;
}

const CLAIM = 'c_cutoff-risk';

/** Two people, each in a browser context of their own, with the wording of one claim open. */
export async function openEditors(browser: Browser, origin: string): Promise<TwoPages> {
  const pages = await Promise.all([openEditor(browser, origin, 'Ann'), openEditor(browser, origin, 'Ben')]);
  return { pages, field: FIELD };
}

const FIELD = '[contenteditable="true"]';

async function openEditor(browser: Browser, origin: string, name: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1280, height: 800 } });
  await context.request.post('/api/guest', { headers: { origin }, data: { name } });
  const page = await context.newPage();
  await page.goto(SEEDED);
  await page.locator('main[data-connection="live"][data-joined]').waitFor();
  await page.getByRole('group', { name: 'View' }).getByRole('button', { name: 'Outline' }).click();
  await page.locator(`[id="${CLAIM}"] > [data-row] p`).first().click();
  await page.getByRole('complementary').getByRole('button', { name: 'Edit', exact: true }).first().click();
  await page.locator(FIELD).waitFor();
  await page.keyboard.press('ControlOrMeta+A');
  return page;
}

/** The same of the bare echo. */
export async function openEchoes(browser: Browser, address: string): Promise<TwoPages> {
  const open = async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(address);
    await page.locator('textarea[data-open]').waitFor();
    return page;
  };
  return { pages: [await open(), await open()], field: 'textarea' };
}
