import { becomeAdministrator } from './become-administrator.ts';
import { expect, type Page, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import { mailedLink } from './mailed-link.ts';
import type { Person } from './person.ts';

const server = withServer({});

test('an administrator finds people and debates, makes another administrator, ends sign-ins, and reads the limits', async ({
  newPerson,
}) => {
  const [ann, ben] = [await newPerson('Ann'), await newPerson('Ben')];
  const { page } = ann;
  await becomeAdministrator(page, server());
  // Enough for a second page.
  for (let at = 0; at < 55; at += 5)
    await Promise.all(
      [0, 1, 2, 3, 4].map((n) =>
        fetch(`${server().origin}/api/guest`, {
          method: 'POST',
          headers: { origin: server().origin, 'content-type': 'application/json' },
          body: JSON.stringify({ name: `Guest ${at + n}` }),
        }),
      ),
    );
  await signsUp(ben);
  await managesBen(ben, page);
  await looksThroughLists(page);
});

async function signsUp(ben: Person): Promise<void> {
  await ben.page.goto('/sign-in');
  await ben.page.getByLabel('Email').fill('ben@example.org');
  await ben.page.getByRole('button', { name: 'Email me a link' }).click();
  await expect(ben.page.getByRole('heading', { name: 'Check your email' })).toBeVisible();
  await ben.page.goto(await mailedLink(server(), 'ben@example.org'));
  await ben.page.getByLabel('Your name').fill('Ben');
  await ben.page.getByRole('button', { name: 'Create account' }).click();
  await expect(ben.page.getByText('Signed in as Ben')).toBeVisible();
}

async function managesBen(ben: Person, page: Page): Promise<void> {
  await page.goto('/admin');
  await isAccessible(page, 'the people', 'light');
  await expect(page.getByText('Page 1 of 2')).toBeVisible();
  await page.getByRole('link', { name: 'Next page' }).click();
  await expect(page).toHaveTitle('Administration: People, page 2');
  await expect(page.getByRole('row').filter({ hasText: 'ann@example.org' })).toContainText('administrator');
  await page.getByLabel('Name or email').fill('BEN@');
  await page.getByLabel('Name or email').press('Enter');
  const row = page.getByRole('row').filter({ hasText: 'ben@example.org' });
  await expect(page.getByRole('row')).toHaveCount(2);
  await row.locator('summary').click();
  await isAccessible(page, 'what is done about somebody', 'dark');
  await row.getByRole('button', { name: 'Make Ben an administrator' }).click();
  await expect(page.getByRole('status')).toContainText('now an administrator');
  // The same people stand there again.
  await expect(page.getByLabel('Name or email')).toHaveValue('BEN@');
  await ben.page.goto('/admin');
  await expect(ben.page.getByRole('heading', { name: 'Administration' })).toBeVisible();
  await row.locator('summary').click();
  await row.getByRole('button', { name: 'Remove Ben as administrator' }).click();
  await expect(page.getByRole('status')).toContainText('no longer an administrator');
  ben.watch.expectError(/status of 404/);
  await ben.page.reload();
  await expect(ben.page.getByRole('heading', { name: 'Administration' })).toHaveCount(0);
  await row.getByRole('button', { name: 'Sign Ben out everywhere' }).click();
  await expect(page.getByRole('status')).toContainText('They’re signed out everywhere');
  await ben.page.goto('/');
  await expect(ben.page.getByRole('link', { name: 'Sign in' })).toBeVisible();
}

async function looksThroughLists(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Lists' }).getByRole('link', { name: 'Debates' }).click();
  await expect(page).toHaveTitle('Administration: Debates');
  await page.getByLabel('Title').fill('no such debate');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByText('0 debates')).toBeVisible();
  await page.getByRole('link', { name: 'Clear search' }).click();
  await expect(page.getByText('1 debate', { exact: true })).toBeVisible();
  await page.getByRole('navigation', { name: 'Lists' }).getByRole('link', { name: 'Limits' }).click();
  await expect(page.getByRole('row', { name: 'Email invitations person' })).toContainText('200 a day');
  await expect(page.getByRole('row', { name: 'Claims in a debate', exact: false }).first()).toContainText(
    '10,000',
  );
  await isAccessible(page, 'the limits', 'light');
  for (const path of ['/admin', '/admin?list=limits']) {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(path);
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth))
      .toBe(true);
  }
}

test('errors of the API are JSON also where no route of ours answers; pages stay pages', async () => {
  const { origin } = server();
  const asked = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(origin + path, init);
    const type = answer.headers.get('content-type')?.split(';')[0];
    return [answer.status, type, type === 'application/json' ? (await answer.json()).rejection?.code : null];
  };
  expect(await asked('/api/no/such/thing')).toEqual([404, 'application/json', 'route_not_found']);
  expect(await asked('/api')).toEqual([404, 'application/json', 'route_not_found']);
  expect(await asked('/api/guest')).toEqual([405, 'application/json', 'invalid']);
  expect(await asked('/api/debates', { method: 'DELETE' })).toEqual([405, 'application/json', 'invalid']);
  expect(await asked('/api/%ff')).toEqual([400, 'application/json', 'invalid']);
  const json = { method: 'POST', headers: { origin, 'content-type': 'application/json' }, body: '{' };
  expect(await asked('/api/guest', json)).toEqual([400, 'application/json', 'invalid']);
  expect((await asked('/no/such/page')).slice(0, 2)).toEqual([404, 'text/html']);
});
