import { expect, type Locator, test, withServer } from './fixtures.ts';

withServer();

/** The least size of a thing to touch. */
const THUMB = 44;

test('on a phone one joins, votes, argues and comments with a thumb', async ({ newPerson }) => {
  const ann = await newPerson('Ann', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const ben = await newPerson('Ben');
  const { page } = ann;
  await Promise.all([ann.open(), ben.open()]);
  await page.getByRole('banner').getByRole('button', { name: 'Take part' }).tap();
  await ann.giveName();
  await fitsWidth();

  const id = 'c_leverage-works';
  await page.locator(`[id="${id}-text"]`).tap();
  await expect(ann.panel).toHaveAttribute('data-selected', id);
  await expect(ann.panel.getByRole('heading', { level: 2 })).toBeInViewport();
  await fitsWidth();

  const agree = ann.panel.getByRole('button', { name: /^Agree, / }).last();
  await isForThumbs(agree);
  await agree.tap();
  await expect(agree).toHaveAttribute('aria-pressed', 'true');

  const support = ann.panel.getByRole('button', { name: 'Support', exact: true }).last();
  await isForThumbs(support);
  await support.tap();
  const words = 'One order was enough; no second supplier stood ready.';
  const composer = page.getByRole('form', { name: /^New support/ });
  await composer.getByRole('textbox').first().fill(words);
  await composer.getByRole('button', { name: 'Add argument' }).tap();
  await expect(ann.panel.getByText(words)).toBeVisible();
  await expect(ben.claim(words)).toBeVisible();

  await ann.panel.getByRole('button', { name: 'Comment', exact: true }).last().tap();
  const field = ann.panel.getByRole('textbox', { name: 'New comment' });
  await expect(field).toBeFocused();
  await field.fill('Which supplier could have been the second?');
  await ann.panel.locator('form').getByRole('button', { name: 'Comment' }).tap();
  await expect(ann.panel.getByText('Which supplier could have been the second?')).toBeVisible();
  await fitsWidth();

  await ann.panel.getByRole('button', { name: 'Back to the debate' }).tap();
  await expect(ann.panel).toBeHidden();
  await expect(ann.row(id)).toBeInViewport();

  await ann.show('Map');
  await expect(page.getByRole('treeitem').first()).toBeVisible();
  await fitsWidth();
  await ann.isSaved();

  async function fitsWidth(): Promise<void> {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
});

async function isForThumbs(button: Locator): Promise<void> {
  const box = await button.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(THUMB);
  expect(box?.width).toBeGreaterThanOrEqual(THUMB);
}
