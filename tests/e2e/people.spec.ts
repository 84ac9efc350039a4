import { expect, type Locator, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

const MOTION = 'Towns should close their centres to cars.';

/** The list of people in the dialog that manages the debate. */
async function manage(owner: Person): Promise<Locator> {
  await owner.page.getByRole('button', { name: 'Manage' }).click();
  const dialog = owner.page.getByRole('dialog', { name: 'Manage the debate' });
  await dialog.getByRole('tab', { name: 'People' }).click();
  return dialog;
}

/** Chooses from what can be decided about somebody, and says why. */
async function decide(owner: Person, name: string, what: string, reason: string, act: string): Promise<void> {
  await owner.page.getByRole('button', { name: `More for ${name}` }).click();
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

const keptOf = ({ page }: Person) => page.getByRole('region', { name: 'What you wrote and nobody else has' });

const writesButton = ({ page }: Person) => page.getByRole('button', { name: 'Support', exact: true }).first();

test('who runs a debate sets a role, mutes, removes and bans; the person is told plainly, the others see nothing of it', async ({
  newPerson,
}) => {
  const [olga, ben, cara] = await Promise.all([newPerson('Olga'), newPerson('Ben'), newPerson('Cara')]);
  const address = await startDebate(olga, MOTION);
  for (const person of [ben, cara]) {
    await person.open(address);
    await person.join();
  }
  const dialog = await manage(olga);
  await dialog.getByLabel('Find somebody by name').fill('be');
  await expect(dialog.getByRole('status')).toHaveText('1 person');

  await dialog.getByRole('combobox', { name: 'Role of Ben' }).selectOption('observer');
  await expect(writesButton(ben)).toHaveCount(0);
  await dialog.getByRole('combobox', { name: 'Role of Ben' }).selectOption('debater');
  await expect(writesButton(ben)).toBeVisible();

  await decide(olga, 'Ben', 'Mute…', 'flooding it', 'Mute');
  await expect(ben.page.getByRole('alert').filter({ hasText: 'You have been muted' })).toContainText(
    'flooding it',
  );
  await expect(writesButton(ben)).toHaveCount(0);
  await expect(cara.page.getByText('muted')).toHaveCount(0);
  await isAccessible(olga.page, 'people', 'light');
  await dialog.getByRole('button', { name: 'Let them write again' }).click();
  await expect(writesButton(ben)).toBeVisible();
  await expect(ben.page.getByText('You have been muted')).toHaveCount(0);

  await decide(olga, 'Ben', 'Remove…', 'disrupting the debate', 'Remove');
  await expect(ben.page.getByText('You have been removed from this debate.')).toBeVisible();
  await expect(ben.page.getByRole('treeitem').first()).toBeVisible();
  await ben.page.getByRole('button', { name: 'Take part again' }).click();
  await expect(ben.page.getByText('You have been removed')).toHaveCount(0);
  await expect(writesButton(ben)).toBeVisible();

  await decide(olga, 'Ben', 'Ban…', 'abusive words', 'Ban');
  await expect(ben.page.getByRole('alert').filter({ hasText: 'You have been banned' })).toContainText(
    'abusive words',
  );
  ben.watch.expectError(/status of 404/);
  await ben.page.reload();
  await expect(
    ben.page.getByRole('heading', { name: 'You have been banned from this debate' }),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'Let them back in' }).click();
  await olga.isSaved();
  await dialog.getByRole('tab', { name: 'Moderation' }).click();
  const log = dialog.locator('[role="tabpanel"]:not([inert])');
  for (const [act, why] of [
    ['muted Ben', 'flooding it'],
    ['let Ben write again', ''],
    ['removed Ben', 'disrupting the debate'],
    ['banned Ben', 'abusive words'],
    ['let Ben back in', ''],
  ] as const)
    await expect(log.getByRole('listitem').filter({ hasText: `Olga ${act}` })).toContainText(why);
  const counts = log.getByLabel('How often muted, removed or banned for which reason');
  await expect(counts).toContainText('abusive words1');
  await ben.open(address);
  await expect(writesButton(ben)).toBeVisible();
  await expect(cara.page.getByText('banned')).toHaveCount(0);
});

test('what somebody wrote while they were away is kept for them when they were removed meanwhile', async ({
  newPerson,
}) => {
  const [olga, ben] = await Promise.all([newPerson('Olga'), newPerson('Ben')]);
  const address = await startDebate(olga, MOTION);
  await ben.open(address);
  await ben.join();
  const position = await ben.page.locator('[data-item="position"]').first().getAttribute('id');
  await ben.select(position ?? '');
  // Its parts are there before the way to the server is lost.
  await expect(ben.board).toHaveAttribute('data-whole', '');
  await ben.context.setOffline(true);
  await expect(ben.board).not.toHaveAttribute('data-connection', 'live');
  await ben.argue('Support', 'Streets belong to those who walk them.');
  await manage(olga);
  await decide(olga, 'Ben', 'Ban…', 'another reason', 'Ban');
  await ben.context.setOffline(false);
  await expect(ben.board.getByRole('alert')).toContainText('You have been banned from this debate');
  await expect(keptOf(ben)).toContainText('Streets belong to those who walk them.');
});

test('who is banned while they write sees plainly that they are, nothing of the debate any more, and every word of theirs', async ({
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
  await decide(olga, 'Ben', 'Ban…', 'flooding it', 'Ban');
  await expect(
    ben.page.getByRole('heading', { name: 'You have been banned from this debate' }),
  ).toBeVisible();
  await expect(ben.board.getByRole('alert')).toContainText('flooding it');
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
  await mona.page.getByRole('button', { name: 'More for Rude words' }).click();
  await mona.page.getByRole('menuitem', { name: 'Give another name…' }).click();
  const asked = mona.page.getByRole('dialog', { name: 'Another name for Rude words' });
  await asked.getByLabel('New name').fill('Guest 7');
  await asked.getByLabel('New name').press('Enter');
  await expect(dialog.getByText('Guest 7')).toBeVisible();
  await expect(troll.page.getByRole('banner').getByTitle('You are Guest 7')).toBeVisible();
  await expect(olga.page.getByText('Rude words')).toHaveCount(0);

  await olga.page.getByRole('button', { name: 'More for Mona' }).click();
  await olga.page.getByRole('menuitem', { name: 'Hand the debate over…' }).click();
  await olga.page.getByRole('button', { name: 'Hand it over' }).click();
  await expect(olga.page.getByRole('combobox', { name: 'Role of Mona' })).toHaveCount(0);
  await expect(mona.page.getByRole('combobox', { name: 'Role of Olga' })).toHaveValue('moderator');
});

test('people choose their team, it stands beside their name, and a team writes for its own position', async ({
  newPerson,
}) => {
  const [olga, ben] = await Promise.all([newPerson('Olga'), newPerson('Ben')]);
  const address = await startDebate(olga, MOTION);
  const dialog = await manage(olga);
  await dialog.getByRole('radio', { name: 'the one they choose' }).check();
  await dialog.getByRole('radio', { name: 'for its own position alone' }).check();
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
  await expect(ben.page.getByText('could not be made')).toHaveCount(0);
  const own = ben.claim('Streets belong to those who walk them.');
  await own.click();
  await expect(ben.panel.getByText(team).first()).toBeVisible();
});

for (const [what, decideSo] of [
  ['banned', (olga: Person) => bans(olga)],
  ['left with a debate that was deleted', (olga: Person) => deletes(olga)],
] as const) {
  test(`who was ${what} while away finds what they wrote on the page that is left, also after a reload`, async ({
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
    await ben.choose('Edit the wording');
    await expect(ben.page.getByRole('textbox', { name: 'Wording of the claim' })).toBeFocused();
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
    const kept = ben.page.getByRole('region', { name: 'What you wrote and nobody else has' });
    await expect(kept.getByRole('blockquote')).toHaveText([
      'A street is for everybody. Even at night.',
      'Streets belong to those who walk them.',
    ]);
    await kept.getByRole('button', { name: 'Copy all' }).click();
    await expect(kept.getByRole('status')).not.toBeEmpty();
  });
}

test('who is muted while writing keeps the words in the editor, is told why, and sends them when they may again', async ({
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
  await ben.choose('Edit the wording');
  const wording = ben.page.getByRole('textbox', { name: 'Wording of the claim' });
  await expect(wording).toBeFocused();
  const dialog = await manage(olga);
  await decide(olga, 'Ben', 'Mute…', 'flooding it', 'Mute');
  await expect(ben.page.getByRole('alert').filter({ hasText: 'You have been muted' })).toBeVisible();
  await ben.page.keyboard.press('ControlOrMeta+End');
  await ben.page.keyboard.type(' Even at night.');
  await expect(ben.board).toHaveAttribute('data-pending', '0');
  await expect(wording).toHaveText('A street is for everybody. Even at night.');
  await expect(ben.page.getByRole('alert').filter({ hasText: 'You have been muted here' })).not.toHaveCount(
    0,
  );
  await expect(olga.claim('Even at night')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Let them write again' }).click();
  await expect(olga.claim('A street is for everybody. Even at night.')).toHaveCount(1);
});

async function bans(olga: Person): Promise<void> {
  await manage(olga);
  await decide(olga, 'Ben', 'Ban…', 'another reason', 'Ban');
}

async function deletes(olga: Person): Promise<void> {
  await olga.page.getByRole('button', { name: 'Manage' }).click();
  await olga.page.getByRole('button', { name: 'Delete the debate' }).click();
  await olga.page.getByRole('button', { name: 'Yes, delete it for everybody' }).click();
  await olga.isSaved();
}
