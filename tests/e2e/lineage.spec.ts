import { expect, type Locator, test, withServer } from './fixtures.ts';
import { hasFocusWithin } from './has-focus-within.ts';
import { isAccessible } from './is-accessible.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

const TWIN = 'A quiet street sells more.';
const OTHER = 'Shops sell more in quiet streets.';

/** Olga's debate, in which Ben has made both claims, under one position each. */
async function withTwins(
  olga: Person,
  ben: Person,
): Promise<{ address: string; twin: string; other: string }> {
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  await ben.open(address);
  await ben.join();
  await ben.select('p_position1');
  await ben.argue('Support', OTHER);
  await ben.select('p_position1');
  await ben.argue('Support', TWIN);
  await ben.isSaved();
  return { address, twin: await ben.idOf(TWIN), other: await ben.idOf(OTHER) };
}

/** Chooses from the menu of the claim in the panel, with the keys alone. */
async function chooseByKeys({ page, panel }: Person, item: string): Promise<void> {
  await panel.getByRole('button', { name: 'More actions' }).focus();
  await page.keyboard.press('Enter');
  await hasFocusWithin(page.getByRole('menu'));
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  for (let on = await focused(); !on?.startsWith(item); on = await focused()) {
    await page.keyboard.press('ArrowDown');
    await expect.poll(focused).not.toBe(on);
  }
  await page.keyboard.press('Enter');
}

test('two claims are merged while one votes on both and another writes under the duplicate; undone, all is as it was', async ({
  newPerson,
}) => {
  const [olga, ben, cara] = await Promise.all([newPerson('Olga'), newPerson('Ben'), newPerson('Cara')]);
  const { address, twin, other } = await withTwins(olga, ben);
  await cara.open(address);
  await cara.join();
  await ben.select(other);
  await ben.vote('Agree');
  await ben.select(twin);
  await ben.vote('Disagree');
  await ben.comment('I sold shoes there.');
  await ben.isSaved();
  await cara.select(twin);
  await cara.vote('Agree');
  await cara.panel
    .locator('[data-column="support"]')
    .getByRole('button', { name: /Support$/ })
    .click();
  const composer = cara.page.getByRole('form', { name: /^New support/ });
  await composer.getByRole('textbox').first().fill('Nobody strolls beside lorries.');

  await test.step('with the keys alone', () => mergesByKeys(olga, twin, other));

  await test.step('a voter on both counts once, and a voter on the duplicate is asked to vote again', () =>
    countVotersOnce(olga, cara, other));

  await test.step('a reply in progress goes to the other claim', () =>
    sendsReply(olga, cara, other, composer));

  await test.step('its author sees a notice, and the duplicate’s address leads to the other', () =>
    findsMergedClaim({ ben, cara }, address, twin, other));

  await test.step('it is in the moderation log', () => isInModerationLog(olga));

  await test.step('undone, each has its own, and what came since is where it was written', () =>
    undoesMerge(olga, twin));
});

async function mergesByKeys(olga: Person, twin: string, other: string): Promise<void> {
  await olga.select(twin);
  await chooseByKeys(olga, 'Merge into another…');
  const dialog = olga.page.getByRole('dialog', { name: 'Merge duplicate claims' });
  await expect(dialog.getByRole('searchbox', { name: 'Search claims' })).toBeFocused();
  await olga.page.keyboard.type('quiet streets');
  await olga.page.keyboard.press('ArrowDown');
  await expect(dialog).toContainText('no arguments, 1 comment, no sources, 2 votes.');
  await isAccessible(olga.page, 'the dialog to merge', 'light');
  await olga.page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(olga.row(twin)).toHaveCount(0);
  await expect(olga.panel).toHaveAttribute('data-selected', other);
}

