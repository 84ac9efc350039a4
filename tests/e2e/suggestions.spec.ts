import { expect, test, withServer } from './fixtures.ts';
import { hasFocusWithin } from './has-focus-within.ts';
import { isAccessible } from './is-accessible.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

const SAID = 'Trees make streets cool.';

/** Suggests another wording for the claim in the panel. */
async function suggest(who: Person, wording: string, note: string): Promise<void> {
  await who.choose('Suggest wording…');
  const dialog = who.page.getByRole('dialog', { name: 'Suggest a wording' });
  await hasFocusWithin(dialog);
  await dialog.getByRole('textbox', { name: 'Wording' }).fill(wording);
  await dialog.getByLabel('Why').fill(note);
  await dialog.getByRole('button', { name: 'Suggest' }).click();
  await expect(dialog).toBeHidden();
  await who.isSaved();
}

const suggestionsOf = ({ panel }: Person) => panel.locator('[data-suggestion]');

test('Ben suggests another wording for what Ann wrote; she accepts one and returns one; Cara, who voted, is asked again', {
  tag: '@quick',
}, async ({ newPerson }) => {
  const [olga, ann, ben, cara] = await Promise.all(
    ['Olga', 'Ann', 'Ben', 'Cara'].map((name) => newPerson(name)),
  );
  if (!olga || !ann || !ben || !cara) throw new Error('Four people');
  const address = await startDebate(olga, 'Towns should plant trees along every street.');
  for (const who of [ann, ben, cara]) {
    await who.open(address);
    await who.join();
  }
  await ann.select('p_position1');
  await ann.argue('Support', SAID);
  await ann.isSaved();
  const id = await ann.idOf(SAID);
  await cara.select(id);
  await cara.vote('Agree');
  await cara.isSaved();

  await test.step('the difference is shown while typing', () => showsDifference(ben, id));
  await suggest(ben, '树让街道凉快。', 'In Chinese');

  await test.step('Ann gets a notice, and sees both; Cara sees none', () =>
    findsSuggestions({ olga, ann, cara }, id));

  await test.step('reworded meanwhile, they are shown against the present wording', () =>
    rewordsMeanwhile(ann, id));

  await test.step('accepted, it is the claim’s wording, and names both', () => accepts({ ann, ben, cara }));

  await test.step('returned, Ben reads why', () => returns(ann, ben));

  await test.step('undone, it waits again', () => undoesReturn(ann, ben));
});

async function showsDifference(ben: Person, id: string): Promise<void> {
  await ben.select(id);
  await ben.choose('Suggest wording…');
  const dialog = ben.page.getByRole('dialog', { name: 'Suggest a wording' });
  await hasFocusWithin(dialog);
  await dialog.getByRole('textbox', { name: 'Wording' }).fill('Trees make streets cooler in July.');
  await expect(dialog.locator('ins')).toContainText('cooler in July');
  await expect(dialog.locator('del')).toContainText('cool');
  await isAccessible(ben.page, 'suggesting a wording', 'light');
  await dialog.getByRole('button', { name: 'Suggest' }).click();
  await expect(dialog).toBeHidden();
  await ben.isSaved();
}

async function findsSuggestions(
  { olga, ann, cara }: Record<'olga' | 'ann' | 'cara', Person>,
  id: string,
): Promise<void> {
  await ann.page.locator('[data-notice="suggestions"]').getByRole('button', { name: 'View' }).click();
  await expect(suggestionsOf(ann)).toHaveCount(2);
  await expect(suggestionsOf(ann).first()).toContainText('Suggested by Ben');
  await isAccessible(ann.page, 'suggested wordings', 'dark');
  await expect(suggestionsOf(cara)).toHaveCount(0);
  await olga.select(id);
  await expect(suggestionsOf(olga)).toHaveCount(2);
}

async function rewordsMeanwhile(ann: Person, id: string): Promise<void> {
  await ann.row(id).locator('p').first().click();
  await ann.page.keyboard.press('e');
  const editor = ann.page.getByRole('textbox', { name: 'Claim text' });
  await expect(editor).toBeFocused();
  await ann.page.keyboard.press('ControlOrMeta+Home');
  await ann.page.keyboard.insertText('Tall trees: ');
  await ann.page.keyboard.press('Escape');
  await ann.isSaved();
  await expect(suggestionsOf(ann).first()).toContainText('The claim was reworded after this suggestion.');
  await expect(suggestionsOf(ann).first().locator('ins')).toContainText('cooler in July');
}

