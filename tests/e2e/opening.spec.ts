import { deferred } from './deferred.ts';
import { expect, type Page, test, withServer } from './fixtures.ts';
import { waitsForScripts } from './waits-for-scripts.ts';

withServer();

const SCRIPTS = '**/_next/static/chunks/*.js';

/** No time passes in the page: it waits for its scripts as long as the story needs. */
async function stopClock({ clock }: Page): Promise<void> {
  await clock.install();
  await clock.pauseAt(Date.now() + 60_000);
}

test('a wide page shows the shape of the map until its scripts come, and never the outline', {
  tag: '@quick',
}, async ({ newPerson, seeded }) => {
  const { page, ...ann } = await newPerson('Ann');
  const released = deferred();
  await page.route(SCRIPTS, (route) => released.promise.then(() => route.continue()));
  await stopClock(page);
  await page.goto(seeded, { waitUntil: 'commit' });
  const shape = page.getByRole('status').filter({ hasText: 'Drawing the map' });
  await expect(shape).toBeVisible();
  await expect(page.locator('#c_leverage-works')).toBeAttached();
  await expect(page.locator('#c_leverage-works')).toBeHidden();

  released.resolve();
  await page.clock.resume();
  await expect(page.getByRole('tree', { name: 'Argument map' })).toBeVisible();
  await expect(page.locator('#c_leverage-works')).not.toBeAttached();
  await expect(shape).toBeHidden();
  expect(ann.watch.problems).toEqual([]);
});

test('the fonts of a page are fetched beside its styles, once', async ({ newPerson, seeded }) => {
  const { page } = await newPerson('Ann');
  const released = deferred();
  const fonts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'font') fonts.push(new URL(request.url()).pathname);
  });
  await waitsForScripts(page);
  await page.route('**/_next/static/chunks/*.css', (route) => released.promise.then(() => route.continue()));
  await page.goto(seeded, { waitUntil: 'commit' });
  await expect.poll(() => fonts.length).toBe(2);

  released.resolve();
  await expect(page.getByRole('tree', { name: 'Argument map' })).toBeVisible();
  await expect(page.getByRole('tree', { name: 'Argument map' }).getByRole('treeitem').first()).toBeVisible();
  const names = fonts.map((font) => /(?<=\/media\/).*(?=-latin-)/.exec(font)?.[0]);
  expect(names.sort()).toEqual(['inter', 'source-serif-4']);
});

test('where its fonts do not come, the map is there in those of the system', async ({
  newPerson,
  seeded,
}) => {
  const { page } = await newPerson('Ann');
  await waitsForScripts(page);
  await page.route('**/*.woff2', () => {});
  await page.goto(seeded, { waitUntil: 'commit' });
  await expect(
    page.getByRole('tree', { name: 'Argument map' }).locator('[data-box="~motion"]'),
  ).toBeVisible();
});

test('where its scripts do not come, a wide page shows the outline after all', async ({
  newPerson,
  seeded,
}) => {
  const { page } = await newPerson('Ann');
  await page.route(SCRIPTS, () => {});
  await stopClock(page);
  await page.goto(seeded, { waitUntil: 'commit' });
  await expect(page.locator('#c_leverage-works')).toBeAttached();
  await expect(page.locator('#c_leverage-works')).toBeHidden();
  await page.clock.fastForward(5_000);
  await expect(page.locator('#c_leverage-works')).toBeVisible();
});

test('a tab opens the view that was chosen in it', async ({ newPerson, seeded }) => {
  const ann = await newPerson('Ann');
  await waitsForScripts(ann.page);
  await ann.open(seeded, 'Outline');
  await ann.page.reload();
  await expect(ann.page.getByRole('tree', { name: 'Outline of the debate' })).toBeVisible();
  await ann.show('Map');
  await ann.page.reload();
  await expect(ann.page.getByRole('tree', { name: 'Argument map' })).toBeVisible();
});

test('every script asks to be compiled whole while it arrives', async ({ newPerson, seeded }) => {
  const ann = await newPerson('Ann');
  const scripts = new Set<string>();
  ann.page.on('response', (answer) => {
    if (answer.request().resourceType() === 'script') scripts.add(answer.url());
  });
  await ann.open(seeded, 'Map');
  // Fetched again: what a page holds of an answer may never count as whole.
  const texts = [...scripts].map(async (script) => (await ann.context.request.get(script)).text());
  const heads = (await Promise.all(texts)).map((text) => text.split('\n', 1)[0]);
  expect(heads.length).toBeGreaterThan(5);
  expect(new Set(heads)).toEqual(new Set(['//# allFunctionsCalledOnLoad']));
});
