import { Secret, TOTP } from 'otpauth';
import { expect, type Page, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import { mailedLink } from './mailed-link.ts';

const server = withServer();

const PASSWORD = 'walnut river ink';
const SETUP = '/account/second-factor';

/** Browsers trust `localhost`, and offer passkeys there. */
const localhost = () => server().origin.replace('127.0.0.1', 'localhost');

/** Makes an account with a password, by the mail the server printed. */
async function signUp(page: Page, name: string): Promise<void> {
  const mail = `${name.toLowerCase()}@example.org`;
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(mail);
  await page.getByRole('button', { name: 'Email me a link' }).click();
  await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible();
  await page.goto(await mailedLink(server(), mail));
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('link', { name: `Signed in as ${name}` })).toBeVisible();
  await page.goto('/account');
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByRole('status')).toContainText('Your password is set');
}

async function signOut(page: Page): Promise<void> {
  await page.goto('/account');
  await page.getByRole('button', { name: 'Sign out here' }).click();
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
}

async function byPassword(page: Page, mail: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(mail);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible();
}

test('a passkey is added, signs in alone and after the password, is renamed and removed', async ({
  newPerson,
}) => {
  const { page, context } = await newPerson('Pia', { origin: localhost() });
  const devices = await context.newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await signUp(page, 'Pia');
  await page.goto(SETUP);
  await page.getByLabel('Name of the passkey').fill('Laptop');
  await page.getByRole('button', { name: 'Add passkey' }).click();
  await expect(page.getByRole('status')).toContainText('The passkey is added');
  await expect(page.locator('code')).toHaveText(/^([0-9A-Z]{4}(-[0-9A-Z]{4}){3}\s*){10}$/);
  const [recovery = ''] = ((await page.locator('code').textContent()) ?? '').split('\n');
  await isAccessible(page, 'the second factors', 'light');
  await page.reload();
  await expect(page.getByText('You have 10 recovery codes left.')).toBeVisible();
  await expect(page.locator('code')).toHaveCount(0);

  await signOut(page);
  await page.goto('/sign-in');
  await isAccessible(page, 'the sign-in page', 'light');
  await page.getByRole('button', { name: 'Sign in with passkey' }).click();
  await expect(page.getByRole('link', { name: 'Signed in as Pia' })).toBeVisible();

  await signOut(page);
  await byPassword(page, 'pia@example.org');
  await isAccessible(page, 'the second step', 'light');
  await page.getByRole('button', { name: 'Use passkey' }).click();
  await expect(page.getByRole('link', { name: 'Signed in as Pia' })).toBeVisible();

  await signOut(page);
  await byPassword(page, 'pia@example.org');
  await page.getByLabel('Recovery code').fill(recovery);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('link', { name: 'Signed in as Pia' })).toBeVisible();

  await page.goto('/account/reauthenticate?returnTo=/account/second-factor');
  await page.getByRole('button', { name: 'Use passkey' }).click();
  await page.getByText('Rename', { exact: true }).click();
  await page.getByLabel('Name of the passkey').first().fill('Old laptop');
  await page.getByRole('button', { name: 'Save name' }).click();
  await page.getByRole('button', { name: 'Remove the passkey Old laptop' }).click();
  await expect(page.getByRole('status')).toContainText('The passkey is removed');
  await expect(page.getByRole('button', { name: /^Remove the passkey/ })).toHaveCount(0);
});

test.describe('without any script', () => {
  test.use({ contextOptions: { javaScriptEnabled: false } });

  test('an authenticator app is set up by its key, and its code is asked for', { tag: '@quick' }, async ({
    newPerson,
  }) => {
    const { page } = await newPerson('Tom');
    await signUp(page, 'Tom');
    await page.goto('/account');
    await page.getByRole('link', { name: 'Set up', exact: true }).click();
    await page.getByRole('button', { name: 'Set up app' }).click();
    await expect(page.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
    const key = ((await page.locator('code').textContent()) ?? '').replaceAll(' ', '');
    const app = new TOTP({ secret: Secret.fromBase32(key) });
    await page.getByLabel('Code from the app').fill(app.generate());
    await page.getByRole('button', { name: 'Turn on' }).click();
    await expect(page.getByRole('status')).toContainText('The app is set up');
    const [recovery = ''] = ((await page.locator('code').textContent()) ?? '').split('\n');
    // On a bare IP address no browser has passkeys.
    await expect(page.getByText('Passkeys work only over https.')).toBeVisible();

    await signOut(page);
    await byPassword(page, 'tom@example.org');
    await page.getByLabel('Code from your app').fill('000000');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('alert')).toContainText('This code is wrong');
    // The code of the period after is accepted too; that of this one was used up by the setup.
    const next = app.generate({ timestamp: Date.now() + 30_000 });
    await page.getByLabel('Code from your app').fill(next);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('link', { name: 'Signed in as Tom' })).toBeVisible();

    await signOut(page);
    await byPassword(page, 'tom@example.org');
    await page.getByLabel('Code from your app').fill(recovery);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('link', { name: 'Signed in as Tom' })).toBeVisible();
  });
});