async function accepts({ ann, ben, cara }: Record<'ann' | 'ben' | 'cara', Person>): Promise<void> {
  await suggestionsOf(ann).first().getByRole('button', { name: 'Accept' }).click();
  await ann.isSaved();
  const wording = 'Tall trees: Trees make streets cooler in July.';
  await expect(cara.panel.getByRole('heading', { level: 2 })).toHaveText(wording);
  await expect(cara.panel.locator('[data-credit]')).toHaveText('wording suggested by Ben');
  await expect(cara.panel).toContainText('You voted on an earlier wording. Please vote again.');
  await expect(ben.panel).toContainText('1 vote was cast on an earlier wording.');
  await expect(ben.panel).not.toContainText('vote again');
  await cara.vote('Agree');
  await cara.isSaved();
  await expect(ben.panel).not.toContainText('earlier wording');
}

async function returns(ann: Person, ben: Person): Promise<void> {
  await suggestionsOf(ann).first().getByRole('button', { name: 'Send back…' }).click();
  const dialog = ann.page.getByRole('dialog', { name: 'Send back the suggestion' });
  await hasFocusWithin(dialog);
  await dialog.getByLabel('Reason').fill('We debate in English.');
  await dialog.getByRole('button', { name: 'Send back' }).click();
  await expect(dialog).toBeHidden();
  await expect(suggestionsOf(ann)).toHaveCount(0);
  await expect(suggestionsOf(ben)).toContainText('Sent back by Ann: We debate in English.');
}

async function undoesReturn(ann: Person, ben: Person): Promise<void> {
  await ann.page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  await ann.isSaved();
  await expect(suggestionsOf(ann)).toHaveCount(1);
  await suggestionsOf(ben).getByRole('button', { name: 'Withdraw' }).click();
  await ben.isSaved();
  await expect(suggestionsOf(ann)).toHaveCount(0);
}

const listOf = ({ page }: Person) => page.getByRole('dialog', { name: 'Suggested wordings' });

/** Opens the list of suggestions from the menu, which says how many wait. */
async function openList(who: Person, label: string | RegExp): Promise<void> {
  await who.page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await who.page.getByRole('menuitem', { name: label }).click();
  await hasFocusWithin(listOf(who));
}

test('reviewers find all suggestions in one list, and their authors find the outcome', async ({
  newPerson,
}) => {
  const [olga, ann, ben] = await Promise.all([newPerson('Olga'), newPerson('Ann'), newPerson('Ben')]);
  const address = await startDebate(olga, 'Towns should plant trees along every street.');
  for (const who of [ann, ben]) {
    await who.open(address);
    await who.join();
  }
  const said = ['树让街道凉快。', 'الأشجار تبرّد 🌳 الشوارع', SAID];
  await ann.select('p_position1');
  for (const text of said) await ann.argue('Support', text);
  await ann.isSaved();
  for (const text of said) {
    await ben.select(await ben.idOf(text));
    await suggest(ben, `${text} (7)`, 'In July');
  }

  await test.step('Ann, mostly by keys', () => worksListByKeys(ann));

  await test.step('Olga has what is left in her queue, counted, and in the list', () =>
    findsRestInQueue(olga));

  await test.step('both answer at once: one answer stands, and both see it', () => answerAtOnce(olga, ann));

  await test.step('Ben sees which was returned, and why', () => readsReturned(ben));
});

async function worksListByKeys(ann: Person): Promise<void> {
  const notice = ann.page.locator('[data-notice="suggestions"]');
  await expect(notice).toContainText('3 wordings are suggested');
  await notice.getByRole('button', { name: 'View' }).press('Enter');
  await hasFocusWithin(listOf(ann));
  await expect(listOf(ann).getByRole('heading', { name: '3 for your contributions' })).toBeVisible();
  await isAccessible(ann.page, 'all suggested wordings', 'light');
  await isAccessible(ann.page, 'all suggested wordings', 'dark');
  const first = listOf(ann).locator('[data-suggestion]').first();
  await expect(first.locator('ins')).toContainText('(7)');
  await first.getByRole('button', { name: 'Accept' }).press('Enter');
  await ann.isSaved();
  await expect(listOf(ann).getByRole('heading', { name: '2 for your contributions' })).toBeVisible();
  await listOf(ann).getByRole('button', { name: 'Send back…' }).first().press('Enter');
  const why = ann.page.getByRole('dialog', { name: 'Send back the suggestion' });
  await expect(why.getByLabel('Reason')).toBeFocused();
  await ann.page.keyboard.type('ليس في تموز وحده');
  await expect(why.getByLabel('Reason')).toHaveValue('ليس في تموز وحده');
  // By the pointer: a dialog gives its field the focus once more when it has come to rest, and keys would go there.
  await why.getByRole('button', { name: 'Send back' }).click();
  await expect(why).toBeHidden();
  await ann.isSaved();
  await listOf(ann).getByRole('button', { name: SAID }).press('Enter');
  await expect(listOf(ann)).toBeHidden();
  await expect(ann.panel.getByRole('heading', { level: 2 })).toHaveText(SAID);
}