async function countVotersOnce(olga: Person, cara: Person, other: string): Promise<void> {
  await expect(olga.panel.getByRole('button', { name: 'Agree, 2 votes', exact: true })).toBeVisible();
  await expect(olga.panel.getByRole('button', { name: 'Disagree, 0 votes' })).toBeVisible();
  await cara.row(other).locator('p').first().click();
  await expect(cara.panel).toContainText('You voted on a claim that was merged into this one.');
  await expect(cara.panel.getByRole('button', { name: 'Agree, 2 votes', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(cara.panel).toContainText('I sold shoes there.');
}

async function sendsReply(olga: Person, cara: Person, other: string, composer: Locator): Promise<void> {
  await composer.getByRole('button', { name: 'Add argument' }).click();
  await cara.isSaved();
  const id = await olga.idOf('Nobody strolls beside lorries.');
  await expect(olga.line(other).locator(`[id="${id}"]`)).toBeVisible();
}

async function findsMergedClaim(
  { ben, cara }: Record<'ben' | 'cara', Person>,
  address: string,
  twin: string,
  other: string,
): Promise<void> {
  await expect(
    ben.page.locator('[data-notice]').filter({ hasText: `Your claim “${TWIN}” was merged` }),
  ).toBeVisible();
  await expect(ben.panel).toContainText('Continue there.');
  await ben.page.getByRole('button', { name: 'View' }).click();
  await expect(ben.panel).toHaveAttribute('data-selected', other);
  await expect(ben.panel.locator('[data-lineage]')).toContainText(TWIN);
  const page = await cara.page.request.get(`${address}/claims/${twin}`);
  expect(await page.text()).toContain(`${address}/claims/${other}`);
  await cara.page.goto(`${address}#${twin}`);
  await cara.page.reload();
  await expect(cara.panel).toHaveAttribute('data-selected', other);
}

async function isInModerationLog(olga: Person): Promise<void> {
  await olga.page.getByRole('button', { name: 'Manage' }).click();
  await olga.page.getByRole('tab', { name: 'Moderation' }).click();
  await expect(olga.page.locator('[role="tabpanel"]:not([inert])')).toContainText(
    `Olga merged “${TWIN}” into “${OTHER}”`,
  );
  await olga.page.keyboard.press('Escape');
}

async function undoesMerge(olga: Person, twin: string): Promise<void> {
  await olga.page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  await expect(olga.row(twin)).toBeVisible();
  const id = await olga.idOf('Nobody strolls beside lorries.');
  await expect(olga.line(twin).locator(`[id="${id}"]`)).toBeVisible();
  await olga.select(twin);
  await expect(olga.panel.getByRole('button', { name: 'Agree, 1 vote', exact: true })).toBeVisible();
  await expect(olga.panel.getByRole('button', { name: 'Disagree, 1 vote' })).toBeVisible();
  await expect(olga.panel).toContainText('I sold shoes there.');
}

test('a claim is split with the keys alone, an argument goes along, and it is joined again', async ({
  newPerson,
}) => {
  const [olga, ben] = await Promise.all([newPerson('Olga'), newPerson('Ben')]);
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  await ben.open(address);
  await ben.join();
  await ben.select('p_position1');
  await ben.argue('Support', 'Streets get quiet. Shops sell more.');
  const whole = await ben.idOf('Streets get quiet. Shops sell more.');
  await ben.select(whole);
  await ben.argue('Support', 'Ours sold a third more.');
  await ben.select(whole);
  await ben.vote('Agree');
  await ben.isSaved();
  await splitsByKeys(olga, whole);

  await test.step('everyone sees two, the votes with the first, the argument with the second', () =>
    seeTwoParts(ben, whole));

  await test.step('undone and done again', () => undoesAndRedoesSplit(olga, ben, whole));

  await test.step('joined by its author, it is one again with its argument and its vote', () =>
    joinsParts(olga, ben, whole));
});

async function splitsByKeys(olga: Person, whole: string): Promise<void> {
  await olga.select(whole);
  await chooseByKeys(olga, 'Split…');
  const dialog = olga.page.getByRole('dialog', { name: 'Split claim' });
  const first = dialog.getByLabel('First part');
  await expect(first).toBeFocused();
  await olga.page.keyboard.press('Control+Home');
  for (let at = 0; at < 'Streets get quiet.'.length; at += 1) await olga.page.keyboard.press('ArrowRight');
  const keys = async (key: string, leadTo: Locator) => {
    await olga.page.keyboard.press(key);
    await expect(leadTo).toBeFocused();
  };
  const cut = dialog.getByRole('button', { name: 'Cut here' });
  await keys('Tab', cut);
  await olga.page.keyboard.press('Enter');
  await expect(first).toHaveValue('Streets get quiet.');
  const second = dialog.getByLabel('Part 2');
  await expect(second).toHaveValue('Shops sell more.');
  await keys('Tab', second);
  await keys('Tab', dialog.getByRole('button', { name: 'Put back' }));
  const standsWith = dialog.getByRole('combobox', { name: 'Ours sold a third more.: replies to' });
  await keys('Tab', standsWith);
  await olga.page.keyboard.press('ArrowDown');
  await expect(standsWith.locator('option:checked')).toHaveText('part 2');
  await isAccessible(olga.page, 'the dialog to split', 'light');
  await keys('Tab', dialog.getByRole('button', { name: 'Cancel' }));
  await keys('Tab', dialog.getByRole('button', { name: 'Split', exact: true }));
  await olga.page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  // One goes on from the claim.
  await expect(olga.page.locator('[role="treeitem"]:focus')).toHaveAttribute('id', whole);
}

async function seeTwoParts(ben: Person, whole: string): Promise<void> {
  await expect(ben.row(whole)).toContainText('Streets get quiet.');
  await expect(ben.row(whole)).not.toContainText('Shops');
  const part = await ben.idOf('Shops sell more.');
  const argument = await ben.idOf('Ours sold a third more.');
  await expect(ben.line(part).locator(`[id="${argument}"]`)).toBeVisible();
  await expect(ben.row(part)).toContainText('Ben');
  await expect(ben.panel).toContainText('You voted on an earlier wording.');
  await expect(ben.panel.locator('[data-lineage]')).toContainText('Split into');
  await ben.select(part);
  await expect(ben.panel.locator('[data-lineage]')).toContainText('Split from');
}

async function undoesAndRedoesSplit(olga: Person, ben: Person, whole: string): Promise<void> {
  await olga.page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  await expect(ben.row(whole)).toContainText('Streets get quiet. Shops sell more.');
  await expect(ben.claim('Shops sell more.')).toHaveCount(1);
  await olga.page.getByRole('button', { name: 'Redo' }).click();
  await expect(ben.row(whole)).not.toContainText('Shops');
}

async function joinsParts(olga: Person, ben: Person, whole: string): Promise<void> {
  await ben.select(whole);
  await ben.panel.getByRole('button', { name: 'Undo split' }).click();
  await expect(olga.row(whole)).toContainText('Streets get quiet. Shops sell more.');
  const argument = await ben.idOf('Ours sold a third more.');
  await expect(ben.line(whole).locator(`[id="${argument}"]`)).toBeVisible();
  await expect(ben.panel).not.toContainText('You voted on an earlier wording.');
}
