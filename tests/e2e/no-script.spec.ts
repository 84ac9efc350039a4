import { madeInChina2025 } from '../../prisma/seed/made-in-china-2025/debate.ts';
import type { SeedClaim } from '../../prisma/seed/seed-debate.ts';
import { expect, test, withServer } from './fixtures.ts';
import { SEEDED } from './parley-process.ts';

withServer();

test.use({ contextOptions: { javaScriptEnabled: false } });

test('without any script the whole debate is there to read, each claim at an address', async ({
  newPerson,
}) => {
  const { page, ...reader } = await newPerson('Reader');
  await page.goto('/');
  await page.getByRole('link', { name: madeInChina2025.motion }).click();
  await expect(page).toHaveURL(new RegExp(`${SEEDED}$`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(madeInChina2025.motion);
  for (const { name } of madeInChina2025.positions) {
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
  }
  const claims = madeInChina2025.positions.flatMap((position) => position.claims.flatMap(withAllBelow));
  expect(claims.length).toBeGreaterThanOrEqual(45);
  for (const { key, text } of claims) await expect(page.locator(`[id="c_${key}-text"]`)).toHaveText(text);

  const last = claims.at(-1);
  await page.goto(`${SEEDED}#c_${last?.key}`);
  await expect(page.locator(`[id="c_${last?.key}"]`)).toBeInViewport();
  expect(reader.watch.problems).toEqual([]);
});

function withAllBelow(claim: SeedClaim): SeedClaim[] {
  return [claim, ...[...(claim.claims ?? []), ...(claim.undercuts ?? [])].flatMap(withAllBelow)];
}
