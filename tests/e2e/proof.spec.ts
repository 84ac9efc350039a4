import { ADMINISTRATOR_PASSWORD, becomeAdministrator } from './become-administrator.ts';
import { expect, test, withServer } from './fixtures.ts';
import { SEEDED } from './parley-process.ts';

const server = withServer({ clock: '2026-10-19T09:00:00Z' });

test('a restriction and a transfer need recent authentication, and asking for it loses nothing', async ({
  newPerson,
}) => {
  const [ann, ben] = [await newPerson('Ann'), await newPerson('Ben')];
  const { page } = ann;
  await becomeAdministrator(page, server());

  await test.step('a wrong password keeps the reason typed', async () => {
    await server().setClock('2026-10-19T09:20:00Z');
    await page.goto(`/admin/debate?id=${SEEDED.split('/').at(-1)}&act=closed`);
    await page.getByLabel('Reason').fill('It is over.\nThank you all.');
    await page.getByLabel('Current password').fill('not the right one');
    await page.getByRole('button', { name: 'Close debate' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'isn’t your current password' })).toBeVisible();
    await expect(page.getByLabel('Reason')).toHaveValue('It is over.\nThank you all.');
    expect(page.url()).not.toContain('over');
  });

  await test.step('a transfer waits for the proof, and is tried again', async () => {
    await ben.open();
    await ben.join();
    await ann.open();
    await page.getByRole('button', { name: 'Manage' }).click();
    await page.getByRole('tab', { name: 'People' }).click();
    await page.getByRole('button', { name: 'More actions for Ben' }).click();
    await page.getByRole('menuitem', { name: 'Transfer ownership…' }).click();
    await page.getByRole('button', { name: 'Transfer ownership' }).click();
    await page.getByRole('button', { name: 'Show it' }).click();
    await page.getByRole('link', { name: 'Confirm it’s you' }).click();
    await page.getByLabel('Current password').fill(ADMINISTRATOR_PASSWORD);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL(`**${SEEDED}`);
    await page.getByRole('button', { name: 'Show it' }).click();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('link', { name: 'Confirm it’s you' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Manage' }).click();
    await page.getByRole('tab', { name: 'People' }).click();
    const own = page.getByRole('listitem').filter({ hasText: 'Ann (you)' });
    await expect(own).toContainText('moderator');
    await expect(page.getByRole('combobox', { name: 'Role of Ben' })).toHaveCount(0);
  });
});
