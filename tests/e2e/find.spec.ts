import { expect, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import type { Person } from './person.ts';
import { type DebateVisibility, startDebate } from './start-debate.ts';

withServer();

/** A debate with one claim in it. */
async function aDebateWith(owner: Person, text: string, visibility?: DebateVisibility): Promise<void> {
  await startDebate(owner, `On: ${text}`, visibility);
  const position = owner.page.locator('[data-item="position"]').first();
  await owner.select((await position.getAttribute('id')) ?? '');
  await owner.argue('Support', text);
  await owner.isSaved();
}

test('words are found in all readable debates, and in no others', { tag: '@quick' }, async ({
  newPerson,
}) => {
  const [ann, ben] = [await newPerson('Ann'), await newPerson('Ben')];
  await aDebateWith(ann, 'The okapí has stripes, 关税 has none.');
  await aDebateWith(ben, 'An okapi in public.');
  await aDebateWith(ann, 'An okapi in private.', 'Only participants');

  await ben.page.goto('/');
  await ben.page.getByRole('searchbox', { name: 'Search all debates' }).fill('OKAPI');
  await ben.page.keyboard.press('Enter');
  await expect(ben.page.getByRole('status')).toHaveText('2 found in 2 debates');
  await expect(ben.page.getByText('in private')).toHaveCount(0);
  await expect(ben.page.locator('mark')).toHaveText(['okapi', 'okapí']);
  await isAccessible(ben.page, 'what was found', 'light');

  await ben.page.getByRole('searchbox', { name: 'Words' }).fill('关税');
  await ben.page.keyboard.press('Enter');
  await expect(ben.page.locator('mark')).toHaveText(['关税']);
  await ben.page.getByRole('link', { name: /The okapí has stripes/ }).click();
  await ben.isLive();
  await expect(ben.panel).toContainText('The okapí has stripes');

  await ann.page.goto('/find?q=okapi');
  await expect(ann.page.getByRole('status')).toHaveText('3 found in 3 debates');
  await ann.page.getByLabel('Author').fill('ben');
  await ann.page.getByRole('button', { name: 'Search' }).click();
  await expect(ann.page.getByRole('status')).toHaveText('1 found in 1 debate');
});

test('in a debate a search is narrowed down, also without words', async ({ newPerson }) => {
  const ann = await newPerson('Ann');
  await ann.open(undefined, 'Outline');
  const { page } = ann;
  const bar = page.getByRole('search', { name: 'Search this debate' });
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await bar.getByRole('button', { name: 'Filter' }).click();
  await bar.getByLabel('Show').selectOption({ label: 'unanswered attacks' });
  await expect(bar.getByRole('status')).toHaveText(/^\d+ found$/);
  const all = Number((await bar.getByRole('status').textContent())?.split(' ')[0]);
  await bar.getByLabel('Position').selectOption({ label: 'EU chamber' });
  const found = async () =>
    Number((await bar.getByRole('status').textContent())?.match(/^(\d+) found$/)?.[1]);
  await expect.poll(async () => (await found()) < all).toBe(true);
  await isAccessible(page, 'the filters', 'light');
  await bar.getByRole('button', { name: /^Next/ }).click();
  await expect(bar.getByRole('status')).toHaveText(/^1 of \d+: /);
  await bar.getByRole('button', { name: 'Filter' }).click();
  await expect(bar.getByRole('status')).toHaveText('');
});
