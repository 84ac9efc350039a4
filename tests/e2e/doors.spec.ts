import { expect, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer({});

const MOTION = 'Towns should close their centres to cars.';

async function manage(owner: Person, section: 'Debate' | 'Joining') {
  await owner.page.getByRole('button', { name: 'Manage' }).click();
  const dialog = owner.page.getByRole('dialog', { name: 'Manage debate' });
  await dialog.getByRole('tab', { name: section }).click();
  return dialog;
}

async function makeCode(owner: Person, role: string): Promise<string> {
  const dialog = await manage(owner, 'Joining');
  await dialog.getByRole('radio', { name: role, exact: true }).check();
  await dialog.getByRole('button', { name: 'Create' }).click();
  const code = (await dialog.getByRole('listitem').first().getByRole('strong').textContent()) ?? '';
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  return code;
}

test('into a private debate by a code, in two steps on a phone; after a new code, the old one no longer works', {
  tag: '@quick',
}, async ({ newPerson }) => {
  const olga = await newPerson('Olga');
  const ben = await newPerson('Ben', { viewport: { width: 390, height: 844 } });
  const address = await startDebate(olga, MOTION);
  const dialog = await manage(olga, 'Joining');
  await dialog.getByRole('radio', { name: 'Only participants' }).click();
  await olga.page.getByRole('button', { name: 'Make private' }).click();
  await olga.isSaved();
  await dialog.getByRole('button', { name: 'Close' }).click();
  ben.watch.expectError(/status of 404/);
  await ben.page.goto(address);
  await expect(
    ben.page.getByRole('heading', { name: 'This page is private or doesn’t exist' }),
  ).toBeVisible();

  const code = await makeCode(olga, 'Vote and comment');
  await isAccessible(olga.page, 'joining', 'light');
  await ben.page.goto('/join');
  await isAccessible(ben.page, 'the code', 'light');
  await ben.page.getByLabel('Code').fill(code.toLowerCase().replace('-', ' '));
  await ben.page.getByLabel('Code').press('Enter');
  await expect(ben.page.getByRole('heading', { name: MOTION })).toBeVisible();
  await expect(ben.page.getByText('You’ll vote and comment.')).toBeVisible();
  await isAccessible(ben.page, 'the name', 'dark');
  await ben.page.getByLabel('Your name').fill('Ben');
  await ben.page.getByRole('button', { name: 'Join the debate' }).click();
  await ben.page.waitForURL(`**${address}`);
  await ben.isLive();
  await expect(ben.board).toHaveAttribute('data-joined', '');

  await dialog.getByRole('button', { name: 'Replace' }).click();
  await expect(dialog.getByRole('listitem').getByText(code)).toHaveCount(0);
  const cara = await newPerson('Cara');
  cara.watch.expectError(/status of 404/);
  await cara.page.goto(`/join?code=${code}`);
  await expect(cara.page.getByRole('alert').filter({ hasText: 'no longer works' })).toBeVisible();
  const next = (await dialog.getByRole('listitem').getByRole('strong').textContent()) ?? '';
  await cara.page.getByLabel('Code').fill(next);
  await cara.page.getByRole('button', { name: 'Next' }).click();
  await expect(cara.page.getByRole('heading', { name: MOTION })).toBeVisible();
});

test('a link raises the role of a participant; links are shared with a QR code, except those for moderators', {
  tag: '@quick',
}, async ({ newPerson }) => {
  const [olga, ben] = await Promise.all([newPerson('Olga'), newPerson('Ben')]);
  const address = await startDebate(olga, MOTION);
  await ben.open(address);
  await ben.join();
  const dialog = await manage(olga, 'Joining');
  const links = dialog.getByRole('listitem').getByRole('textbox');
  const makeLink = async (role: string, count: number) => {
    await dialog.getByRole('radio', { name: 'Link, to send' }).check();
    await dialog.getByRole('radio', { name: role, exact: true }).check();
    await dialog.getByRole('button', { name: 'Create' }).click();
    await expect(links).toHaveCount(count);
    return links.first().inputValue();
  };
  const link = await makeLink('Moderator', 1);
  const forRoom = await makeLink('Vote and comment', 2);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await olga.page.getByRole('button', { name: 'Share' }).click();
  const share = olga.page.getByRole('dialog', { name: 'Share this debate' });
  const shared = share.getByRole('listitem');
  await expect(shared.getByRole('textbox')).toHaveValue(forRoom);
  await shared.getByRole('button', { name: 'QR code' }).click();
  await expect(share.getByRole('img', { name: /^QR code of/ })).toHaveCount(2);
  await isAccessible(olga.page, 'sharing', 'dark');

  await ben.page.goto(new URL(link).pathname);
  await ben.page.getByRole('button', { name: 'Join as Ben' }).click();
  await ben.page.waitForURL(`**${address}`);
  await ben.isLive();
  await expect(ben.page.getByRole('button', { name: 'Manage' })).toBeVisible();
});

test('closing stops what is written on every page and says so; opening it again lets it go on', async ({
  newPerson,
}) => {
  const [olga, ben] = await Promise.all([newPerson('Olga'), newPerson('Ben')]);
  await ben.open(await startDebate(olga, MOTION));
  await ben.join();
  const argue = ben.page.getByRole('button', { name: 'Support', exact: true });
  await expect(argue.first()).toBeVisible();
  const dialog = await manage(olga, 'Debate');
  await dialog.getByRole('button', { name: 'Close debate' }).click();
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(ben.page.getByText('This debate is closed').first()).toBeVisible();
  await expect(argue).toHaveCount(0);
  await isAccessible(ben.page, 'a closed debate', 'light');
  await olga.page.getByRole('button', { name: 'Reopen' }).click();
  await expect(ben.page.getByText('This debate is closed')).toHaveCount(0);
  await expect(argue.first()).toBeVisible();
});

test('a rehearsal is cleared and its copy kept; a debate is deleted and brought back; another is started from it', async ({
  newPerson,
}) => {
  const [olga, ben] = await Promise.all([newPerson('Olga'), newPerson('Ben')]);
  const address = await startDebate(olga, MOTION);
  await ben.open(address);
  await ben.join();
  await ben.page.getByRole('treeitem', { name: 'For' }).locator('h2').first().click();
  await ben.argue('Support', 'Air in the centre gets cleaner.');
  await ben.isSaved();
  await expect(olga.claim('Air in the centre')).toBeVisible();
  let dialog = await manage(olga, 'Debate');
  await dialog.getByRole('button', { name: 'Clear board' }).click();
  await dialog.getByRole('button', { name: 'Clear for everyone' }).click();
  await expect(dialog.getByText('The board is clear.')).toBeVisible();
  await expect(ben.claim('Air in the centre')).toHaveCount(0);
  await ben.argue('Support', 'Now for real: it gets quieter.');
  await expect(olga.claim('Now for real')).toBeVisible();

  await dialog.getByRole('checkbox', { name: 'Offer as a template on this server' }).check();
  await olga.isSaved();
  await dialog.getByRole('button', { name: 'Delete debate' }).click();
  await dialog.getByRole('button', { name: 'Delete for everyone' }).click();
  await expect(olga.page.getByText('This debate is deleted').first()).toBeVisible();
  await expect(ben.page.getByRole('heading', { name: 'You can’t read this debate now' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await olga.page.goto('/');
  await olga.page.getByText('Deleted (2)').click();
  await isAccessible(olga.page, 'the first page', 'light');
  await olga.page.locator(`a[href="${address}"]`).click();
  await olga.isLive();
  await olga.page.getByRole('button', { name: 'Restore debate' }).click();
  await expect(olga.page.getByText('This debate is deleted')).toHaveCount(0);
  await olga.isSaved();

  await olga.page.goto('/new');
  await olga.page
    .getByRole('navigation', { name: 'template' })
    .getByRole('link', { name: 'A debate' })
    .click();
  await expect(olga.page.getByLabel('Motion')).toHaveValue(MOTION);
  await olga.page.getByRole('checkbox', { name: 'its claim' }).check();
  await olga.page.getByRole('button', { name: 'Start debate' }).click();
  await olga.page.waitForURL((url) => url.pathname.startsWith('/debates/') && url.pathname !== address);
  await olga.isLive();
  await olga.show('Outline');
  await expect(olga.claim('Now for real')).toBeVisible();
  dialog = await manage(olga, 'Debate');
  await expect(
    dialog.getByRole('checkbox', { name: 'Offer as a template on this server' }),
  ).not.toBeChecked();
});
