import { deferred } from './deferred.ts';
import { expect, test, withServer } from './fixtures.ts';
import { openSettings } from './start-debate.ts';

withServer({});

test('a guest begins a debate, the first page lists it, another opens it and argues', {
  tag: '@quick',
}, async ({ newPerson }) => {
  const [ann, ben] = await Promise.all([newPerson('Ann'), newPerson('Ben')]);
  const motion = 'Towns should close their centres to cars.';
  await ann.page.goto('/');
  await ann.page.getByRole('link', { name: 'New debate' }).click();
  await ann.page.getByLabel('Your name').fill('Ann');
  await ann.page.getByLabel('Motion').fill(motion);
  await openSettings(ann.page);
  await ann.page.getByLabel('Title', { exact: true }).fill('Cars in town');
  const first = ann.page.getByRole('group', { name: 'Position 1' });
  await first.getByLabel('Name').fill('Walkers');
  await first.getByTitle('Color').click();
  await first.getByRole('radio', { name: 'Teal' }).check();
  await ann.page.getByRole('button', { name: 'Start debate' }).click();
  await ann.page.waitForURL(/\/debates\//);
  await ann.isLive();
  await expect(ann.board).toHaveAttribute('data-joined', '');
  await ann.show('Map');
  await expect(ann.page.getByText('How to begin')).toBeVisible();
  const invites = ann.page.getByRole('region', { name: 'Invite people' });
  await invites.getByRole('button', { name: 'Create join code' }).click();
  await expect(invites.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)).toBeVisible();
  await expect(invites.getByRole('button', { name: 'Copy link' })).toBeVisible();

  await ben.page.goto('/');
  const entry = ben.page.getByRole('listitem').filter({ hasText: motion });
  await expect(entry).toContainText('Walkers');
  await expect(entry).toContainText('Against');
  await expect(entry).toContainText('No claims yet');
  await expect(entry).toContainText('1 person here now');
  await entry.getByRole('link', { name: motion }).click();
  await ben.isLive();
  await ben.show('Outline');
  await expect(ben.page.getByText('No claims here yet.').first()).toBeVisible();
  await ben.join();
  await expect(invites).toHaveCount(0);
  await ben.page.getByRole('treeitem', { name: 'Walkers' }).getByRole('button', { name: 'Support' }).click();
  await ben.compose('A street without cars is a street with shops.');
  await expect(ann.page.getByRole('button', { name: 'How to read this map' })).toBeVisible();
  await expect(ann.page.getByText('How to begin')).toHaveCount(0);
  await ann.show('Outline');
  await expect(ann.claim('A street without cars')).toBeVisible();
});

test('text typed before the scripts have loaded is in the debate', async ({ newPerson }) => {
  const { page } = await newPerson('Ann');
  const released = deferred();
  await page.route('**/*.js', (route) => released.promise.then(() => route.continue()));
  await page.goto('/new', { waitUntil: 'commit' });
  await page.getByLabel('Your name').fill('Ann');
  await page.getByLabel('Motion').fill('Squares should have benches.');
  const first = page.getByRole('group', { name: 'Position 1' });
  await first.getByLabel('Name').fill('Sitters');
  await first.getByLabel('Case in a sentence').fill('Who is tired sits.');
  await first.getByTitle('Color').click();
  await first.getByRole('radio', { name: 'Teal' }).check();
  released.resolve();
  await expect(page.getByRole('button', { name: 'Start debate' })).toBeEnabled();
  await page.getByRole('button', { name: 'Add a position' }).click();
  await page.getByRole('group', { name: 'Position 3' }).getByLabel('Name').fill('Passers-by');
  await page.getByRole('button', { name: 'Start debate' }).click();
  await page.waitForURL(/\/debates\//);
  const debate = await page.request.get(`/api${new URL(page.url()).pathname}/export?format=parley`);
  const { positions } = ((await debate.json()) as { debate: { positions: Record<string, string>[] } }).debate;
  expect(positions.map(({ name }) => name)).toEqual(['Sitters', 'Against', 'Passers-by']);
  expect(positions[0]).toMatchObject({ hue: 'teal', summary: 'Who is tired sits.' });
});

test('a page that is older than the server’s scripts sends nothing whose answer it could not read', async ({
  newPerson,
}) => {
  const { page, watch } = await newPerson('Ann');
  await page.goto('/new');
  await page.getByLabel('Your name').fill('Ann');
  await page.getByLabel('Motion').fill('Old pages should say what they cannot do.');
  await expect(page.getByRole('button', { name: 'Start debate' })).toBeEnabled();
  watch.expectError(/status of 404/);
  await page.route('**/*.js', (route) => route.fulfill({ status: 404 }));
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  await page.getByRole('button', { name: 'Start debate' }).click();
  await expect(page.getByText('Your text is still here.')).toBeVisible();
  expect(sent).toEqual([]);
});

test('[HM6] a private debate is nobody else’s, and its page is that of one that never was', async ({
  newPerson,
}) => {
  const [ann, ben] = await Promise.all([newPerson('Ann'), newPerson('Ben')]);
  await ann.page.goto('/new');
  await ann.page.getByLabel('Your name').fill('Ann');
  await ann.page.getByLabel('Motion').fill('Our choir should sing in the open.');
  await openSettings(ann.page);
  await ann.page.getByRole('radio', { name: 'Only participants' }).check();
  await ann.page.getByRole('button', { name: 'Start debate' }).click();
  await ann.page.waitForURL(/\/debates\//);
  await ann.isLive();
  await ben.page.goto('/');
  await expect(ben.page.getByText('Our choir should sing')).toHaveCount(0);
  const answer = await ben.context.request.get(ann.page.url());
  expect(answer.status()).toBe(404);
  expect(await answer.text()).not.toContain('choir');
  const wordsOf = async (address: string) => {
    ben.watch.expectError(/status of 404/);
    await ben.page.goto(address);
    await expect(ben.page.getByRole('heading', { level: 1 })).toBeVisible();
    return ben.page.getByRole('main').textContent();
  };
  const words = await wordsOf(ann.page.url());
  expect(words).toContain('This page is private or doesn’t exist');
  for (const address of ['/debates/nowhere', '/no/such/page']) expect(await wordsOf(address)).toBe(words);
});
