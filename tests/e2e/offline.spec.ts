import { expect, test, withServer } from './fixtures.ts';
import type { Person } from './person.ts';
import { goesOffline, isSaved, savedDebates } from './saved-debates.ts';
import { shownText } from './shown-text.ts';

withServer({});

const UNDER = 'c_leverage-works';

/** This browser has kept the list of debates too, though it was not opened. */
async function isListKept({ page }: Person): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () => (await caches.match('/', { cacheName: 'parley-pages' })) !== undefined),
    )
    .toBe(true);
}

/** Opens the list as the server has it now. If the server is slow, the kept one comes first, and is read again in the middle of what follows. */
async function opensList({ page }: Person): Promise<void> {
  await expect(async () => {
    const asked = Date.now();
    const list = await page.goto('/');
    // In whole seconds.
    expect(Date.parse(list?.headers().date ?? '')).toBeGreaterThan(asked - 1_000);
  }).toPass();
}

/** Reloads the page at the moment something is submitted: the browser has had no time to keep it. */
function reloadOnceSubmitted(board: Element): void {
  new MutationObserver(() => board.getAttribute('data-pending') === '1' && location.reload()).observe(board, {
    attributeFilter: ['data-pending'],
  });
}

for (const view of ['Map', 'Outline'] as const) {
  test(`a debate opens without a network as it was known last, and is worked on: ${view}`, {
    tag: view === 'Outline' ? '@quick' : [],
  }, async ({ newPerson }) => {
    const ann = await newPerson('Ann', { serviceWorkers: 'allow' });
    const ben = await newPerson('Ben');
    ann.watch.expectLostServer();
    await Promise.all([ann.open(), ben.open()]);
    await Promise.all([ann.join(), ben.join()]);
    await isSaved(ann);
    await ben.select(UNDER);
    const heard = `Heard while there was a network: ${view}.`;
    await ben.argue('Attack', heard);
    await expect(ann.claim(heard)).toBeVisible();
    await ann.show(view);

    await goesOffline(ann);
    await ann.page.reload();
    await ann.show('Outline');
    await expect(ann.claim(heard)).toBeVisible();
    await expect(ann.page.getByRole('status').filter({ hasText: /^Offline/ })).toBeVisible();
    await ann.select(UNDER);
    const written = `Written without a network: ${view}.`;
    const reloaded = ann.page.waitForEvent('load');
    await ann.board.evaluate(reloadOnceSubmitted);
    await ann.argue('Support', written);
    await reloaded;
    await ann.show('Outline');
    await expect(ann.claim(written)).toBeVisible();
    await expect(ann.page.getByRole('status').filter({ hasText: 'Offline · 1 not sent' })).toBeVisible();

    await ann.context.setOffline(false);
    await ann.isSaved();
    await expect(ben.claim(written)).toHaveCount(1);
  });
}

test('a branch and the list of debates open without a network too', async ({ newPerson, seeded }) => {
  const ann = await newPerson('Ann', { serviceWorkers: 'allow' });
  ann.watch.expectLostServer();
  await ann.open(`${seeded}/claims/${UNDER}`);
  await isSaved(ann);
  await opensList(ann);
  await ann.context.setOffline(true);
  await ann.page.reload();
  await expect(ann.page.getByRole('heading', { level: 1 })).toBeVisible();
  await ann.page.goto(`${seeded}/claims/${UNDER}`);
  await ann.show('Outline');
  await expect(ann.line(UNDER)).toBeVisible();
});

test('a moment of the past is neither saved nor shown in place of another, and the debate stays saved', async ({
  newPerson,
  seeded,
}) => {
  const ann = await newPerson('Ann', { serviceWorkers: 'allow' });
  ann.watch.expectLostServer();
  await ann.open(seeded);
  await isSaved(ann);
  await ann.page.goto(`${seeded}?at=1`);
  await expect(ann.page).toHaveURL(/\/history\?at=/);
  await expect(ann.page.locator('main#debate')).toHaveAttribute('data-moment', /\d+/);
  await ann.context.setOffline(true);
  await expect(ann.page.goto(`${seeded}/history?at=2`)).rejects.toThrow();
  // The browser's own page about it comes a moment later, and would interrupt the next one.
  await expect(ann.page).toHaveURL(/^chrome-error:/);
  await ann.page.goto(seeded);
  await ann.show('Outline');
  await expect(ann.line(UNDER)).toBeVisible();
});

