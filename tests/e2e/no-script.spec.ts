import { madeInChina2025 } from '../../prisma/seed/made-in-china-2025/debate.ts';
import type { SeedClaim } from '../../prisma/seed/seed-debate.ts';
import { expect, test, withServer } from './fixtures.ts';
import { SEEDED } from './parley-process.ts';

withServer({});

test.use({ contextOptions: { javaScriptEnabled: false } });

test('without any script the whole debate is there to read, each claim at an address', {
  tag: '@quick',
}, async ({ newPerson, seeded }) => {
  const { page, ...reader } = await newPerson('Reader');
  await page.goto('/');
  await page.getByRole('link', { name: madeInChina2025.motion }).click();
  await expect(page).toHaveURL(new RegExp(`${seeded}$`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(madeInChina2025.motion);
  for (const { name } of madeInChina2025.positions) {
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
  }
  const claims = madeInChina2025.positions.flatMap((position) => position.claims.flatMap(withAllBelow));
  expect(claims.length).toBeGreaterThanOrEqual(45);
  for (const { key, text } of claims) await expect(page.locator(`[id="c_${key}-text"]`)).toHaveText(text);

  const last = claims.at(-1);
  await page.goto(`${seeded}#c_${last?.key}`);
  await expect(page.locator(`[id="c_${last?.key}"]`)).toBeInViewport();
  expect(reader.watch.problems).toEqual([]);
});

test('the page of a public debate names what other sites show beside a link to it', async ({
  newPerson,
  seeded,
}) => {
  const { page } = await newPerson('Reader');
  await page.goto(seeded);
  const named = (property: string) => page.locator(`meta[property="og:${property}"]`).getAttribute('content');
  expect(await named('description')).toBe(madeInChina2025.motion);
  const picture = await page.request.get((await named('image')) ?? '');
  expect(picture.headers()['content-type']).toBe('image/png');
});

test('without any script a branch is a page: the path to the motion, and everything under the claim', async ({
  newPerson,
  seeded,
}) => {
  const { page } = await newPerson('Reader');
  const answer = await page.goto(`${seeded}/claims/c_leverage-works`);
  expect(answer?.status()).toBe(200);
  const claim = madeInChina2025.positions
    .flatMap((position) => position.claims.flatMap(withAllBelow))
    .find(({ key }) => key === 'leverage-works');
  if (!claim) throw new Error('The seed has no such claim');
  await expect(page).toHaveTitle(new RegExp(claim.text.slice(0, 40)));
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    `${seeded}/claims/c_leverage-works`,
  );
  const all = withAllBelow(claim);
  for (const { key, text } of all) await expect(page.locator(`[id="c_${key}-text"]`)).toHaveText(text);
  await expect(page.getByRole('treeitem')).toHaveCount(all.length);
  const way = page.getByRole('navigation', { name: 'Path to the motion' });
  await expect(way.getByRole('link').nth(1)).toHaveText('U.S. hawks');
  await way.getByRole('link', { name: 'Whole debate' }).click();
  await expect(page).toHaveURL(new RegExp(`${seeded}$`));
});

for (const address of ['/debates/nowhere', `${SEEDED}/claims/c_nowhere`, '/nowhere/at/all']) {
  test(`without any script ${address} says that there is nothing`, async ({ newPerson }) => {
    const { page, watch } = await newPerson('Reader');
    watch.expectError(/status of 404/);
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'This page is private or doesn’t exist' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'All debates' })).toBeVisible();
  });
}

test('without any script the page of a new debate says that it needs one, and takes no words', async ({
  newPerson,
}) => {
  const { page } = await newPerson('Reader');
  await page.goto('/new');
  await expect(page.getByText(/^Starting a debate needs JavaScript/)).toBeVisible();
  await page.getByLabel('Your name').fill('Reader');
  await page.getByLabel('Your name').press('Enter');
  await expect(page.getByRole('button', { name: 'Start debate' })).toBeDisabled();
  await expect(page).toHaveURL(/\/new$/);
});

function withAllBelow(claim: SeedClaim): SeedClaim[] {
  return [claim, ...[...(claim.claims ?? []), ...(claim.undercuts ?? [])].flatMap(withAllBelow)];
}
