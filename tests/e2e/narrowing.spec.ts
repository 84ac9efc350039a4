import { expect, test, withServer } from './fixtures.ts';
import type { Person } from './person.ts';

withServer();

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 390, height: 844 };

/** The window of someone with an open panel becomes narrow, and the page has noticed. */
async function makesNarrow({ page, panel }: Person): Promise<void> {
  await page.setViewportSize(NARROW);
  await expect(panel.getByRole('button', { name: 'Back to debate' })).toBeVisible();
}

async function makesWide({ page, panel }: Person): Promise<void> {
  await page.setViewportSize(WIDE);
  await expect(panel.getByRole('button', { name: 'Close panel' })).toBeVisible();
}

for (const view of ['Map', 'Outline'] as const) {
  test(`a window made narrow and wide again keeps what is open, the words and the focus: ${view}`, async ({
    newPerson,
  }) => {
    const ann = await newPerson('Ann');
    const { page } = ann;
    await ann.open(undefined, view);
    await ann.join();
    await page.evaluate(() => {
      window.location.hash = 'c_leverage-works';
    });
    await expect(ann.panel).toHaveAttribute('data-selected', 'c_leverage-works');
    await ann.panel.getByRole('button', { name: 'Support', exact: true }).first().click();
    const field = page
      .getByRole('form', { name: /^New support/ })
      .getByRole('textbox')
      .first();
    await expect(field).toBeFocused();
    await page.keyboard.type('Half of');

    await makesNarrow(ann);
    await expect(field).toBeInViewport();
    await expect(field).toBeFocused();
    await page.keyboard.type(' a sentence');
    await expect(field).toHaveValue('Half of a sentence');
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(NARROW.width);

    await makesWide(ann);
    await expect(field).toBeInViewport();
    await expect(field).toBeFocused();
    await page.keyboard.type(' and its end.');
    await expect(field).toHaveValue('Half of a sentence and its end.');
    await page.keyboard.press('ControlOrMeta+Enter');
    await ann.isSaved();
    await expect(ann.claim('Half of a sentence and its end.').first()).toBeVisible();
    await expect(ann.panel).toHaveAttribute('data-selected', 'c_leverage-works');
  });
}

for (const view of ['Map', 'Outline'] as const) {
  test(`a wording that is changed goes along with it: ${view}`, async ({ newPerson }) => {
    const ann = await newPerson('Ann');
    const { page } = ann;
    await ann.open(undefined, 'Outline');
    await ann.join();
    await ann.select('c_leverage-works');
    await ann.argue('Support', 'Zebra half');
    await ann.isSaved();
    const id = await ann.idOf('Zebra half');
    if (view === 'Map') await ann.show('Map');
    await page.evaluate((claim) => {
      window.location.hash = claim;
    }, id);
    await expect(ann.panel).toHaveAttribute('data-selected', id);
    await ann.panel.getByRole('button', { name: 'Edit', exact: true }).click();
    const field = page.getByRole('textbox', { name: 'Claim text' });
    await expect(field).toBeFocused();
    await page.keyboard.press('End');
    await page.keyboard.type(' of');

    await makesNarrow(ann);
    await expect(field).toBeFocused();
    await page.keyboard.press('End');
    await page.keyboard.type(' a');
    await makesWide(ann);
    await expect(field).toBeFocused();
    await page.keyboard.press('End');
    await page.keyboard.type(' sentence.');
    await expect(field).toHaveText('Zebra half of a sentence.');
  });
}

test('a comment that is written goes along with it', async ({ newPerson }) => {
  const ann = await newPerson('Ann');
  const { page } = ann;
  await ann.open();
  await ann.join();
  await ann.select('c_leverage-works');
  const field = ann.panel.getByRole('textbox', { name: 'New comment' });
  await field.click();
  await page.keyboard.type('Half');
  await makesNarrow(ann);
  await expect(field).toBeFocused();
  await page.keyboard.type(' of a');
  await makesWide(ann);
  await expect(field).toBeFocused();
  await page.keyboard.type(' sentence.');
  await expect(field).toHaveValue('Half of a sentence.');
});
