import { expect, type Locator, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

/** Hides names in the dialog that manages the debate. */
async function chooseNames(owner: Person, choice: RegExp, sure: string): Promise<void> {
  await owner.page.getByRole('button', { name: 'Manage' }).click();
  const dialog = owner.page.getByRole('dialog', { name: 'Manage debate' });
  await dialog.getByRole('radio', { name: choice }).click();
  const asked = owner.page.getByRole('dialog', { name: /\?$/ });
  await expect(asked).toContainText('This can’t be undone.');
  await asked.getByRole('button', { name: sure, exact: true }).click();
  await expect(asked).toBeHidden();
  await expect(dialog.getByRole('radio', { name: choice })).toBeChecked();
  await owner.page.keyboard.press('Escape');
  await owner.isSaved();
}

/** All that the page shows and says, without what it was brought when it was opened. */
const shown = ({ page }: Person) =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const script of copy.querySelectorAll('script')) script.remove();
    return copy.outerHTML;
  });

/** The page as the server sends it to this person. */
const sent = async ({ page }: Person) => (await page.request.get(page.url())).text();

const NAMES = /Ben Birch|Olga Oak/;

const firstPosition = ({ page }: Person): Locator =>
  page.getByRole('button', { name: 'Support', exact: true }).first();

/** Writes a claim under the first position. */
async function claims(person: Person, text: string): Promise<void> {
  await firstPosition(person).click();
  await person.compose(text);
  await person.isSaved();
}

test('pseudonyms: two debaters know each other by them alone, the moderator knows names too', async ({
  newPerson,
}) => {
  const [olga, ben, cara] = await Promise.all([
    newPerson('Olga Oak'),
    newPerson('Ben Birch'),
    newPerson('Cara Cedar'),
  ]);
  const address = await startDebate(olga, 'Towns should plant trees.');
  await chooseNames(olga, /^Pseudonym/, 'Use pseudonyms');
  for (const person of [ben, cara]) {
    await person.open(address);
    await person.page.getByRole('banner').getByRole('button', { name: 'Join the debate' }).click();
    await expect(person.page.getByRole('dialog', { name: 'Join the debate' })).toContainText('a pseudonym');
    await person.giveName();
  }
  const chip = ben.page.getByRole('banner').getByTitle(/^Others see you as/);
  const pseudonym = (await chip.textContent()) ?? '';
  expect(pseudonym).toMatch(/^[A-Z]\w+ [A-Z]\w+( \d+)?$/);
  await firstPosition(ben).click();
  await expect(ben.page.getByText(`You write as ${pseudonym}.`)).toBeVisible();
  await ben.compose('Trees cool a street.');
  await ben.isSaved();

  await expect(cara.claim('Trees cool a street.')).toContainText(pseudonym);
  await expect(olga.claim('Trees cool a street.')).toContainText(`${pseudonym} (Ben Birch)`);
  await cara.page.reload();
  await cara.isLive();
  await cara.show('Outline');
  await expect(cara.claim('Trees cool a street.')).toContainText(pseudonym);
  for (const text of [await shown(cara), await sent(cara)]) expect(text).not.toMatch(NAMES);
  await cara.page.getByRole('button', { name: /people here$/ }).click();
  await expect(cara.page.getByRole('dialog', { name: 'Who’s here' })).toContainText(pseudonym);
  expect(await shown(cara)).not.toMatch(NAMES);

  await olga.page.getByRole('button', { name: 'Manage' }).click();
  const dialog = olga.page.getByRole('dialog', { name: 'Manage debate' });
  await expect(dialog.getByRole('radio', { name: 'Name', exact: true })).toHaveCount(0);
  await dialog.getByRole('tab', { name: 'People' }).click();
  await dialog.getByLabel('Find by name').fill('birch');
  await expect(dialog.getByRole('combobox', { name: `Role of ${pseudonym} (Ben Birch)` })).toBeVisible();
  await isAccessible(olga.page, 'people under pseudonyms', 'light');
});

