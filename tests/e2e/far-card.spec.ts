import { expect, type Locator, test, withServer } from './fixtures.ts';

withServer();

test('what is clicked on the far map is what the keys mean, and is come near to where one writes in it', async ({
  newPerson,
  seeded,
}) => {
  const ann = await newPerson('Ann');
  const { page } = ann;
  await ann.open(seeded, 'Map');
  await ann.join();
  const map = page.getByRole('region', { name: 'Argument map' });
  await expect(map).toHaveAttribute('data-level', 'titles');
  // A far card is drawn, not an element: the first claim of the first position stands here on this screen.
  await page.mouse.click(395, 172);
  await expect(ann.panel).toHaveAttribute('data-selected', /^c_/);
  const id = (await ann.panel.getAttribute('data-selected')) ?? '';
  await expect(ann.card(id)).toBeFocused();
  await page.keyboard.press('1');
  await expect(ann.panel.getByRole('button', { name: /^Agree, / })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('e');
  await expect(ann.card(id).getByRole('textbox')).toBeFocused();
  await expect(map).toHaveAttribute('data-level', 'cards');
});

test('at 1280 pixels one pane stands beside the map, which keeps its middle; the other waits as it was left', async ({
  newPerson,
}) => {
  const ann = await newPerson('Ann');
  await ann.open(undefined, 'Map');
  const { page } = ann;
  const map = page.getByRole('tree');
  const analysis = page.getByRole('complementary', { name: 'Analysis' });
  const sources = page.getByRole('complementary', { name: 'Sources' });
  const box = async (locator: Locator) => {
    const found = await locator.boundingBox();
    if (!found) throw new Error('It has no size');
    return found;
  };
  /** How far right of the middle of the map this card begins. */
  const fromMiddle = async (id: string) => {
    const all = await box(map);
    return (await box(ann.card(id))).x - all.x - all.width / 2;
  };

  await ann.walkToPosition('p_hawks');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('z');
  await expect(page.getByRole('region', { name: 'Argument map' })).toHaveAttribute('data-level', 'cards');
  await ann.card('c_already-giant').blur();
  const before = await fromMiddle('c_already-giant');
  await page.getByRole('banner').getByRole('button', { name: 'Analysis' }).click();
  await expect(analysis).toBeFocused();
  // On whole pixels of the screen.
  await expect.poll(async () => Math.abs((await fromMiddle('c_already-giant')) - before)).toBeLessThan(1.5);
  expect((await box(map)).width).toBeGreaterThanOrEqual(640);

  await page.getByRole('banner').getByRole('button', { name: 'Sources' }).click();
  await expect(sources).toBeFocused();
  await expect(analysis).toHaveCount(0);

  await ann.card('c_already-giant').click({ position: { x: 80, y: 60 } });
  await expect(ann.panel).toBeVisible();
  await expect(sources).toBeHidden();
  await expect(page.getByRole('banner').getByRole('button', { name: 'Sources' })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
  expect((await box(map)).width).toBeGreaterThanOrEqual(640);
  await page.keyboard.press('b');
  await expect(sources).toBeFocused();
  await expect(ann.panel).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(ann.panel).toBeVisible();

  await page.setViewportSize({ width: 1_440, height: 800 });
  await page.keyboard.press('v');
  await expect(analysis).toBeVisible();
  await expect(ann.panel).toBeVisible();
  await expect.poll(async () => (await box(map)).width).toBeGreaterThanOrEqual(640);
});

test('a message covers neither the claim it is about nor the clock', async ({ newPerson }) => {
  const ann = await newPerson('Ann');
  await ann.open(undefined, 'Map');
  await ann.join();
  const { page } = ann;
  await ann.walkToPosition('p_hawks');
  await page.keyboard.press('ArrowRight');
  const card = ann.card('c_already-giant');
  await expect(card).toBeFocused();
  const at = await card.boundingBox();
  if (!at) throw new Error('The card has no size');
  // Where messages usually stand: at the lower edge, in the middle.
  await page.mouse.move(640, 400);
  await page.mouse.wheel(at.x + at.width / 2 - 640, at.y + at.height - 790);
  await expect.poll(async () => (await card.boundingBox())?.y).not.toBe(at.y);
  await page.keyboard.press('Delete');
  const message = page.locator('[data-shown]');
  await expect(message).toBeVisible();
  const [said, claim] = [await message.boundingBox(), await card.boundingBox()];
  if (!said || !claim) throw new Error('One of them has no size');
  const apart =
    said.y >= claim.y + claim.height ||
    claim.y >= said.y + said.height ||
    said.x >= claim.x + claim.width ||
    claim.x >= said.x + said.width;
  expect(apart, JSON.stringify({ said, claim })).toBe(true);
});
