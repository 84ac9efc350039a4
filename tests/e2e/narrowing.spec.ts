import { expect, test, withServer } from './fixtures.ts';

withServer();

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 390, height: 844 };

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

    await page.setViewportSize(NARROW);
    await expect(field).toBeInViewport();
    await expect(field).toBeFocused();
    await page.keyboard.type(' a sentence');
    await expect(field).toHaveValue('Half of a sentence');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width);

    await page.setViewportSize(WIDE);
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
