import { readFile, writeFile } from 'node:fs/promises';
import { deferred } from './deferred.ts';
import { expect, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import { SEEDED } from './parley-process.ts';

withServer();

test('a debate is taken away from the board, and brought in again from its file', async ({
  newPerson,
}, testInfo) => {
  const ann = await newPerson('Ann');
  const { page } = ann;
  await ann.open(SEEDED);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export the debate' });
  await isAccessible(page, 'the dialog', 'light');
  await dialog.getByLabel('Format').selectOption({ label: 'Argdown: an argument map as text' });
  await dialog.getByRole('radio', { name: 'nobody' }).check();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('link', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.argdown$/);
  const path = testInfo.outputPath('taken.argdown');
  await download.saveAs(path);
  expect(await readFile(path, 'utf8')).toContain('[Motion]:');

  await page.goto('/new');
  await page.getByRole('link', { name: 'Bring one in from a file instead' }).click();
  await page.getByLabel('Your name').fill('Ann');
  await page.getByLabel('File').setInputFiles(path);
  await page.getByRole('button', { name: 'Look into it' }).click();
  const found = page.getByRole('region', { name: 'What is in it' });
  await expect(found).toContainText(/\d+ claims/);
  await expect(found).toContainText('Nothing was set aside.');
  await isAccessible(page, 'the page', 'light');
  await page.getByRole('button', { name: 'Make the debate' }).click();
  await page.waitForURL(/\/debates\/d_/);
  await expect(page.getByRole('button', { name: 'Manage' })).toBeVisible();
});

test('a file chosen before the scripts have come is looked into', async ({ newPerson }, testInfo) => {
  const { page } = await newPerson('Cleo');
  const released = deferred();
  await page.route('**/*.js', (route) => released.promise.then(() => route.continue()));
  const path = testInfo.outputPath('small.tgf');
  await writeFile(path, 'a Trade grows\nb It does not\n#\nb a\n');
  await page.goto('/import', { waitUntil: 'commit' });
  await page.getByLabel('Your name').fill('Cleo');
  await page.getByLabel('File').setInputFiles(path);
  released.resolve();
  await page.getByRole('button', { name: 'Look into it' }).click();
  await expect(page.getByRole('region', { name: 'What is in it' })).toContainText('2 claims');
});

test('a file that cannot be read says in which line, and makes nothing', async ({ newPerson }, testInfo) => {
  const { page, watch } = await newPerson('Ben');
  watch.expectError(/422.*\/api\/imports/);
  const path = testInfo.outputPath('broken.tgf');
  await writeFile(path, 'a one\na two\n#\n');
  await page.goto('/import');
  await page.getByLabel('Your name').fill('Ben');
  await page.getByLabel('File').setInputFiles(path);
  await page.getByRole('button', { name: 'Look into it' }).click();
  await expect(page.getByText('Line 2', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make the debate' })).toHaveCount(0);
});