test('anonymous: nobody learns any author, each finds their own content on every device, and presence is a number', async ({
  newPerson,
}) => {
  const [olga, ben, cara] = await Promise.all([
    newPerson('Olga Oak'),
    newPerson('Ben Birch'),
    newPerson('Cara Cedar'),
  ]);
  const address = await startDebate(olga, 'Towns should dig ponds.');
  for (const person of [ben, cara]) {
    await person.open(address);
    await person.join();
  }
  await claims(ben, 'Ponds keep water.');
  await expect(cara.claim('Ponds keep water.')).toContainText('Ben Birch');

  await chooseNames(olga, /^Anonymous/, 'Make anonymous');
  for (const person of [ben, cara]) await person.isLive();
  await expect(cara.claim('Ponds keep water.')).not.toContainText('Ben Birch');
  await expect(olga.claim('Ponds keep water.')).not.toContainText('Ben Birch');
  await expect(ben.claim('Ponds keep water.')).toContainText('You');
  await expect.poll(() => shown(cara)).not.toMatch(NAMES);
  await addsUnnamed({ olga, ben, cara });
  const device = await newPerson('Ben Birch', { storageState: await ben.context.storageState() });
  await device.open(address);
  await findsOwnOnEveryDevice({ ben, device, cara });
  await device.page.close();
  await reportsUnnamed({ olga, ben, cara });
  await showsPresenceAsNumber(ben, cara);

  await olga.page.getByRole('button', { name: 'Manage' }).click();
  const dialog = olga.page.getByRole('dialog', { name: 'Manage debate' });
  await isAccessible(olga.page, 'an anonymous debate', 'light');
  await dialog.getByRole('tab', { name: 'Moderation' }).click();
  await expect(dialog.getByRole('heading', { name: 'Moderation log' })).toBeVisible();
  await expect(dialog.getByText('Hide everything by one person')).toHaveCount(0);
});

async function addsUnnamed({ olga, ben, cara }: Record<'olga' | 'ben' | 'cara', Person>): Promise<void> {
  await firstPosition(ben).click();
  await expect(ben.page.getByText('Your name isn’t shown.')).toBeVisible();
  await ben.compose('Ponds draw frogs.');
  await ben.isSaved();
  await expect(cara.claim('Ponds draw frogs.')).toBeVisible();
  await expect(olga.claim('Ponds draw frogs.')).toBeVisible();
}

async function findsOwnOnEveryDevice({
  ben,
  device,
  cara,
}: Record<'ben' | 'device' | 'cara', Person>): Promise<void> {
  const id = await ben.idOf('Ponds draw frogs.');
  for (const here of [ben, device]) {
    await here.select(id);
    await expect(here.panel.getByText('You', { exact: true })).toBeVisible();
  }
  await cara.select(id);
  await expect(cara.panel).toContainText('Anonymous');
  await cara.comment('How many frogs?');
  await expect(ben.panel).toContainText('How many frogs?');
  await expect(ben.panel).not.toContainText('Cara');
  // Only its author and moderators can retract it.
  await device.choose('Retract');
  await device.isSaved();
  await expect(cara.panel).toContainText('This claim was retracted.');
}

async function reportsUnnamed({ olga, ben, cara }: Record<'olga' | 'ben' | 'cara', Person>): Promise<void> {
  // Nobody sees who reported something; the reporter finds the report on every device.
  const reported = await ben.idOf('Ponds keep water.');
  await cara.select(reported);
  await cara.choose('Report…');
  const report = cara.page.getByRole('dialog', { name: 'Report this claim' });
  await report.getByRole('radio', { name: 'off topic' }).check();
  await report.getByRole('button', { name: 'Report' }).click();
  await cara.isSaved();
  await olga.select(reported);
  await expect(olga.panel.locator('[data-reports]')).toContainText('reporters aren’t shown');
  expect(await shown(olga)).not.toMatch(/\b(Cara|Ben)\b/);
  await cara.page.reload();
  await cara.isLive();
  await cara.select(reported);
  await cara.panel.getByRole('button', { name: 'Withdraw report' }).click();
  await expect(olga.panel.locator('[data-reports]')).toHaveCount(0);
}

async function showsPresenceAsNumber(ben: Person, cara: Person): Promise<void> {
  await expect(cara.page.getByText('Live · 3 here')).toBeVisible();
  await cara.page.getByRole('button', { name: '3 people here' }).click();
  await expect(cara.page.getByRole('dialog', { name: 'Who’s here' })).toContainText(
    '3 people are here. Names aren’t shown.',
  );
  await expect(cara.page.getByRole('button', { name: /^Follow/ })).toHaveCount(0);
  await cara.page.keyboard.press('Escape');
  await Promise.all([ben.show('Map'), cara.show('Map')]);
  await ben.page.mouse.move(600, 400);
  await ben.page.mouse.move(620, 420);
  await ben.show('Outline');
  await claims(ben, 'Ponds freeze in winter.');
  await expect(cara.board).toHaveAttribute('data-seq', (await ben.board.getAttribute('data-seq')) ?? '');
  await expect(cara.page.locator('[data-person], [data-at]')).toHaveCount(0);
  for (const text of [await shown(cara), await sent(cara)]) expect(text).not.toMatch(NAMES);
}
