import { expect, type Locator, test, withServer } from './fixtures.ts';
import { hasFocusWithin } from './has-focus-within.ts';
import { isAccessible } from './is-accessible.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

/** Everything the server sends a person's browser from here on. */
function overheard({ page }: Person): string[] {
  const heard: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => heard.push(payload.toString()));
  });
  return heard;
}

/** Lets newcomers view only. */
async function letLookOn({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Manage' }).click();
  await page.getByRole('radio', { name: 'Observe (read only)' }).check();
  await page.keyboard.press('Escape');
}

test('an observer reports what Ben wrote: the moderators’ queue is worked by keys, the observer hears what became of it, and Ben hears nothing', async ({
  newPerson,
}) => {
  const [olga, ben, otto] = await Promise.all([newPerson('Olga'), newPerson('Ben'), newPerson('Otto')]);
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  const heard = overheard(ben);
  await ben.open(address);
  await ben.join();
  await ben.select('p_position1');
  await ben.argue('Support', 'Only fools drive into town.');
  await ben.argue('Support', 'The air is better.');
  await ben.isSaved();
  const [fools, air] = [await ben.idOf('Only fools drive'), await ben.idOf('The air is better.')];
  await ben.select(air);
  await ben.comment('Buy my filters.');
  await ben.isSaved();
  await letLookOn(olga);
  await olga.isSaved();
  await otto.open(address);
  await otto.join();

  await test.step('the observer reports two claims and a comment', () => reportsThree(otto, fools, air));

  const queue = olga.page.getByRole('list', { name: 'Queue' });
  const focused = olga.page.locator('[data-queued]:focus');

  await test.step('by keys alone, one is left, one is opened at its place, one is hidden, and the focus goes on', () =>
    worksQueueByKeys(olga, air, queue, focused));

  await test.step('the observer sees what became of each report, and nothing more of hidden content', () =>
    readsOutcomes(otto, address, air));

  await test.step('Ben has received no report in any way', () => hasHeardNothing(ben, address, heard, air));

  await test.step('after undo, the hidden claim is there again with its report', () =>
    undoesHiding(olga, otto, fools));
});

async function reportsThree(otto: Person, fools: string, air: string): Promise<void> {
  for (const [id, reason, words] of [
    [air, 'off topic', 'It is about health.'],
    [fools, 'abusive', 'It calls me a fool.'],
  ] as const) {
    await otto.select(id);
    await otto.choose('Report…');
    const dialog = otto.page.getByRole('dialog', { name: 'Report this claim' });
    if (id === air) await isAccessible(otto.page, 'the dialog to report', 'light');
    await dialog.getByRole('radio', { name: reason }).check();
    await dialog.getByLabel('What’s wrong?').fill(words);
    await otto.page.screenshot({ path: test.info().outputPath('report-dialog.png') });
    await dialog.getByRole('button', { name: 'Report' }).click();
    await expect(otto.panel).toContainText(`You reported this: ${reason}. No one has looked at it yet.`);
  }
  await otto.panel.getByRole('button', { name: 'More actions' }).click();
  await expect(otto.page.getByRole('menuitem', { name: 'Report…' })).toHaveCount(0);
  await otto.page.keyboard.press('Escape');
  await otto.select(air);
  const comments = otto.panel.locator('[data-section="comments"]');
  await otto.chooseForComment('Report…');
  await otto.page.getByRole('dialog').getByRole('radio', { name: 'spam' }).check();
  await otto.page.getByRole('dialog').getByRole('button', { name: 'Report' }).click();
  await expect(comments).toContainText('You reported this: spam.');
  await otto.isSaved();
  await otto.page.screenshot({ path: test.info().outputPath('reported.png') });
}

async function worksQueueByKeys(olga: Person, air: string, queue: Locator, focused: Locator): Promise<void> {
  await expect(olga.page.getByRole('button', { name: 'Manage (3)' })).toBeVisible();
  await olga.page.locator('main#debate').focus();
  await olga.page.keyboard.press('q');
  await expect(focused).toContainText('The air is better.');
  await isAccessible(olga.page, 'the queue', 'light');
  await isAccessible(olga.page, 'the queue', 'dark');
  await olga.page.screenshot({ path: test.info().outputPath('queue.png') });
  await expect(queue.getByRole('listitem').first()).toContainText('It is about health.');
  await olga.page.keyboard.press('j');
  await expect(focused).toContainText('Only fools drive into town.');
  await olga.page.keyboard.press('j');
  await expect(focused).toContainText('Buy my filters.');
  await olga.page.keyboard.press('Enter');
  await expect(queue).toHaveCount(0);
  await expect(olga.panel).toHaveAttribute('data-selected', air);
  await expect(olga.line(air)).toBeFocused();

  await olga.page.keyboard.press('q');
  await expect(focused).toContainText('The air is better.');
  await olga.page.keyboard.press('d');
  await expect(focused).toContainText('Only fools drive into town.');
  await olga.page.keyboard.press('h');
  await hasFocusWithin(olga.page.getByRole('dialog', { name: 'Hide this claim' }));
  // On the first field, which is not chosen for one.
  await expect(olga.page.getByRole('radio', { name: 'abusive' })).toBeFocused();
  await expect(olga.page.getByRole('radio', { name: 'abusive' })).not.toBeChecked();
  await olga.page.keyboard.press('Space');
  await olga.page.keyboard.press('Enter');
  await expect(focused).toContainText('Buy my filters.');
  await olga.page.keyboard.press('m');
  const dialog = olga.page.getByRole('dialog', { name: 'Flag this comment' });
  await expect(dialog.getByRole('radio').first()).toBeFocused();
  await isAccessible(olga.page, 'the dialog to mark', 'dark');
  for (let step = 0; step < 2; step += 1) await olga.page.keyboard.press('ArrowDown');
  await expect(olga.page.getByRole('radio', { name: 'off topic' })).toBeChecked();
  await olga.page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(olga.page.locator('[role="tabpanel"]:not([inert])')).toContainText(
    'Olga resolved reports on “The air',
  );
  await expect(queue.getByRole('listitem')).toHaveCount(1);
  await olga.page.keyboard.press('Escape');
  await olga.isSaved();
}

async function readsOutcomes(otto: Person, address: string, air: string): Promise<void> {
  const notice = otto.page.locator('[data-notice="reports"]');
  await expect(notice).toContainText('You reported “The air is better.” (off topic).');
  await expect(notice).toContainText('took no action');
  await expect(notice).toContainText(
    'You reported something that’s no longer shown (abusive). It was hidden.',
  );
  await expect(notice).toContainText('It was flagged for its author to revise.');
  await isAccessible(otto.page, 'what became of reports', 'light');
  await otto.page.screenshot({ path: test.info().outputPath('answers.png') });
  await notice.getByRole('button', { name: 'Close' }).click();
  await expect(notice).toHaveCount(0);
  await otto.open(address);
  await otto.select(air);
  await expect(otto.panel).toContainText('took no action');
  await expect(notice).toHaveCount(0);
}

async function hasHeardNothing(ben: Person, address: string, heard: string[], air: string): Promise<void> {
  await ben.select(air);
  await expect(ben.panel).not.toContainText('eported');
  const page = await ben.page.request.get(address);
  for (const received of [await page.text(), heard.join('\n')])
    expect(received).not.toMatch(/about health|calls me a fool|"report\./);
}

async function undoesHiding(olga: Person, otto: Person, fools: string): Promise<void> {
  await olga.page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  await olga.page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  await expect(otto.claim('Only fools drive into town.')).toBeVisible();
  await otto.select(fools);
  await expect(otto.panel).toContainText('No one has looked at it yet.');
  await otto.panel.getByRole('button', { name: 'Withdraw report' }).click();
  await expect(otto.panel).not.toContainText('You reported');
}

test('a claim is marked with a note: all see the mark, its author the note; revised, it waits for a second look and is accepted by a key', async ({
  newPerson,
}) => {
  const [olga, ben, cara] = await Promise.all([newPerson('Olga'), newPerson('Ben'), newPerson('Cara')]);
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  const heard = overheard(cara);
  await Promise.all([ben.open(address), cara.open(address)]);
  await ben.join();
  await ben.select('p_position1');
  await ben.argue('Support', 'Shops earn more.');
  await ben.argue('Support', 'Shops sell more, too.');
  await ben.isSaved();
  const [first, second] = [await ben.idOf('Shops earn more.'), await ben.idOf('Shops sell more, too.')];

  await test.step('the owner marks it twice, once naming another claim', () => flagsTwice(olga, second));

  await test.step('everyone sees the marks and the claim that is named, the author alone the note', () =>
    seeMarks({ ben, cara }, address, heard, first, second));

  await test.step('its author rewords it and says so', () => rewordsFlagged(ben, cara, second));

  await test.step('a second look: still so, then accepted', () =>
    reviewsRevision({ olga, ben, cara }, second));

  await test.step('[LN13] the duplicate is merged into the claim that its mark names, which is not marked by that', () =>
    mergesFromMark(olga, cara, first, second));
});

async function flagsTwice(olga: Person, second: string): Promise<void> {
  await olga.select(second);
  await olga.choose('Flag for review…');
  const dialog = olga.page.getByRole('dialog', { name: 'Flag this claim' });
  await dialog.getByRole('radio', { name: 'unsupported' }).check();
  await dialog.getByLabel('Note to the author').fill('Measured where?');
  await olga.page.screenshot({ path: test.info().outputPath('mark-dialog.png') });
  await dialog.getByRole('button', { name: 'Flag' }).click();
  await expect(olga.row(second)).toContainText('unsupported');
  await olga.choose('Flag for review…');
  await dialog.getByRole('radio', { name: 'duplicate' }).check();
  await dialog.getByRole('radio', { name: 'Shops earn more.' }).check();
  await dialog.getByLabel('Note to the author').fill('');
  await isAccessible(olga.page, 'the dialog to mark a duplicate', 'light');
  await olga.page.screenshot({ path: test.info().outputPath('mark-duplicate.png') });
  await dialog.getByRole('button', { name: 'Flag' }).click();
  await olga.isSaved();
}

async function seeMarks(
  { ben, cara }: Record<'ben' | 'cara', Person>,
  address: string,
  heard: string[],
  first: string,
  second: string,
): Promise<void> {
  await expect(cara.row(second).locator('[data-sign="marked"]')).toHaveText(/unsupported \+1/);
  await cara.select(second);
  await expect(cara.panel).toContainText('It lacks a reason or a source.');
  await cara.panel.getByRole('button', { name: 'Shops earn more.' }).first().click();
  await expect(cara.panel).toHaveAttribute('data-selected', first);
  await ben.select(second);
  await expect(ben.panel).toContainText('Measured where?');
  await ben.page.screenshot({ path: test.info().outputPath('marked-panel.png') });
  await isAccessible(ben.page, 'a marked claim', 'dark');
  const page = await cara.page.request.get(address);
  for (const received of [await page.text(), heard.join('\n')])
    expect(received).not.toContain('Measured where?');
}

async function rewordsFlagged(ben: Person, cara: Person, second: string): Promise<void> {
  await ben.choose('Edit claim');
  await expect(ben.page.getByRole('textbox', { name: 'Claim text' })).toBeFocused();
  await ben.page.keyboard.press('ControlOrMeta+a');
  await ben.page.keyboard.type('Shops in Ghent sell more.');
  await ben.page.keyboard.press('ControlOrMeta+Enter');
  await ben.panel
    .locator('[data-mark="unsupported"]')
    .getByRole('button', { name: 'Mark as revised' })
    .click();
  await expect(cara.row(second).locator('[data-sign="marked"]')).toHaveAttribute('title', /has revised it/);
}

async function reviewsRevision(
  { olga, ben, cara }: Record<'olga' | 'ben' | 'cara', Person>,
  second: string,
): Promise<void> {
  await olga.page.locator('main#debate').focus();
  await olga.page.keyboard.press('q');
  const focused = olga.page.locator('[data-queued]:focus');
  await expect(focused).toContainText('Shops in Ghent sell more.');
  await olga.page.keyboard.press('r');
  const dialog = olga.page.getByRole('dialog', { name: 'Flag this claim' });
  await expect(dialog.getByLabel('Note to the author')).toHaveValue('Measured where?');
  await dialog.getByLabel('Note to the author').fill('Measured by whom?');
  await dialog.getByRole('button', { name: 'Flag' }).click();
  await expect(olga.page.getByText('The queue is empty.')).toBeVisible();
  await expect(ben.panel).toContainText('Measured by whom?');
  await ben.panel
    .locator('[data-mark="unsupported"]')
    .getByRole('button', { name: 'Mark as revised' })
    .click();
  await olga.page.locator('[data-queued]').focus();
  await olga.page.keyboard.press('a');
  await expect(olga.page.getByText('The queue is empty.')).toBeVisible();
  await expect(cara.row(second).locator('[data-sign="marked"]')).toHaveText(/duplicate/);
  await expect(cara.row(second)).not.toContainText('unsupported');
  const log = olga.page.locator('[role="tabpanel"]:not([inert])');
  await expect(log).toContainText('Olga removed a flag from “Shops in Ghent sell more.” · unsupported');
  await expect(log.getByLabel('Flags, by reason')).toContainText('unsupported');
  await olga.page.screenshot({ path: test.info().outputPath('log.png') });
}

async function mergesFromMark(olga: Person, cara: Person, first: string, second: string): Promise<void> {
  await olga.page.keyboard.press('Escape');
  await olga.select(second);
  const mark = olga.panel.locator('[data-mark="duplicate"]');
  await olga.page.screenshot({ path: test.info().outputPath('merge-from-mark.png') });
  await mark.getByRole('button', { name: 'Merge…' }).click();
  const dialog = olga.page.getByRole('dialog', { name: 'Merge duplicate claims' });
  await expect(dialog.getByRole('radio', { name: 'Shops earn more.' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(olga.panel).toHaveAttribute('data-selected', first);
  await expect(cara.row(second)).toHaveCount(0);
  await expect(cara.row(first).locator('[data-sign="merged"]')).toBeVisible();
  await expect(cara.row(first).locator('[data-sign="marked"]')).toHaveCount(0);
}
