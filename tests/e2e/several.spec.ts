import { expect, test, withServer } from './fixtures.ts';
import { isForThumbs } from './is-for-thumbs.ts';

withServer();

test('several claims are selected with the keys, moved at once, and undone in one step', async ({
  newPerson,
}) => {
  const [ann, ben] = [await newPerson('Ann'), await newPerson('Ben')];
  await Promise.all([ann.open(undefined, 'Map'), ben.open()]);
  await ann.join();
  const { page } = ann;
  const bar = page.getByRole('group', { name: 'Selected claims' });
  const under = (id: string) => ben.line(id).locator('> ul > [data-item]');

  await ann.walkToPosition('p_hawks');
  await page.keyboard.press('ArrowRight');
  await expect(ann.card('c_already-giant')).toBeFocused();
  await page.keyboard.press('x');
  await expect(bar).toContainText('1 claim selected');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-box^="c_"]:focus:not([data-box="c_already-giant"])')).toHaveCount(1);
  await page.keyboard.press('x');
  await expect(bar).toContainText('2 claims selected');
  const before = await under('p_chamber').count();

  await bar.getByRole('button', { name: 'Move…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move 2 claims' });
  await dialog.getByRole('searchbox').fill('EU chamber');
  await dialog.getByRole('radio', { name: 'EU chamber' }).first().check();
  await dialog.getByRole('button', { name: 'Move here' }).click();
  await expect(page.getByText('2 claims moved.')).toBeVisible();
  await expect(bar).toBeHidden();
  await expect(under('p_chamber')).toHaveCount(before + 2);

  await page.keyboard.press('Control+z');
  await expect(under('p_chamber')).toHaveCount(before);
});

test('a frame and a click with Shift choose; Escape chooses none; what may not be is said', async ({
  newPerson,
}) => {
  const ann = await newPerson('Ann');
  await ann.open(undefined, 'Map');
  await ann.join();
  const { page } = ann;
  const bar = page.getByRole('group', { name: 'Selected claims' });
  const tree = page.getByRole('tree');

  const map = await tree.boundingBox();
  if (!map) throw new Error('The map has no size');
  await page.keyboard.down('Shift');
  await page.mouse.move(map.x + 4, map.y + 4);
  await page.mouse.down();
  await page.mouse.move(map.x + map.width / 2, map.y + map.height / 2, { steps: 4 });
  await page.mouse.move(map.x + map.width - 4, map.y + map.height - 4, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(bar).toContainText(/^\d\d claims selected/);
  await bar.getByRole('button', { name: 'Retract' }).click();
  await expect(page.getByText(/^No claims retracted\. \d+ failed: /)).toBeVisible();
  await expect(bar).toBeHidden();

  await ann.walkToPosition('p_planners');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('z');
  await ann.card('c_cutoff-risk').click({ modifiers: ['Shift'], position: { x: 80, y: 20 } });
  await expect(bar).toContainText('1 claim selected');
  await expect(ann.card('c_cutoff-risk')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(ann.panel).toBeHidden();
});

test('in the outline they are chosen with keys and clicks, and acted on as on the map', async ({
  newPerson,
}) => {
  const [ann, ben] = [await newPerson('Ann'), await newPerson('Ben')];
  await Promise.all([ann.open(undefined, 'Outline'), ben.open()]);
  await ann.join();
  const { page } = ann;
  const bar = page.getByRole('group', { name: 'Selected claims' });
  const under = (id: string) => ben.line(id).locator('> ul > [data-item]');
  const lines = page.locator('[id="p_hawks"] > ul > [data-item]');
  const ids = await lines.evaluateAll((items) => items.map(({ id }) => id));
  const [first = '', second = '', third = ''] = ids;

  await ann.line(first).focus();
  await page.keyboard.press('x');
  await expect(bar).toContainText('1 claim selected');
  await expect(ann.line(first)).toBeFocused();
  await page.locator(`[id="${second}-text"]`).click({ modifiers: ['ControlOrMeta'] });
  await page.locator(`[id="${third}-text"]`).click({ modifiers: ['Shift'] });
  await expect(bar).toContainText('3 claims selected');
  await expect(page.getByRole('tree')).toHaveAttribute('aria-multiselectable', 'true');
  await expect(page.getByRole('treeitem', { selected: true })).toHaveCount(3);
  await expect(ann.panel).toBeHidden();
  expect(await page.evaluate(() => window.getSelection()?.isCollapsed)).toBe(true);
  await page.locator(`[id="${third}-text"]`).click({ modifiers: ['Shift'] });
  await expect(ann.line(third)).toHaveAttribute('aria-selected', 'false');

  await ann.show('Map');
  await expect(bar).toContainText('2 claims selected');
  await ann.show('Outline');
  const before = await under('p_chamber').count();
  await bar.getByRole('button', { name: 'Move…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move 2 claims' });
  await dialog.getByRole('searchbox').fill('EU chamber');
  await dialog.getByRole('radio', { name: 'EU chamber' }).first().check();
  await dialog.getByRole('button', { name: 'Move here' }).click();
  await expect(page.getByText('2 claims moved.')).toBeVisible();
  await expect(bar).toBeHidden();
  await expect(under('p_chamber')).toHaveCount(before + 2);
  const last = () => under('p_chamber').evaluateAll((items) => items.slice(-2).map(({ id }) => id));
  await expect.poll(last).toEqual([first, second]);
  await page.keyboard.press('Control+z');
  await expect(under('p_chamber')).toHaveCount(before);
});

test('on a phone they are chosen from their menus, and the bar is at hand', async ({ newPerson }) => {
  const ann = await newPerson('Ann', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await ann.open();
  await ann.join();
  const { page } = ann;
  const bar = page.getByRole('group', { name: 'Selected claims' });
  for (const id of ['c_cutoff-risk', 'c_leverage-works']) {
    await page.locator(`[id="${id}-text"]`).tap();
    await ann.choose('Select multiple');
    await expect(ann.panel).toBeHidden();
    await expect(ann.line(id)).toHaveAttribute('aria-selected', 'true');
  }
  await expect(bar).toContainText('2 claims selected');
  await expect(bar).toBeInViewport({ ratio: 1 });
  for (const button of await bar.getByRole('button').all()) await isForThumbs(button);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await bar.getByRole('button', { name: 'Deselect all' }).tap();
  await expect(bar).toBeHidden();
  await expect(ann.line('c_cutoff-risk')).toHaveAttribute('aria-selected', 'false');
});
