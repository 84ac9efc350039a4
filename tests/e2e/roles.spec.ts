import { expect, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

const MOTION = 'Towns should close their centres to cars.';
const CLAIM = 'Air in the centre gets cleaner.';

/** A debate of Olga's with one claim, and someone who came to it and was given a role. */
async function withSomebody(olga: Person, ben: Person, role: 'suggester' | 'observer'): Promise<string> {
  const address = await startDebate(olga, MOTION);
  await olga.select('p_position1');
  await olga.argue('Support', CLAIM);
  await olga.isSaved();
  await ben.open(address);
  await ben.join();
  await olga.page.getByRole('button', { name: 'Manage' }).click();
  const dialog = olga.page.getByRole('dialog', { name: 'Manage debate' });
  await dialog.getByRole('tab', { name: 'People' }).click();
  await dialog.getByRole('combobox', { name: 'Role of Ben' }).selectOption(role);
  await olga.isSaved();
  await dialog.getByRole('button', { name: 'Close' }).click();
  return ben.idOf(CLAIM);
}

const said = ({ page }: Person, sentence: RegExp) => page.getByText(sentence);
const argues = ({ page }: Person) => page.getByRole('button', { name: /^(Support|Attack)$/ });

test('a suggester votes and comments, cannot add an argument, and sees why and whom to ask', async ({
  newPerson,
}) => {
  const [olga, ben] = await Promise.all([newPerson('Olga'), newPerson('Ben')]);
  const claim = await withSomebody(olga, ben, 'suggester');
  await expect(argues(ben)).toHaveCount(0);
  await ben.select(claim);
  await expect(ben.panel.getByText('You can vote and comment here.')).toBeVisible();
  await expect(ben.panel.getByRole('button', { name: 'Edit', exact: true })).toHaveCount(0);
  await isAccessible(ben.page, 'the panel of a suggester', 'light');
  await ben.vote('Agree');
  await ben.comment('Is that measured anywhere?');
  await ben.isSaved();
  await olga.select(claim);
  await expect(olga.panel.getByText('Is that measured anywhere?')).toBeVisible();
  await expect(olga.panel.getByRole('button', { name: 'Agree, 1' })).toBeVisible();

  await ben.page.keyboard.press('Escape');
  await ben.row(claim).press('s');
  await expect(said(ben, /You can vote and comment here/)).toBeVisible();
  await expect(ben.page.getByRole('form', { name: /^New/ })).toHaveCount(0);
  await ben.page.setViewportSize({ width: 390, height: 844 });
  await ben.row(claim).locator('p').first().click();
  await expect(ben.panel.getByRole('button', { name: 'Comment', exact: true }).first()).toBeVisible();
  await expect(ben.panel.getByText(/You can vote and comment here/)).toBeVisible();
});

test('an observer reads all of it and changes nothing, by buttons or by keys, and sees why', async ({
  newPerson,
}) => {
  const [olga, ben] = await Promise.all([newPerson('Olga'), newPerson('Ben')]);
  const claim = await withSomebody(olga, ben, 'observer');
  await expect(argues(ben)).toHaveCount(0);
  await ben.select(claim);
  await expect(ben.panel.getByText('You can read this debate')).toBeVisible();
  await expect(ben.panel.getByRole('button', { name: /^(Agree|Disagree|Pass)/ })).toHaveCount(0);
  await expect(ben.panel.getByRole('textbox')).toHaveCount(0);
  await isAccessible(ben.page, 'the panel of an observer', 'dark');
  await ben.page.keyboard.press('Escape');
  for (const key of ['1', 'a', 'e']) {
    await ben.row(claim).press(key);
    await expect(said(ben, /You can read this debate/)).toBeVisible();
    const dismiss = ben.page.getByRole('button', { name: 'Dismiss' });
    await expect(async () => {
      // It may go by itself in that moment.
      if (await dismiss.isVisible()) await dismiss.click({ timeout: 2_000 });
      await expect(said(ben, /You can read this debate/)).toHaveCount(0, { timeout: 2_000 });
    }).toPass();
  }
  await ben.isSaved();
  await expect(ben.page.getByText('couldn’t be made')).toHaveCount(0);
  await expect(ben.page.getByRole('form', { name: /^New/ })).toHaveCount(0);

  // A new role applies at once, and nothing says otherwise any longer.
  await olga.page.getByRole('button', { name: 'Manage' }).click();
  await olga.page.getByRole('tab', { name: 'People' }).click();
  await olga.page.getByRole('combobox', { name: 'Role of Ben' }).selectOption('debater');
  await ben.select(claim);
  await expect(ben.panel.getByText('You can read this debate')).toHaveCount(0);
  await ben.argue('Attack', 'Cars go round it, and further.');
  await ben.isSaved();
  await expect(olga.claim('Cars go round it')).toBeVisible();
});

test('a reader of a debate without guests sees how to join', async ({ newPerson }) => {
  const [olga, ben] = await Promise.all([newPerson('Olga'), newPerson('Ben')]);
  const address = await startDebate(olga, MOTION);
  await olga.page.getByRole('button', { name: 'Manage' }).click();
  const dialog = olga.page.getByRole('dialog', { name: 'Manage debate' });
  await dialog.getByRole('radio', { name: /^Read only/ }).check();
  await olga.isSaved();
  await ben.open(address);
  await expect(ben.page.getByRole('button', { name: 'Join the debate' })).toHaveCount(0);
  await ben.select((await ben.page.locator('[data-item="position"]').first().getAttribute('id')) ?? '');
  await expect(ben.panel.getByText('Only people who were invited')).toBeVisible();
});
