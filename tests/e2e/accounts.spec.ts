import { administratorLink, becomeAdministrator } from './become-administrator.ts';
import { expect, type Page, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import { mailedLink } from './mailed-link.ts';
import { openSettings } from './start-debate.ts';

const server = withServer({});

const PASSWORD = 'walnut river ink';

async function signInByPassword(page: Page, mail: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(mail);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('the first administrator opens the link of the start, owns the debate, and ends someone’s sign-ins', {
  tag: '@quick',
}, async ({ newPerson }) => {
  const [ann, ben] = [await newPerson('Ann'), await newPerson('Ben')];
  await ben.open();
  await ben.join();
  await becomeAdministrator(ann.page, server());
  await ann.page.getByRole('button', { name: 'Sign Ben out everywhere' }).click();
  await expect(ann.page.getByText('They’re signed out everywhere')).toBeVisible();
  await expect(ben.page.getByRole('banner').getByRole('button', { name: 'Join the debate' })).toBeVisible();
  await ann.open();
  await expect(ann.board).toHaveAttribute('data-joined', '');
  ben.watch.expectError(/status of 404/);
  await ben.page.goto('/admin');
  await expect(
    ben.page.getByRole('heading', { name: 'This page is private or doesn’t exist' }),
  ).toBeVisible();
  await ann.page.goto(await administratorLink(server()));
  await expect(ann.page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
});

test('a guest makes an account, with the board open meanwhile, and goes on with their work on another device', async ({
  newPerson,
}) => {
  const gil = await newPerson('Gil');
  await gil.open();
  await gil.join();
  await gil.select('c_leverage-works');
  await gil.argue('Support', 'What is stored is not missed.');
  await gil.isSaved();
  const account = await gil.context.newPage();
  await account.goto('/account');
  await account.getByLabel('Email').fill('gil@example.org');
  await account.getByRole('button', { name: 'Add email' }).click();
  await expect(account.getByRole('status')).toContainText('a link is on its way');
  await account.goto(await mailedLink(server(), 'gil@example.org'));
  await account.getByRole('button', { name: 'Confirm email' }).click();
  await expect(account.getByRole('status')).toContainText('Your email is confirmed');
  await gil.isLive();
  await expect(gil.board).toHaveAttribute('data-joined', '');

  // A new token is shown once: Back brings the account without it.
  await account.getByLabel('Purpose').fill('a robot');
  await account.getByRole('button', { name: 'Create token' }).click();
  await expect(account.locator('code')).toHaveText(/^parley_/);
  await account.getByRole('link', { name: 'All debates' }).click();
  await expect(account.getByRole('heading', { name: 'Debates' })).toBeVisible();
  await account.goBack();
  await expect(account.getByRole('button', { name: 'Revoke the token a robot' })).toBeVisible();
  await expect(account.locator('code')).toHaveCount(0);

  const phone = await newPerson('Gil', {
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  });
  await account.getByRole('button', { name: 'Show code' }).click();
  await expect(account.getByRole('img', { name: 'QR code for signing in on another device' })).toBeVisible();
  const code = (await account.locator('code').textContent()) ?? '';
  await phone.page.goto('/sign-in');
  await phone.page.getByRole('link', { name: 'Sign in with a code' }).tap();
  await phone.page.getByLabel('Code').fill(code.toLowerCase());
  await phone.page.getByRole('button', { name: 'Continue here' }).tap();
  await expect(phone.page.getByText('Signed in as Gil')).toBeVisible();
  await phone.open();
  // A phone opens a debate as its front, without the arguments below.
  await phone.page.getByRole('button', { name: 'Unfold all' }).tap();
  await phone.select(await phone.idOf('What is stored is not missed.'));
  await expect(phone.panel.getByRole('button', { name: 'Edit' }).first()).toBeVisible();

  await account.goto('/account');
  await account.getByRole('button', { name: /^Sign out Chrome/ }).click();
  await expect(account.getByRole('status')).toContainText('Signed out.');
  await phone.page.getByRole('button', { name: 'Back to debate' }).tap();
  await expect(phone.page.getByRole('banner').getByRole('button', { name: 'Join the debate' })).toBeVisible();
  await gil.isLive();
  await expect(gil.board).toHaveAttribute('data-joined', '');
});

test('the picture of a code brings someone to another device, and no server sees the code in an address', async ({
  newPerson,
}) => {
  const gil = await newPerson('Gil');
  await gil.page.goto('/sign-in');
  await gil.page.getByLabel('Your name').fill('Gil');
  await gil.page.getByRole('button', { name: 'Continue as a guest' }).click();
  await expect(gil.page.getByText('Signed in as Gil')).toBeVisible();
  await gil.page.goto('/account');
  await gil.page.getByRole('button', { name: 'Show code' }).click();
  await expect(gil.page.getByRole('img', { name: 'QR code for signing in on another device' })).toBeVisible();
  const code = (await gil.page.locator('code').textContent()) ?? '';

  const { page } = await newPerson('Gil', { viewport: { width: 390, height: 844 }, hasTouch: true });
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(`${request.url()} ${request.headers().referer ?? ''}`));
  await page.goto(`/sign-in/device#code=${code}`);
  await expect(page.getByText('This code signs you in here as Gil')).toBeVisible();
  await expect(page.getByLabel('Code')).toHaveValue(code);
  await expect.poll(() => new URL(page.url()).hash).toBe('');
  await page.getByRole('button', { name: 'Continue as Gil' }).tap();
  await expect(page.getByText('Signed in as Gil')).toBeVisible();
  // Playwright reports the address as it was typed; the fragment is not what was sent.
  expect(addresses.map((line) => line.replace(/#\S*/, '')).filter((line) => line.includes(code))).toEqual([]);
});

test('a person signed out elsewhere cannot keep reading a private debate', async ({ newPerson }) => {
  const eve = await newPerson('Eve');
  const { page } = eve;
  await page.goto('/new');
  await page.getByLabel('Your name').fill('Eve');
  await page.getByLabel('Motion').fill('Nobody but us should know of this.');
  await openSettings(page);
  await page.getByLabel('Title').fill('A secret');
  await page.getByLabel('Only participants').check();
  await page.getByRole('button', { name: 'Start debate' }).click();
  await eve.isLive();
  const account = await eve.context.newPage();
  await account.goto('/account');
  await account.getByRole('button', { name: 'Sign out everywhere' }).click();
  await account.getByRole('dialog').getByRole('button', { name: 'Sign out for good' }).click();
  await expect(account.getByRole('status')).toContainText('signed out everywhere');
  await expect.poll(() => account.evaluate(() => localStorage.getItem('parley:signed-out'))).not.toBeNull();
  await expect(page.getByRole('heading', { name: 'You can’t read this debate now' })).toBeVisible();
  await expect(page.getByText('Nobody but us should know of this.')).toHaveCount(0);
});

test.describe('without any script', () => {
  test.use({ contextOptions: { javaScriptEnabled: false } });

  test('a person creates an account by a link, sets a password, signs out and in, and resets the password', async ({
    newPerson,
    seeded,
  }) => {
    const { page } = await newPerson('Olga');
    const alert = page.getByRole('alert');
    await page.goto(`/sign-in?returnTo=${seeded}`);
    await page.getByLabel('Email').fill('olga@example.org');
    await page.getByRole('button', { name: 'Email me a link' }).click();
    await expect(page.getByRole('status')).toContainText('a link is on its way');
    await page.goto(await mailedLink(server(), 'olga@example.org'));
    await page.getByLabel('Your name').fill('Olga');
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page).toHaveURL(seeded);
    await page.goto('/account');
    await page.getByLabel('New password').fill('password1');
    await page.getByRole('button', { name: 'Set password' }).click();
    await expect(alert).toContainText('too easy to guess');
    await page.getByLabel('New password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Set password' }).click();
    await expect(page.getByRole('status')).toContainText('Your password is set');
    await page.getByRole('button', { name: 'Sign out here' }).click();
    await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();

    await signInByPassword(page, 'olga@example.org', 'not the right one');
    await expect(alert).toContainText('Wrong email or password');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.getByLabel('Email').fill('olga@example.org');
    await page.getByRole('button', { name: 'Email me a link' }).click();
    await page.goto(await mailedLink(server(), 'olga@example.org'));
    await page.getByLabel('New password').fill('another good one');
    await page.getByRole('button', { name: 'Set password' }).click();
    await expect(page.getByText('You’re signed in as Olga.')).toBeVisible();
    await signInByPassword(page, 'olga@example.org', 'another good one');
    await expect(page.getByRole('link', { name: 'Signed in as Olga' })).toBeVisible();

    await page.goto('/account');
    await page.getByLabel('Purpose').fill('a robot');
    await page.getByRole('button', { name: 'Create token' }).click();
    await expect(page.locator('code')).toHaveText(/^parley_[\w-]{43}$/);
    await page.getByRole('button', { name: 'Revoke the token a robot' }).click();
    await expect(page.getByRole('button', { name: /^Revoke/ })).toHaveCount(0);
  });
});

test('a link opened in another browser shows nothing and signs nobody in; its code is typed where it was asked for', async ({
  newPerson,
}) => {
  const [ida, phone] = await Promise.all([newPerson('Ida'), newPerson('Phone')]);
  await ida.page.goto('/sign-in');
  await ida.page.getByLabel('Email').fill('ida@example.org');
  await ida.page.getByRole('button', { name: 'Email me a link' }).click();
  await expect(ida.page.getByRole('heading', { name: 'Check your email' })).toBeVisible();
  await phone.page.goto(await mailedLink(server(), 'ida@example.org'));
  await expect(phone.page.getByRole('heading', { name: 'in the browser where you asked' })).toBeVisible();
  await expect(phone.page.getByText('ida@example.org')).toHaveCount(0);
  const code = server().log.match(/^Mail to ida@example\.org: .*? ([0-9A-Z]{4}-[0-9A-Z]{4})\./m)?.[1] ?? '';
  await phone.page.goto('/sign-in/code');
  await phone.page.getByLabel('Code from the email').fill(code);
  await phone.page.getByRole('button', { name: 'Continue' }).click();
  await expect(phone.page.getByRole('alert').filter({ hasText: 'no longer works' })).toBeVisible();
  await ida.page.getByLabel('Code from the email').fill(code.toLowerCase());
  await ida.page.getByRole('button', { name: 'Continue' }).click();
  await ida.page.getByLabel('Your name').fill('Ida');
  await ida.page.getByRole('button', { name: 'Create account' }).click();
  await expect(ida.page.getByText('Signed in as Ida')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page of accounts stands in anyone’s way, ${colorScheme}`, async ({ newPerson }) => {
    const mail = `ines-${colorScheme}@example.org`;
    const { page } = await newPerson('Ines', { colorScheme });
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    const holds = async (where: string) => {
      await isAccessible(page, where, colorScheme);
      await page.setViewportSize({ width: 390, height: 844 });
      await expect.poll(fits, where).toBe(true);
      await page.setViewportSize({ width: 1280, height: 800 });
    };
    await signInByPassword(page, mail, PASSWORD);
    await expect(page.getByText('Wrong email or password')).toBeVisible();
    await holds('the sign-in page');
    await page.getByLabel('Email').fill(mail);
    await page.getByRole('button', { name: 'Email me a link' }).click();
    await expect(page.getByLabel('Code from the email')).toBeVisible();
    await holds('the code of a mail');
    await page.goto(await mailedLink(server(), mail));
    await holds('a link from a mail');
    await page.getByLabel('Your name').fill('Ines');
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page.getByText('Signed in as Ines')).toBeVisible();
    await page.goto('/account');
    await holds('the account');
    await page.getByRole('button', { name: 'Show code' }).click();
    await expect(page.getByRole('img')).toBeVisible();
    await holds('a code for another device');
    await page.goto('/sign-in/device');
    await holds('where a code is typed');
  });
}
