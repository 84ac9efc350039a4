import { expect, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import { startDebate } from './start-debate.ts';

withServer();

test('the owner changes the motion, a position and permissions; everyone sees it at once', {
  tag: '@quick',
}, async ({ newPerson }) => {
  const [olga, ben] = await Promise.all([newPerson('Olga'), newPerson('Ben')]);
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  await ben.open(address);
  await ben.join();
  await expect(ben.page.getByRole('button', { name: 'Manage' })).toHaveCount(0);

  await olga.page.getByRole('button', { name: 'Manage' }).click();
  const dialog = olga.page.getByRole('dialog', { name: 'Manage debate' });
  await isAccessible(olga.page, 'the dialog', 'light');
  const motion = 'Towns should close their centres to cars on Sundays.';
  await dialog.getByLabel('Motion').fill(motion);
  await dialog.getByLabel('Title').focus();
  await expect(dialog.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await expect(ben.page.getByRole('heading', { name: motion })).toBeVisible();

  await dialog.getByLabel('Position').first().fill('Walkers');
  await dialog.getByLabel('Position').first().press('Enter');
  await expect(ben.page.getByRole('treeitem', { name: 'Walkers' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Add a position' }).click();
  await dialog.getByLabel('New position').fill('Shopkeepers');
  await dialog.getByLabel('New position').press('Enter');
  await expect(ben.page.getByRole('treeitem', { name: 'Shopkeepers' })).toBeVisible();

  await dialog.getByRole('radio', { name: 'Observe (read only)' }).check();
  await olga.isSaved();
  await dialog.getByLabel('Title').fill('Cars on Sundays');
  await olga.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(ben.page.getByRole('banner')).toContainText('Cars on Sundays');
  const cara = await newPerson('Cara');
  await cara.open(address);
  await cara.join();
  await expect(cara.page.getByRole('treeitem', { name: 'Walkers' })).toBeVisible();
  await expect(cara.page.getByRole('button', { name: 'Support', exact: true })).toHaveCount(0);
  await expect(ben.page.getByRole('button', { name: 'Support', exact: true }).first()).toBeVisible();
});

test('choosing a section replaces the one that was shown, never with both at once', async ({ newPerson }) => {
  const olga = await newPerson('Olga');
  await startDebate(olga, 'Towns should close their centres to cars.');
  await olga.page.getByRole('button', { name: 'Manage' }).click();
  const joining = olga.page
    .getByRole('dialog', { name: 'Manage debate' })
    .getByRole('tab', { name: 'Joining' });
  // Counted in the task that chooses, before the page draws its next frame.
  const shown = await joining.evaluate(async (tab: HTMLElement) => {
    tab.click();
    await Promise.resolve();
    const panels = [...document.querySelectorAll<HTMLElement>('[role=tabpanel]')];
    return panels.filter((panel) => panel.checkVisibility()).map((panel) => panel.textContent?.slice(0, 40));
  });
  expect(shown).toHaveLength(1);
  await expect(olga.page.getByRole('radio', { name: 'Only participants' })).toBeVisible();
});
