import { expect, test, withServer } from './fixtures.ts';

withServer();

test('several claims are chosen with the keys, moved at once, and taken back in one step', async ({
  newPerson,
}) => {
  const [ann, ben] = [await newPerson('Ann'), await newPerson('Ben')];
  await Promise.all([ann.open(undefined, 'Map'), ben.open()]);
  await ann.join();
  const { page } = ann;
  const bar = page.getByRole('toolbar', { name: 'Claims chosen together' });
  const under = (id: string) => ben.line(id).locator('> ul > [data-item]');

  await ann.walkToPosition('p_hawks');
  await page.keyboard.press('ArrowRight');
  await expect(ann.card('c_already-giant')).toBeFocused();
  await page.keyboard.press('x');
  await expect(bar).toContainText('1 claim chosen');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-box^="c_"]:focus:not([data-box="c_already-giant"])')).toHaveCount(1);
  await page.keyboard.press('x');
  await expect(bar).toContainText('2 claims chosen');
  const before = await under('p_chamber').count();

  await bar.getByRole('button', { name: 'Move…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move 2 claims' });
  await dialog.getByRole('searchbox').fill('EU chamber');
  await dialog.getByRole('radio').first().check();
  await dialog.getByRole('button', { name: 'Move here' }).click();
  await expect(page.getByText('2 claims were moved.')).toBeVisible();
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
  const bar = page.getByRole('toolbar', { name: 'Claims chosen together' });
  const tree = page.getByRole('tree');
  await page.getByRole('button', { name: 'Fit' }).click();

  const map = await tree.boundingBox();
  if (!map) throw new Error('The map has no size');
  await page.keyboard.down('Shift');
  await page.mouse.move(map.x + 4, map.y + 4);
  await page.mouse.down();
  await page.mouse.move(map.x + map.width / 2, map.y + map.height / 2, { steps: 4 });
  await page.mouse.move(map.x + map.width - 4, map.y + map.height - 4, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(bar).toContainText(/^\d\d claims chosen/);
  await bar.getByRole('button', { name: 'Retract' }).click();
  await expect(page.getByText(/^No claim was retracted\. \d+ were not: /)).toBeVisible();
  await expect(bar).toBeHidden();

  await ann.walkToPosition('p_planners');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('z');
  await ann.card('c_cutoff-risk').click({ modifiers: ['Shift'], position: { x: 80, y: 60 } });
  await expect(bar).toContainText('1 claim chosen');
  await expect(ann.card('c_cutoff-risk')).toHaveAttribute('aria-checked', 'true');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(ann.panel).toBeHidden();
});
