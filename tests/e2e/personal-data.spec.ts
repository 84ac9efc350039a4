import { readFile } from 'node:fs/promises';
import { expect, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import { startDebate } from './start-debate.ts';

withServer();

test('a person exports their data and is erased; others see names and words disappear at once, and votes stay', {
  tag: '@quick',
}, async ({ newPerson }) => {
  const [olga, dana] = [await newPerson('Olga'), await newPerson('Danadora')];
  const path = await startDebate(olga, 'This house forgets');
  await dana.open(path);
  await dana.join();
  await dana.select('p_position1');
  await dana.panel
    .getByRole('button', { name: /Support$/ })
    .first()
    .click();
  await dana.compose('The walrus remembers.');
  await dana.isSaved();
  await expect(olga.claim('The walrus remembers.')).toBeVisible();
  const id = await olga.idOf('The walrus remembers.');
  await olga.select(id);
  await olga.vote('Agree');
  await olga.comment('Does it?');
  await olga.isSaved();
  await expect(olga.panel).toContainText('Danadora');

  const { page } = dana;
  await page.goto('/account');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download my data' }).click(),
  ]);
  const file = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(file.debates[0]).toMatchObject({ readable: true, claims: [{ text: 'The walrus remembers.' }] });

  await page.getByRole('link', { name: 'Delete my account…' }).click();
  await expect(page.getByLabel('My account, name and texts')).toBeVisible();
  await isAccessible(page, page.url(), 'light');
  await page.getByLabel('My account, name and texts').check();
  await page.getByLabel('I understand that this can’t be undone').check();
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await expect(page.getByRole('status')).toContainText('Your account has been deleted');

  await expect(olga.row(id)).toContainText('Text deleted at its author’s request');
  await expect(olga.panel).toContainText('Deleted person');
  await expect(olga.page.locator('body')).not.toContainText(/walrus|Danadora/, {
    useInnerText: true,
  });
  await expect(olga.panel.getByRole('button', { name: /^Agree, 1/ })).toBeVisible();
  await expect(olga.panel).toContainText('Does it?');
  await olga.vote('Pass');
  await olga.isSaved();
  await olga.show('Map');
  await expect(olga.card(id)).toContainText('Text deleted at its author’s request');
  const html = await (await olga.page.request.get(path)).text();
  expect(html).not.toMatch(/walrus|Danadora/);

  await page.goto(path);
  await expect(page.getByRole('banner').getByRole('button', { name: 'Join the debate' })).toBeVisible();
});

test('the owner of a debate sees which one to transfer first; the privacy page says what is stored, and everyone can read it', async ({
  newPerson,
}) => {
  const olga = await newPerson('Olga');
  const path = await startDebate(olga, 'This house owns');
  const { page } = olga;
  await page.goto('/account/erase');
  await expect(page.getByRole('link', { name: 'A debate' })).toHaveAttribute('href', path);
  await expect(page.getByRole('button', { name: 'Delete my account' })).toBeHidden();
  await isAccessible(page, page.url(), 'light');
  await page.goto('/');
  // By the keyboard: pictures of debates that are drawn meanwhile move the page's end.
  await page.getByRole('link', { name: 'Privacy' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'What we store about you' })).toBeVisible();
  const cookies = await olga.context.cookies();
  expect(cookies.length).toBeGreaterThan(0);
  for (const { name } of cookies) await expect(page.getByText(name, { exact: true })).toBeVisible();
  await isAccessible(page, page.url(), 'light');
});
