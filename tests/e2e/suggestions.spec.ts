import { expect, type Locator, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

const SAID = 'Trees make streets cool.';

async function hasFocusWithin(part: Locator): Promise<void> {
  await expect.poll(() => part.evaluate((element) => element.contains(document.activeElement))).toBe(true);
}

/** Suggests another wording for the claim in the panel. */
async function suggest(who: Person, wording: string, note: string): Promise<void> {
  await who.choose('Suggest another wording…');
  const dialog = who.page.getByRole('dialog', { name: 'Suggest another wording' });
  await hasFocusWithin(dialog);
  await dialog.getByRole('textbox', { name: 'Wording' }).fill(wording);
  await dialog.getByLabel('Why').fill(note);
  await dialog.getByRole('button', { name: 'Suggest it' }).click();
  await expect(dialog).toBeHidden();
  await who.isSaved();
}

const suggestionsOf = ({ panel }: Person) => panel.locator('[data-suggestion]');

test('Ben suggests another wording for what Ann wrote; she accepts one and returns one; Cara, who voted, is asked again', async ({
  newPerson,
}) => {
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

  await test.step('what would change is shown as it is typed', async () => {
    await ben.select(id);
    await ben.choose('Suggest another wording…');
    const dialog = ben.page.getByRole('dialog', { name: 'Suggest another wording' });
    await hasFocusWithin(dialog);
    await dialog.getByRole('textbox', { name: 'Wording' }).fill('Trees make streets cooler in July.');
    await expect(dialog.locator('ins')).toContainText('cooler in July');
    await expect(dialog.locator('del')).toContainText('cool');
    await isAccessible(ben.page, 'suggesting a wording', 'light');
    await dialog.getByRole('button', { name: 'Suggest it' }).click();
    await expect(dialog).toBeHidden();
    await ben.isSaved();
  });
  await suggest(ben, '树让街道凉快。', 'In Chinese');

  await test.step('Ann is told, and sees both; Cara sees none', async () => {
    await ann.page.locator('[data-notice="suggestions"]').getByRole('button', { name: 'Look' }).click();
    await expect(suggestionsOf(ann)).toHaveCount(2);
    await expect(suggestionsOf(ann).first()).toContainText('Suggested by Ben');
    await isAccessible(ann.page, 'suggested wordings', 'dark');
    await expect(suggestionsOf(cara)).toHaveCount(0);
    await olga.select(id);
    await expect(suggestionsOf(olga)).toHaveCount(2);
  });

  await test.step('reworded meanwhile, they are shown against the present wording', async () => {
    await ann.row(id).locator('p[dir]').first().click();
    await ann.page.keyboard.press('e');
    const editor = ann.page.getByRole('textbox', { name: 'Wording of the claim' });
    await expect(editor).toBeFocused();
    await ann.page.keyboard.press('ControlOrMeta+Home');
    await ann.page.keyboard.insertText('Tall trees: ');
    await ann.page.keyboard.press('Escape');
    await ann.isSaved();
    await expect(suggestionsOf(ann).first()).toContainText(
      'The claim has been reworded since this was suggested.',
    );
    await expect(suggestionsOf(ann).first().locator('ins')).toContainText('cooler in July');
  });

  await test.step('accepted, it is the claim’s wording, and names both', async () => {
    await suggestionsOf(ann).first().getByRole('button', { name: 'Accept' }).click();
    await ann.isSaved();
    const wording = 'Tall trees: Trees make streets cooler in July.';
    await expect(cara.panel.getByRole('heading', { level: 2 })).toHaveText(wording);
    await expect(cara.panel.locator('[data-credit]')).toHaveText('wording suggested by Ben');
    await expect(cara.panel).toContainText(
      'You voted on an earlier wording. Vote again to answer the present one.',
    );
    await expect(ben.panel).toContainText('It was reworded since: read it as it is now, and vote.');
    await cara.vote('Agree');
    await cara.isSaved();
    await expect(ben.panel).not.toContainText('It was reworded since');
  });

  await test.step('returned, Ben reads why', async () => {
    await suggestionsOf(ann).first().getByRole('button', { name: 'Return…' }).click();
    const dialog = ann.page.getByRole('dialog', { name: 'Return the suggestion' });
    await hasFocusWithin(dialog);
    await dialog.getByLabel('Reason').fill('We debate in English.');
    await dialog.getByRole('button', { name: 'Return it' }).click();
    await expect(dialog).toBeHidden();
    await expect(suggestionsOf(ann)).toHaveCount(0);
    await expect(suggestionsOf(ben)).toContainText('Returned by Ann: We debate in English.');
  });

  await test.step('undone, it waits again', async () => {
    await ann.page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
    await ann.isSaved();
    await expect(suggestionsOf(ann)).toHaveCount(1);
    await suggestionsOf(ben).getByRole('button', { name: 'Take it back' }).click();
    await ben.isSaved();
    await expect(suggestionsOf(ann)).toHaveCount(0);
  });
});