async function findsRestInQueue(olga: Person): Promise<void> {
  await olga.page.getByRole('banner').getByRole('button', { name: 'Manage (1)' }).click();
  const manage = olga.page.getByRole('dialog', { name: 'Manage debate' });
  await manage.getByText('Moderation', { exact: true }).click();
  await expect(manage.locator('[data-queued]')).toContainText('wording suggested');
  await expect(manage.locator('[data-queued] ins')).toContainText('(7)');
  await olga.page.keyboard.press('Escape');
  await expect(manage).toBeHidden();
  await openList(olga, 'Suggested wordings (1)');
  await expect(listOf(olga).getByRole('heading', { name: '1 for others’ contributions' })).toBeVisible();
}

async function answerAtOnce(olga: Person, ann: Person): Promise<void> {
  await ann.page.keyboard.press('Escape');
  await openList(ann, 'Suggested wordings (1)');
  const buttons = await Promise.all(
    [olga, ann].map((who) => listOf(who).getByRole('button', { name: 'Accept' }).elementHandle()),
  );
  // Twice each; the later one may have lost the button by then.
  await Promise.all(
    buttons.map((button) =>
      button?.evaluate((element: HTMLElement) => {
        element.click();
        element.click();
      }),
    ),
  );
  for (const who of [olga, ann]) {
    await expect(listOf(who)).toContainText('No open suggestions');
    await who.page.keyboard.press('Escape');
    await expect(listOf(who)).toBeHidden();
    await who.isSaved();
    await expect(who.claim(`${SAID} (7)`).first()).toBeVisible();
    await expect(who.claim(`${SAID} (7) (7)`)).toHaveCount(0);
  }
}

async function readsReturned(ben: Person): Promise<void> {
  await openList(ben, 'Suggested wordings');
  await expect(listOf(ben).getByRole('heading', { name: '1 from you' })).toBeVisible();
  await expect(listOf(ben)).toContainText('Sent back by Ann: ليس في تموز وحده');
}

test('suggestions and comments made offline are sent on reconnect; those that no longer apply keep their words', async ({
  newPerson,
}) => {
  const [olga, ann, ben] = await Promise.all([newPerson('Olga'), newPerson('Ann'), newPerson('Ben')]);
  const address = await startDebate(olga, 'Towns should plant trees along every street.');
  for (const who of [ann, ben]) {
    await who.open(address);
    await who.join();
  }
  await ann.select('p_position1');
  await ann.argue('Support', SAID);
  await ann.argue('Support', 'Leaves are swept every week.');
  await ann.isSaved();
  const [kept, gone] = [await ann.idOf(SAID), await ann.idOf('Leaves')];
  await expect(ben.row(gone)).toBeVisible();
  await expect(ben.board).toHaveAttribute('data-whole', '');
  ben.watch.expectLostServer();
  await ben.context.setOffline(true);
  await expect(ben.board).toHaveAttribute('data-connection', 'reconnecting');
  const offline = async (id: string, wording: string) => {
    await ben.select(id);
    await ben.choose('Suggest wording…');
    const dialog = ben.page.getByRole('dialog', { name: 'Suggest a wording' });
    await hasFocusWithin(dialog);
    await dialog.getByRole('textbox', { name: 'Wording' }).fill(wording);
    await dialog.getByRole('button', { name: 'Suggest' }).click();
    await expect(dialog).toBeHidden();
  };
  await offline(kept, '树让街道凉快 🌳。');
  await ben.comment('لماذا؟ 🌳');
  await offline(gone, 'Leaves are swept every day.');
  await ann.select(gone);
  await ann.choose('Retract');
  await ann.isSaved();
  await ben.context.setOffline(false);
  const tray = ben.page.getByRole('region', { name: '1 change couldn’t be made' });
  await tray.getByRole('button', { name: 'Show it' }).click();
  await expect(tray.getByRole('blockquote')).toContainText('Leaves are swept every day.');
  await ann.select(kept);
  await expect(suggestionsOf(ann).locator('ins')).toContainText(['树让街道凉快']);
  await expect(ann.panel).toContainText('لماذا؟ 🌳');
});
