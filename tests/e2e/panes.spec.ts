import { expect, type Locator, test, withServer } from './fixtures.ts';
import { startDebate } from './start-debate.ts';

withServer();

test('at 1280 pixels one pane stands beside the map, whose rows stay whole; the other waits as it was left', async ({
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
  const isWhole = async (id: string) => {
    const [all, row] = [await box(map), await box(ann.card(id))];
    return row.x >= all.x && row.x + row.width <= all.x + all.width;
  };

  await expect(ann.card('c_already-giant')).toBeVisible();
  await page.getByRole('banner').getByRole('button', { name: 'Analysis' }).click();
  await expect(analysis).toBeFocused();
  await expect.poll(() => isWhole('c_already-giant')).toBe(true);
  await expect.poll(async () => (await box(map)).width).toBeGreaterThanOrEqual(640);

  await page.getByRole('banner').getByRole('button', { name: 'Sources' }).click();
  await expect(sources).toBeFocused();
  await expect(analysis).toHaveCount(0);

  await ann.card('c_already-giant').click({ position: { x: 80, y: 20 } });
  await expect(ann.card('c_already-giant')).toHaveAttribute('aria-expanded', 'true');
  await expect(ann.panel).toBeHidden();
  await ann.card('c_already-giant').click({ position: { x: 80, y: 60 } });
  await expect(ann.panel).toBeVisible();
  await expect(sources).toBeHidden();
  await expect(page.getByRole('banner').getByRole('button', { name: 'Sources' })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
  await expect.poll(async () => (await box(map)).width).toBeGreaterThanOrEqual(640);
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
  // Where messages usually stand: at the lower edge, in the middle.
  const card = page.locator('[data-look="row"]').last();
  await card.focus();
  await page.keyboard.press('Delete');
  const message = page.locator('[data-shown]');
  await expect(message).toBeVisible();
  await expect(async () => {
    const [said, claim] = [await message.boundingBox(), await card.boundingBox()];
    if (!said || !claim) throw new Error('One of them has no size');
    const apart =
      said.y >= claim.y + claim.height ||
      claim.y >= said.y + said.height ||
      said.x >= claim.x + claim.width ||
      claim.x >= said.x + said.width;
    expect(apart, JSON.stringify({ said, claim })).toBe(true);
  }).toPass();
});

test('a message beside the console leaves the map’s tools free', async ({ newPerson }) => {
  const ann = await newPerson('Ann');
  await startDebate(ann, 'Towns should plant trees.');
  await ann.show('Map');
  const { page } = ann;
  await page.keyboard.press('p');
  await expect(page.getByRole('complementary', { name: 'Facilitate' })).toBeVisible();
  const message = page.locator('[data-shown]');
  // It leaves after some seconds.
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+z');
    await expect(message).toBeVisible();
    await page.getByRole('button', { name: 'Overview' }).click({ trial: true });
    const [said, tools] = [
      await message.boundingBox({ timeout: 1_000 }),
      await page.locator('[data-map-tools]').boundingBox(),
    ];
    if (!said || !tools) throw new Error('One of them has no size');
    expect(said.x).toBeGreaterThanOrEqual(tools.x + tools.width);
  }).toPass();
});

test('the tools of a card are whole, also of the uppermost one', async ({ newPerson }) => {
  const ann = await newPerson('Ann');
  await ann.open(undefined, 'Map');
  await ann.join();
  const map = ann.page.getByRole('tree');
  for (const card of [map.locator('[data-look="row"]').first(), map.locator('[data-look="row"]').last()]) {
    await card.hover();
    const tool = card.getByRole('button', { name: /^Agree/ });
    await expect(tool).toBeVisible();
    const [all, one] = [await map.boundingBox(), await tool.boundingBox()];
    expect(one?.y).toBeGreaterThanOrEqual(all?.y ?? Infinity);
  }
});
