import { becomeAdministrator } from './become-administrator.ts';
import { expect, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';

const server = withServer({});

test('[AD5] [AD6] an administrator closes and hides a debate with a reason, and makes it visible again', async ({
  newPerson,
}) => {
  const [ann, olga] = [await newPerson('Ann'), await newPerson('Olga')];
  const { page } = ann;
  await becomeAdministrator(page, server());

  await olga.page.goto('/new');
  await olga.page.getByLabel('Your name').fill('Olga');
  await olga.page.getByLabel('Motion').fill('Tea is better than coffee.');
  await olga.page.getByRole('button', { name: 'Start debate' }).click();
  await expect(olga.page).toHaveURL(/\/debates\/d_/);

  await page.goto('/admin?list=debates');
  const row = page.getByRole('row').filter({ hasText: 'Tea' });
  await row.getByText('Actions').focus();
  await page.keyboard.press('Enter');
  await isAccessible(page, 'the debates', 'light');
  await row.getByRole('link', { name: 'Hide…' }).click();
  await expect(page.getByLabel('Reason')).toBeVisible();
  await isAccessible(page, 'what is asked before hiding', 'dark');
  await page.getByLabel('Reason').fill('It names a private person.');
  await page.getByRole('button', { name: 'Hide debate' }).click();
  await expect(page.getByRole('status')).toContainText('The debate is hidden');
  await expect(page.getByText('Hidden by an administrator')).toBeVisible();

  await expect(olga.page.getByRole('alert').filter({ hasText: 'An administrator hid this' })).toBeVisible();
  olga.watch.expectError(/status of 404/);
  await olga.page.reload();
  await expect(olga.page.getByRole('heading', { name: 'An administrator hid this debate' })).toBeVisible();
  await expect(olga.page.getByText('It names a private person.')).toBeVisible();

  await page.goto('/admin?list=debates&filter=hidden');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth))
    .toBe(true);
  await page.getByRole('row').filter({ hasText: 'Tea' }).getByRole('link', { name: 'Tea' }).click();
  await page.getByRole('button', { name: 'Make visible' }).click();
  await expect(page.getByRole('status')).toContainText('visible again');
});
