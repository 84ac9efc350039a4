import { expect, test, withServer } from './fixtures.ts';

withServer();

test('a retracted claim is listed in its place, and can be restored from there', { tag: '@quick' }, async ({
  newPerson,
}) => {
  const [ann, ben] = [await newPerson('Ann'), await newPerson('Ben')];
  await Promise.all([ann.open(), ben.open()]);
  await ann.join();
  const text = 'The second order never left the port.';
  await ann.select('c_leverage-works');
  await ann.argue('Support', text);
  await ann.isSaved();
  await expect(ben.claim(text).first()).toBeVisible();
  await ann.select(await ann.idOf(text));
  await ann.choose('Retract');
  await expect(ben.claim(text)).toHaveCount(0);

  await ben.select('c_leverage-works');
  const list = ben.panel.locator('[data-section="retracted"]');
  await expect(list.getByRole('heading', { name: 'Retracted' })).toBeVisible();
  await list.getByRole('button', { name: new RegExp(`^${text}`) }).click();
  await expect(ben.panel.getByText('This claim was retracted.')).toBeVisible();

  await ann.choose('Restore');
  await expect(ben.claim(text).first()).toBeVisible();
  await expect(ben.panel.getByText('This claim was retracted.')).toBeHidden();
});

test('after a claim is retracted on the map, the keys continue beside it', async ({ newPerson }) => {
  const ann = await newPerson('Ann');
  await ann.open(undefined, 'Map');
  await ann.join();
  const { page } = ann;
  await ann.walkToPosition('p_planners');
  await page.keyboard.press('ArrowRight');
  await expect(ann.card('c_cutoff-risk')).toBeFocused();
  const texts = ['The first of two.', 'The second of two.'];
  for (const text of texts) {
    await page.keyboard.press('s');
    const field = page
      .getByRole('form', { name: /^New support/ })
      .getByRole('textbox')
      .first();
    await expect(field).toBeFocused();
    await page.keyboard.type(text);
    await page.keyboard.press('Control+Enter');
    const item = page.getByRole('treeitem', { name: text });
    await expect(item).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(ann.card('c_cutoff-risk')).toBeFocused();
  }
  const [first, second] = texts.map((text) => page.getByRole('treeitem', { name: text }));
  if (!first || !second) throw new Error('Two claims were written');
  let on = 'c_cutoff-risk';
  for (let pressed = 0; pressed < 8; pressed++) {
    await page.keyboard.press(pressed === 0 ? 'ArrowRight' : 'ArrowDown');
    const next = page.locator(`[data-box]:focus:not([data-box="${on}"])`);
    on = (await next.getAttribute('data-box')) ?? '';
    const label = await ann.card(on).getAttribute('aria-label');
    if (label?.includes('The first of two.')) break;
  }
  await expect(first).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(second).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(ann.card('c_cutoff-risk')).toBeFocused();
});

test('pressing Delete on someone else’s claim says who can retract it, and needs no sign-in', async ({
  newPerson,
}) => {
  const [ann, ben] = await Promise.all([newPerson('Ann'), newPerson('Ben')]);
  await Promise.all([ann.open(), ben.open()]);
  await ann.join();
  await ann.select('c_cutoff-risk');
  await ann.argue('Attack', 'This one is Ann’s.');
  await ann.isSaved();
  await expect(ben.claim('This one is Ann’s.')).toBeVisible();
  const line = ben.line(await ben.idOf('This one is Ann’s.'));
  const said = ben.page.getByText('Only its author or a moderator can retract this claim.');
  await line.press('Delete');
  await expect(said).toBeVisible();
  await expect(ben.page.getByRole('dialog')).toHaveCount(0);
  await ben.join();
  await expect(said).toBeHidden();
  await line.press('Delete');
  await expect(said).toBeVisible();
  await expect(line).toBeVisible();
});
