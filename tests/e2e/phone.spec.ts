import { expect, type Locator, test, withServer } from './fixtures.ts';

withServer();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** The least size of a thing to touch. */
const THUMB = 44;

test('on a phone one joins, votes, argues and comments with a thumb', { tag: '@quick' }, async ({
  newPerson,
}) => {
  const ann = await newPerson('Ann', PHONE);
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

test('on a phone’s map a finger folds, votes and writes from what a tap opens, and chooses several by taps', async ({
  newPerson,
}) => {
  const ann = await newPerson('Ann', PHONE);
  const { page } = ann;
  await ann.open(undefined, 'Map');
  await page.getByRole('banner').getByRole('button', { name: 'Take part' }).tap();
  await ann.giveName();
  const id = 'c_already-giant';
  const card = ann.card(id);
  await expect(card).toBeInViewport();

  await card.getByRole('button', { name: /^Fold \d+ claims? away$/ }).tap();
  await card.getByRole('button', { name: /^Show \d+ folded claims?$/ }).tap();
  await expect(card.getByRole('button', { name: /^Fold / })).toBeVisible();

  await card.tap({ position: { x: 20, y: 40 } });
  await expect(ann.panel).toHaveAttribute('data-selected', id);
  await ann.panel
    .getByRole('button', { name: /^Agree, / })
    .last()
    .tap();
  await ann.panel.getByRole('button', { name: 'Back to the debate' }).tap();
  await expect(card).toContainText('10 – 9');
  await expect(card.getByRole('button', { name: /^Agree/ })).toHaveCount(0);
  await card.tap({ position: { x: 20, y: 40 } });
  await ann.panel.getByRole('button', { name: 'Support', exact: true }).last().tap();
  const composer = page.getByRole('form', { name: /^New support/ });
  await expect(composer.getByRole('textbox').first()).toBeFocused();
  await composer.getByRole('textbox').first().fill('A giant with borrowed tools.');
  await composer.getByRole('button', { name: 'Add argument' }).tap();
  await expect(ann.panel.getByText('A giant with borrowed tools.')).toBeVisible();
  await ann.panel.getByRole('button', { name: 'Back to the debate' }).tap();

  await ann.page.getByRole('button', { name: 'Motion', exact: true }).tap();
  await card.tap({ position: { x: 20, y: 40 } });
  await ann.panel.getByRole('button', { name: 'More for this claim' }).first().tap();
  await page.getByRole('menuitem', { name: 'Choose together with others' }).tap();
  const bar = page.getByRole('toolbar', { name: 'Claims chosen together' });
  await expect(bar).toContainText('1 claim chosen');
  const child = page.locator('[data-box^="c_"][aria-level="4"]').first();
  await child.tap({ position: { x: 20, y: 40 } });
  await expect(bar).toContainText('2 claims chosen');
  await expect(ann.panel).toBeHidden();
});

async function isForThumbs(button: Locator): Promise<void> {
  const box = await button.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(THUMB);
  expect(box?.width).toBeGreaterThanOrEqual(THUMB);
}