test('without a network the first page lists the debates kept here, and what of them is not sent', async ({
  newPerson,
}) => {
  const ann = await newPerson('Ann', { serviceWorkers: 'allow' });
  ann.watch.expectLostServer();
  await ann.open();
  await ann.join();
  await isSaved(ann);
  await isListKept(ann);
  const motion = (await ann.page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await ann.context.setOffline(true);
  await expect(ann.board).toHaveAttribute('data-connection', 'reconnecting');
  await ann.select(UNDER);
  const written = 'Written before the list was opened.';
  await ann.argue('Support', written);
  await expect(ann.board).toHaveAttribute('data-pending', '1');
  const standing = ann.page.getByRole('status').filter({ hasText: 'Offline · 1 not sent' });
  await expect(standing).toBeVisible();
  const onBoard = await shownText(standing);

  await ann.page.goto('/');
  const entry = ann.page.getByRole('listitem').filter({ hasText: motion });
  const banner = ann.page.getByRole('status');
  await expect(banner).toContainText('Can’t reach the server.');
  expect([onBoard, await shownText(banner)].join('\n')).toMatchSnapshot('offline.txt');
  await expect(entry).toContainText('1 change not sent');
  await expect(ann.page.getByText('people here now')).toHaveCount(0);
  await entry.getByRole('link', { name: motion }).click();
  await ann.show('Outline');
  await expect(ann.claim(written)).toBeVisible();

  await ann.page.goto('/');
  await expect(entry).toContainText('1 change not sent');
  await ann.context.setOffline(false);
  await expect(ann.page.getByRole('status')).toHaveCount(0);
  await expect(ann.page.getByRole('link', { name: motion })).toBeVisible();
});

test('the first page of another person removes data saved for the one before', async ({ newPerson }) => {
  const ann = await newPerson('Ann', { serviceWorkers: 'allow' });
  ann.watch.expectLostServer();
  await ann.open();
  await ann.join();
  await isSaved(ann);
  await ann.page.goto('/');
  await expect(ann.page.getByText('Signed in as Ann')).toBeVisible();
  await ann.context.clearCookies();
  await ann.page.goto('/');
  await expect(ann.page.getByRole('link', { name: 'Sign in' })).toBeVisible();
  await expect
    .poll(() =>
      ann.page.evaluate(async () =>
        (await (await caches.open('parley-pages')).keys()).map(({ url }) => new URL(url).pathname),
      ),
    )
    .toEqual(['/']);
});

test('signing out leaves nothing readable behind', async ({ newPerson, seeded }) => {
  const ann = await newPerson('Ann', { serviceWorkers: 'allow' });
  ann.watch.expectLostServer();
  await ann.open();
  await ann.join();
  await isSaved(ann);
  await ann.page.goto('/');
  await ann.signOut();
  await ann.context.setOffline(true);
  expect(await savedDebates(ann.page)).toBe(0);
  await expect(ann.page.goto(seeded)).rejects.toThrow();
});

test('a sign-in that was ended elsewhere leaves nothing to read behind', async ({ newPerson }) => {
  const ann = await newPerson('Ann', { serviceWorkers: 'allow' });
  ann.watch.expectLostServer();
  await ann.open();
  await ann.join();
  await isSaved(ann);
  await isListKept(ann);
  const { origin } = new URL(ann.page.url());
  const cookie = (await ann.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const headers = { cookie, origin, 'content-type': 'application/json' };
  const ended = await fetch(`${origin}/api/signout`, { method: 'POST', headers, body: '{}' });
  expect(ended.status).toBe(200);
  const pagesKept = () =>
    ann.page.evaluate(async () => (await (await caches.open('parley-pages')).keys()).length);
  await expect.poll(pagesKept).toBe(0);
  await expect.poll(() => savedDebates(ann.page)).toBe(0);
});
