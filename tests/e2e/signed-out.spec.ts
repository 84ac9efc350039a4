import type { Page } from '@playwright/test';
import { expect, test, withServer } from './fixtures.ts';
import { LiveProxy } from './live-proxy.ts';
import type { Person } from './person.ts';
import { savedDebates } from './saved-debates.ts';
import { openSettings } from './start-debate.ts';

const server = withServer();

const MOTION = 'Our choir should sing in the open.';

/** A private debate of this person's own, with more in it than the page brought along. */
async function makePrivateDebate({ page, board }: Person): Promise<void> {
  await page.goto('/new');
  await page.getByLabel('Your name').fill('Ann');
  await page.getByLabel('Motion').fill(MOTION);
  await openSettings(page);
  await page.getByLabel('Title', { exact: true }).fill('Choir');
  await page.getByRole('radio', { name: 'Only participants' }).check();
  await page.getByRole('button', { name: 'Start debate' }).click();
  await page.waitForURL(/\/debates\//);
  await expect(board).toHaveAttribute('data-connection', 'live');
  await expect(board).toHaveAttribute('data-whole', '');
  await page.getByRole('group', { name: 'View' }).getByRole('button', { name: 'Outline' }).click();
  await page.getByRole('treeitem').first().getByRole('button', { name: 'Support' }).click();
  await page
    .getByRole('form', { name: /^New support/ })
    .getByRole('textbox')
    .first()
    .fill('Air is free.');
  await page.getByRole('button', { name: 'Add argument' }).click();
  await expect(board).toHaveAttribute('data-pending', '0');
}

/** Holds up a page wholly, as a busy machine does, until the answer is called. */
async function holdUp(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((go) => {
    release = go;
  });
  let asked = () => {};
  const isHeld = new Promise<void>((go) => {
    asked = go;
  });
  await page.route('**/held-up', async (route) => {
    asked();
    await released;
    await route.fulfill({ body: '' });
  });
  await page.evaluate(() => {
    window.setTimeout(() => {
      const waits = new XMLHttpRequest();
      waits.open('GET', '/held-up', false);
      waits.send();
    });
  });
  await isHeld;
  return release;
}

for (const news of ['a channel', 'storage alone', 'a channel alone'] as const) {
  test(`signing out leaves nothing of a private debate behind, though another tab is slow: notified by ${news}`, async ({
    newPerson,
  }) => {
    const way = await LiveProxy.before(server().origin);
    const ann = await newPerson('Ann', { origin: way.origin });
    ann.watch.expectLostServer();
    await ann.context.addInitScript((by) => {
      if (by === 'storage alone') Reflect.deleteProperty(window, 'BroadcastChannel');
      if (by === 'a channel alone') Object.defineProperty(window, 'localStorage', { get: () => null });
    }, news);
    await makePrivateDebate(ann);
    const other = await ann.inAnotherTab();
    await other.page.goto('/');
    const release = await holdUp(ann.page);
    // She is cut off in that moment: the server cannot notify this tab that she has signed out.
    way.cut();
    await other.signOut();
    release();
    await expect(ann.board).toHaveAttribute('data-connection', 'reconnecting');
    // Asked by the very tab: what it had begun to keep comes first.
    expect(await savedDebates(ann.page)).toBe(0);
    way.close();
  });
}

test('ending a sign-in on another device removes private debates saved here', async ({ newPerson }) => {
  const ann = await newPerson('Ann');
  ann.watch.expectLostServer();
  await makePrivateDebate(ann);
  await test.step('it is kept while the way to the server is lost', async () => {
    await ann.context.setOffline(true);
    await expect(ann.board).toHaveAttribute('data-connection', 'reconnecting');
    await expect.poll(() => savedDebates(ann.page)).toBe(1);
    await ann.context.setOffline(false);
    await ann.isLive();
  });
  const elsewhere = await newPerson('Ann', { storageState: await ann.context.storageState() });
  await elsewhere.page.goto('/');
  await elsewhere.signOut();
  await expect(ann.board).toHaveAttribute('data-connection', 'refused');
  await expect(ann.page.getByText('You can’t read this debate now')).toBeVisible();
  await expect(ann.page.getByText('Air is free.')).toHaveCount(0);
  await expect(ann.page.getByText(MOTION)).toHaveCount(0);
  await expect.poll(() => savedDebates(ann.page)).toBe(0);
});

test('signing out first warns of unsent words in this browser, and that a guest cannot come back', async ({
  newPerson,
}) => {
  const way = await LiveProxy.before(server().origin);
  const ann = await newPerson('Ann', { origin: way.origin });
  ann.watch.expectLostServer();
  await ann.open();
  await ann.join();
  await ann.select('c_cutoff-risk');
  const other = await ann.context.newPage();
  await other.goto('/');
  await expect(other.locator('form[data-asks]')).toBeVisible();
  way.cut();
  await ann.argue('Attack', 'A way that is cut off is found again.');
  await expect(ann.page.getByText('1 not sent')).toBeVisible();
  const dialog = other.getByRole('dialog', { name: 'Sign out?' });
  // The other page keeps what is unsent a moment after it says so.
  await expect(async () => {
    if (await dialog.isVisible()) await dialog.getByRole('button', { name: 'Cancel' }).click();
    await other.getByRole('button', { name: 'Sign out' }).click();
    await expect(dialog).toContainText('1 change hasn’t been sent', { timeout: 5_000 });
  }).toPass();
  await expect(dialog).toContainText('you can’t sign in as yourself again');
  way.restore();
  await dialog.getByRole('link', { name: 'Open the debate to send it' }).click();
  await ann.isSaved();
  await other.close();
  way.close();
});
