import { expect, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import { mailedLink } from './mailed-link.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

const server = withServer();

const MOTION = 'Towns should close their centres to cars.';

async function makeAccount({ page }: Person, mail: string): Promise<void> {
  await page.goto('/account');
  await page.getByLabel('Email').fill(mail);
  await page.getByRole('button', { name: 'Add email' }).click();
  await expect(page.getByRole('status')).toContainText('a link is on its way');
  await page.goto(await mailedLink(server(), mail));
  await page.getByRole('button', { name: 'Confirm email' }).click();
  await expect(page.getByRole('status')).toContainText('Your email is confirmed');
}

async function joining(owner: Person, address: string) {
  await owner.page.goto(address);
  await owner.isLive();
  await owner.page.getByRole('button', { name: 'Manage' }).click();
  const dialog = owner.page.getByRole('dialog', { name: 'Manage debate' });
  await dialog.getByRole('tab', { name: 'Joining' }).click();
  return dialog;
}

test('addresses are pasted, each gets a mail; its reader comes in, makes an account, and comes back on another device', async ({
  newPerson,
}) => {
  const olga = await newPerson('Olga');
  const address = await startDebate(olga, MOTION);
  let dialog = await joining(olga, address);
  await dialog.getByRole('radio', { name: 'Only participants' }).click();
  await olga.page.getByRole('button', { name: 'Make private' }).click();
  await olga.isSaved();
  // A guest's name could be anyone's.
  await expect(dialog.getByText('so you need an account')).toBeVisible();
  await expect(dialog.getByLabel('Email addresses')).toHaveCount(0);
  await makeAccount(olga, 'olga@example.org');

  dialog = await joining(olga, address);
  const field = dialog.getByLabel('Email addresses');
  await field.fill('Ben Hill <ben@example.org>, somebody\ncara@example.org, BEN@example.org');
  const form = dialog.locator('form').filter({ has: olga.page.getByLabel('Email addresses') });
  await form.getByRole('radio', { name: 'Vote and comment', exact: true }).check();
  await form.getByLabel('Message (optional)').fill('We meet on Tuesday.');
  await form.getByRole('button', { name: 'Send invitations' }).click();
  await expect(dialog.getByText('2 invitations sent.')).toBeVisible();
  await expect(dialog.getByText('somebody – not an email address')).toBeVisible();
  await expect(field).toHaveValue('somebody');
  await isAccessible(olga.page, 'invitations by mail', 'light');
  await isAccessible(olga.page, 'invitations by mail', 'dark');
  const line = (who: string) => dialog.getByRole('listitem').filter({ hasText: `${who}@example.org` });
  await expect(line('ben')).toContainText('Vote and comment · Sent');
  await line('cara').getByRole('button', { name: 'Revoke' }).click();
  await expect(line('cara')).toContainText('Revoked');
  await expect.poll(() => server().log).toContain('Olga writes: “We meet on Tuesday.”');

  const ben = await newPerson('Ben', { viewport: { width: 390, height: 844 } });
  const benLink = await mailedLink(server(), 'ben@example.org');
  await ben.page.goto(benLink);
  await expect(ben.page.getByRole('heading', { name: MOTION })).toBeVisible();
  await expect(ben.page.getByText('ben@example.org')).toHaveCount(0);
  await isAccessible(ben.page, 'an invitation from a mail', 'light');
  await ben.page.getByLabel('Your name').fill('Ben');
  await ben.page.getByRole('button', { name: 'Join the debate' }).click();
  await ben.page.waitForURL(`**${address}`);
  await ben.isLive();
  await expect(ben.board).toHaveAttribute('data-joined', '');

  // The invitation gave no account: the address is added like any other.
  await makeAccount(ben, 'ben@example.org');

  // The mail is the way back, for who is signed in; for others it has been used.
  await ben.page.goto(benLink);
  await ben.page.getByRole('button', { name: 'Join as Ben' }).click();
  await ben.page.waitForURL(`**${address}`);
  const laptop = await newPerson('Ben');
  laptop.watch.expectError(/status of 404/);
  await laptop.page.goto(benLink);
  await expect(laptop.page.getByRole('alert').filter({ hasText: 'no longer works' })).toBeVisible();
  await laptop.page.getByRole('link', { name: /Sign in as yourself/ }).click();
  await laptop.page.getByLabel('Email').fill('ben@example.org');
  await laptop.page.getByRole('button', { name: 'Email me a link' }).click();
  await expect(laptop.page.getByRole('heading', { name: 'Check your email' })).toBeVisible();
  await laptop.page.goto(await mailedLink(server(), 'ben@example.org'));
  await laptop.page.getByRole('button', { name: 'Sign in as Ben' }).click();
  await laptop.page.getByRole('button', { name: 'Join as Ben' }).click();
  await laptop.isLive();
  await expect(laptop.board).toHaveAttribute('data-joined', '');

  dialog = await joining(olga, address);
  await expect(line('ben')).toContainText('Joined');
  await line('cara').getByRole('button', { name: 'Send again' }).click();
  await expect(line('cara')).toContainText('Sent');
});

test('an invitation reveals its address to nobody; no link makes a page show a false message', async ({
  newPerson,
}) => {
  const [olga, dag, eve] = await Promise.all([newPerson('Olga'), newPerson('Dag'), newPerson('Eve')]);
  await startDebate(dag, 'Another one.');
  await makeAccount(dag, 'dag@example.org');
  const address = await startDebate(olga, MOTION);
  await makeAccount(olga, 'olga2@example.org');
  const dialog = await joining(olga, address);
  await dialog.getByLabel('Email addresses').fill('dag@example.org');
  await dialog.getByRole('button', { name: 'Send invitations' }).click();
  await expect(dialog.getByText('1 invitation sent.')).toBeVisible();
  const link = await mailedLink(server(), 'dag@example.org');
  await eve.page.goto(`${link}?problem=banned`);
  await expect(eve.page.getByText('Have an account?')).toBeVisible();
  await expect(eve.page.getByText('dag@example.org')).toHaveCount(0);
  await expect(eve.page.getByText('banned')).toHaveCount(0);
  await isAccessible(eve.page, 'an invitation from a mail', 'dark');
  await eve.page.getByLabel('Your name').fill('   ');
  await eve.page.getByRole('button', { name: 'Join the debate' }).click();
  await expect(eve.page.getByRole('alert').filter({ hasText: 'Enter some text first' })).toBeVisible();
  await expect(eve.page.getByText('banned')).toHaveCount(0);
  await dag.page.goto(link);
  await dag.page.getByRole('button', { name: 'Join as Dag' }).click();
  await dag.page.waitForURL(`**${address}`);
  await dag.isLive();
});
