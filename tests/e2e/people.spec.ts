import { expect, type Locator, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

const MOTION = 'Towns should close their centres to cars.';

/** The list of people in the dialog that manages the debate. */
async function manage(owner: Person): Promise<Locator> {
  await owner.page.getByRole('button', { name: 'Manage' }).click();
  const dialog = owner.page.getByRole('dialog', { name: 'Manage debate' });
  await dialog.getByRole('tab', { name: 'People' }).click();
  return dialog;
}

/** Chooses from what can be decided about someone, and says why. */
async function decide(owner: Person, name: string, what: string, reason: string, act: string): Promise<void> {
  await owner.page.getByRole('button', { name: `More actions for ${name}` }).click();
  await owner.page.getByRole('menuitem', { name: what }).click();
  const asked = owner.page.getByRole('dialog', { name: new RegExp(name) });
  // Nothing is chosen for one.
  await expect(asked.getByRole('radio', { checked: true })).toHaveCount(0);
  await asked.getByRole('radio', { name: reason }).check();
  if (act !== 'Remove') await asked.getByRole('radio', { name: 'until a moderator lifts it' }).check();
  await asked.getByRole('button', { name: act, exact: true }).click();
  await expect(asked).toBeHidden();
  await owner.isSaved();
}

/** Another person's page doesn't say it: what was sent before the answer to an act of theirs has arrived. */
async function seesNothing(other: Person, word: string): Promise<void> {
  await other.select('p_position1');
  await other.comment('Well.');
  await other.isSaved();
  await expect(other.page.getByText(word)).toHaveCount(0);
}

const keptOf = ({ page }: Person) => page.getByRole('region', { name: 'Your text that wasn’t saved' });

const writesButton = ({ page }: Person) => page.getByRole('button', { name: 'Support', exact: true }).first();

test('a moderator sets a role, mutes, removes and bans; the person sees it plainly, the others see nothing of it', async ({
  newPerson,
}) => {
  const [olga, ben, cara] = await Promise.all([newPerson('Olga'), newPerson('Ben'), newPerson('Cara')]);
  const address = await startDebate(olga, MOTION);
  for (const person of [ben, cara]) {
    await person.open(address);
    await person.join();
  }
  const dialog = await manage(olga);
  await dialog.getByLabel('Find by name').fill('be');
  await expect(dialog.getByRole('status')).toHaveText('1 person');

  await dialog.getByRole('combobox', { name: 'Role of Ben' }).selectOption('observer');
  await expect(writesButton(ben)).toHaveCount(0);
  await dialog.getByRole('combobox', { name: 'Role of Ben' }).selectOption('debater');
  await expect(writesButton(ben)).toBeVisible();

  await decide(olga, 'Ben', 'Mute…', 'flooding', 'Mute');
  await expect(ben.page.getByRole('alert').filter({ hasText: 'A moderator muted you' })).toContainText(
    'flooding',
  );
  await expect(writesButton(ben)).toHaveCount(0);
  await seesNothing(cara, 'muted');
  await isAccessible(olga.page, 'people', 'light');
  await dialog.getByRole('button', { name: 'Unmute' }).click();
  await expect(writesButton(ben)).toBeVisible();
  await expect(ben.page.getByText('A moderator muted you')).toHaveCount(0);

  await decide(olga, 'Ben', 'Remove…', 'disrupting the debate', 'Remove');
  await expect(ben.page.getByText('A moderator removed you from this debate.')).toBeVisible();
  await seesNothing(cara, 'removed');
  await expect(ben.page.getByRole('treeitem').first()).toBeVisible();
  await ben.page.getByRole('button', { name: 'Rejoin' }).click();
  await expect(ben.page.getByText('A moderator removed you')).toHaveCount(0);
  await expect(writesButton(ben)).toBeVisible();

  await decide(olga, 'Ben', 'Ban…', 'abusive language', 'Ban');
  await expect(ben.page.getByRole('alert').filter({ hasText: 'You’re banned' })).toContainText(
    'abusive language',
  );
  await seesNothing(cara, 'banned');
  ben.watch.expectError(/status of 404/);
  await ben.page.reload();
  await expect(ben.page.getByRole('heading', { name: 'You’re banned from this debate' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Allow back' }).click();
  await olga.isSaved();
  await dialog.getByRole('tab', { name: 'Moderation' }).click();
  const log = dialog.locator('[role="tabpanel"]:not([inert])');
  for (const [act, why] of [
    ['muted Ben', 'flooding'],
    ['unmuted Ben', ''],
    ['removed Ben', 'disrupting the debate'],
    ['banned Ben', 'abusive language'],
    ['allowed Ben back', ''],
  ] as const)
    await expect(log.getByRole('listitem').filter({ hasText: `Olga ${act}` })).toContainText(why);
  const counts = log.getByLabel('Muted, removed or banned, by reason');
  await expect(counts).toContainText('abusive language1');
  await ben.open(address);
  await expect(writesButton(ben)).toBeVisible();
});

test('text written offline is kept for a person who was removed meanwhile', async ({ newPerson }) => {
  const [olga, ben] = await Promise.all([newPerson('Olga'), newPerson('Ben')]);
  const address = await startDebate(olga, MOTION);
  await ben.open(address);
  await ben.join();
  const position = await ben.page.locator('[data-item="position"]').first().getAttribute('id');
  await ben.select(position ?? '');
  // Its parts are there before the way to the server is lost.
  await expect(ben.board).toHaveAttribute('data-whole', '');
  ben.watch.expectLostServer();
  await ben.context.setOffline(true);
  await expect(ben.board).not.toHaveAttribute('data-connection', 'live');
  await ben.argue('Support', 'Streets belong to those who walk them.');
  await manage(olga);
  await decide(olga, 'Ben', 'Ban…', 'another reason', 'Ban');
  await ben.context.setOffline(false);
  await expect(ben.board.getByRole('alert')).toContainText('You’re banned from this debate');
  await expect(keptOf(ben)).toContainText('Streets belong to those who walk them.');
});

test('a person banned while writing sees that, nothing more of the debate, and all their own words', async ({
  newPerson,
}) => {
  const [olga, ben] = await Promise.all([newPerson('Olga'), newPerson('Ben')]);
  const address = await startDebate(olga, MOTION);
  await ben.open(address);
  await ben.join();
  const position = (await ben.page.locator('[data-item="position"]').first().getAttribute('id')) ?? '';
  await ben.select(position);
  await ben.argue('Support', 'A street is for everybody.');
  await ben.isSaved();
  await ben.select(await ben.idOf('A street is for everybody.'));
  await ben.panel.getByRole('textbox', { name: 'New comment' }).fill('Half a comment');
  await ben.panel
    .locator('[data-column="support"]')
    .getByRole('button', { name: /Support$/ })
    .click();
  const composer = ben.page.getByRole('form', { name: /^New support/ });
  await expect(composer.getByRole('textbox').first()).toBeFocused();
  await ben.page.keyboard.type('Half a thought');
  await manage(olga);
  await decide(olga, 'Ben', 'Ban…', 'flooding', 'Ban');
  await expect(ben.page.getByRole('heading', { name: 'You’re banned from this debate' })).toBeVisible();
  await expect(ben.board.getByRole('alert')).toContainText('flooding');
  await expect(ben.page.getByRole('treeitem')).toHaveCount(0);
  await expect(ben.page.getByRole('textbox')).toHaveCount(0);
  await expect(keptOf(ben).getByRole('blockquote')).toHaveText(['Half a comment', 'Half a thought']);
  await keptOf(ben).getByRole('button', { name: 'Copy all' }).click();
  await expect(keptOf(ben).getByRole('status')).not.toBeEmpty();
  await isAccessible(ben.page, 'the page of who was banned', 'light');
});

test('a moderator is made, hears what moderators hear, and gives an offensive name another', async ({
  newPerson,
}) => {
  const [olga, mona, troll] = await Promise.all([
    newPerson('Olga'),
    newPerson('Mona'),
    newPerson('Rude words'),
  ]);
  const address = await startDebate(olga, MOTION);
  for (const person of [mona, troll]) {
    await person.open(address);
    await person.join();
  }
  const dialog = await manage(olga);
  await dialog.getByRole('combobox', { name: 'Role of Mona' }).selectOption('moderator');
  await expect(mona.page.getByRole('button', { name: 'Manage' })).toBeVisible();
  await manage(mona);
  await mona.page.getByRole('button', { name: 'More actions for Rude words' }).click();
  await mona.page.getByRole('menuitem', { name: 'Rename…' }).click();
  const asked = mona.page.getByRole('dialog', { name: 'Rename Rude words' });
  await asked.getByLabel('New name').fill('Guest 7');
  await asked.getByLabel('New name').press('Enter');
  await expect(dialog.getByText('Guest 7')).toBeVisible();
  await expect(troll.page.getByRole('banner').getByTitle('You’re Guest 7')).toBeVisible();
  await expect(olga.page.getByText('Rude words')).toHaveCount(0);

  await olga.page.getByRole('button', { name: 'More actions for Mona' }).click();
  await olga.page.getByRole('menuitem', { name: 'Transfer ownership…' }).click();
  await olga.page.getByRole('button', { name: 'Transfer ownership' }).click();
  await expect(olga.page.getByRole('combobox', { name: 'Role of Mona' })).toHaveCount(0);
  await expect(mona.page.getByRole('combobox', { name: 'Role of Olga' })).toHaveValue('moderator');
});

test('people choose their team, it stands beside their name, and a team writes for its own position', async ({
  newPerson,
}) => {
  const [olga, ben] = await Promise.all([newPerson('Olga'), newPerson('Ben')]);
  const address = await startDebate(olga, MOTION);
  const dialog = await manage(olga);
  await dialog.getByRole('radio', { name: 'Yes, and they choose it' }).check();
  await dialog.getByRole('radio', { name: 'Only its own position' }).check();
  await olga.isSaved();
  await ben.open(address);
  await ben.join();
  const question = ben.page.getByRole('region', { name: 'Which position do you speak for?' });
  const chosen = question.getByRole('button').first();
  const team = (await chosen.textContent()) ?? '';
  await chosen.click();
  await expect(question).toBeHidden();
  await expect(dialog.getByRole('combobox', { name: 'Team of Ben' })).toContainText(team);

  const positions = ben.page.locator('[data-item="position"]');
  await ben.select((await positions.nth(0).getAttribute('id')) ?? '');
  await ben.argue('Support', 'Streets belong to those who walk them.');
  await ben.isSaved();
  await ben.select((await positions.nth(1).getAttribute('id')) ?? '');
  await ben.argue('Attack', 'Shops live from those who walk in.');
  await ben.isSaved();
  await expect(ben.page.getByText('couldn’t be made')).toHaveCount(0);
  const own = ben.claim('Streets belong to those who walk them.');
  await own.click();
  await expect(ben.panel.getByText(team).first()).toBeVisible();
});

for (const [what, decideSo] of [
  ['banned', (olga: Person) => bans(olga)],
  ['left with a debate that was deleted', (olga: Person) => deletes(olga)],
] as const) {
  test(`a person ${what} while away finds their text on the remaining page, also after a reload`, async ({
    newPerson,
  }) => {
    const [olga, ben] = await Promise.all([newPerson('Olga'), newPerson('Ben')]);
    const address = await startDebate(olga, MOTION);
    await ben.open(address);
    await ben.join();
    const position = (await ben.page.locator('[data-item="position"]').first().getAttribute('id')) ?? '';
    await ben.select(position);
    await ben.argue('Support', 'A street is for everybody.');
    await ben.isSaved();
    const id = await ben.idOf('A street is for everybody.');
    await expect(ben.board).toHaveAttribute('data-whole', '');
    await ben.select(id);
    await ben.choose('Edit claim');
    await expect(ben.page.getByRole('textbox', { name: 'Claim text' })).toBeFocused();
    ben.watch.expectLostServer();
    await ben.context.setOffline(true);
    await expect(ben.board).not.toHaveAttribute('data-connection', 'live');
    await ben.page.keyboard.type(' Even at night.');
    await ben.select(position);
    await ben.argue('Attack', 'Streets belong to those who walk them.');
    await decideSo(olga);
    await ben.context.setOffline(false);
    await expect(ben.board).toHaveAttribute('data-connection', 'refused');
    await expect(ben.page.getByText('Streets belong to those who walk them.').first()).toBeAttached();

    ben.watch.expectError(/status of 404/);
    await ben.page.reload();
    const kept = ben.page.getByRole('region', { name: 'Your text that wasn’t saved' });
    await expect(kept.getByRole('blockquote')).toHaveText([
      'A street is for everybody. Even at night.',
      'Streets belong to those who walk them.',
    ]);
    await kept.getByRole('button', { name: 'Copy all' }).click();
    await expect(kept.getByRole('status')).not.toBeEmpty();
  });
}

test('a person muted while writing keeps the words in the editor, sees why, and sends them when unmuted', async ({
  newPerson,
}) => {
  const [olga, ben] = await Promise.all([newPerson('Olga'), newPerson('Ben')]);
  const address = await startDebate(olga, MOTION);
  await ben.open(address);
  await ben.join();
  await ben.select((await ben.page.locator('[data-item="position"]').first().getAttribute('id')) ?? '');
  await ben.argue('Support', 'A street is for everybody.');
  await ben.isSaved();
  const id = await ben.idOf('A street is for everybody.');
  await ben.select(id);
  await ben.choose('Edit claim');
  const wording = ben.page.getByRole('textbox', { name: 'Claim text' });
  await expect(wording).toBeFocused();
  const dialog = await manage(olga);
  await decide(olga, 'Ben', 'Mute…', 'flooding', 'Mute');
  await expect(ben.page.getByRole('alert').filter({ hasText: 'A moderator muted you' })).toBeVisible();
  await ben.page.keyboard.press('ControlOrMeta+End');
  await ben.page.keyboard.type(' Even at night.');
  await expect(ben.board).toHaveAttribute('data-pending', '0');
  await expect(wording).toHaveText('A street is for everybody. Even at night.');
  await expect(ben.page.getByRole('alert').filter({ hasText: 'You’re muted' })).not.toHaveCount(0);
  await expect(olga.claim('Even at night')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Unmute' }).click();
  await expect(olga.claim('A street is for everybody. Even at night.')).toHaveCount(1);
});

async function bans(olga: Person): Promise<void> {
  await manage(olga);
  await decide(olga, 'Ben', 'Ban…', 'another reason', 'Ban');
}

async function deletes(olga: Person): Promise<void> {
  await olga.page.getByRole('button', { name: 'Manage' }).click();
  await olga.page.getByRole('button', { name: 'Delete debate' }).click();
  await olga.page.getByRole('button', { name: 'Delete for everyone' }).click();
  await olga.isSaved();
}
