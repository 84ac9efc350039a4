import { readFile, writeFile } from 'node:fs/promises';
import { deferred } from './deferred.ts';
import { expect, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import { startDebate } from './start-debate.ts';

withServer();

test(
  'a debate is taken away from the board, and brought in again from its file',
  { tag: '@quick' },
  async ({ newPerson, seeded }, testInfo) => {
    const ann = await newPerson('Ann');
    const { page } = ann;
    await ann.open(seeded);
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Export…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export debate' });
    await dialog.getByLabel('Format').selectOption({ label: 'PDF report: the whole debate, for print' });
    await isAccessible(page, 'the dialog', 'light');
    await dialog.getByLabel('Format').selectOption({ label: 'Argdown: an argument map as text' });
    await dialog.getByRole('radio', { name: 'Anonymous' }).check();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.argdown$/);
    const path = testInfo.outputPath('taken.argdown');
    await download.saveAs(path);
    expect(await readFile(path, 'utf8')).toContain('[Motion]:');

    await page.goto('/new');
    await page.getByRole('link', { name: 'Import from a file' }).click();
    await expect(page.getByRole('heading', { name: 'Import a debate' })).toBeVisible();
    await page.getByLabel('Your name').fill('Ann');
    await page.getByLabel('File').setInputFiles(path);
    await page.getByRole('button', { name: 'Preview' }).click();
    const found = page.getByRole('region', { name: 'Preview' });
    await expect(found).toContainText(/\d+ claims/);
    await expect(found).toContainText('Nothing was skipped.');
    await isAccessible(page, 'the page', 'light');
    await page.getByRole('button', { name: 'Create debate' }).click();
    await page.waitForURL(/\/debates\/d_/);
    await ann.isLive();
    await expect(page.getByRole('button', { name: 'Manage' })).toBeVisible();

    // A report has the moderation log, and its notes, only if its moderator chooses them.
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Export…' }).click();
    await dialog.getByLabel('Format').selectOption({ label: 'PDF report: the whole debate, for print' });
    const log = dialog.getByRole('checkbox', { name: 'Moderation log' });
    const notes = dialog.getByRole('checkbox', { name: 'Moderators’ notes' });
    await expect(log).not.toBeChecked();
    await expect(notes).toBeDisabled();
    await log.check();
    await expect(notes).not.toBeChecked();
    await expect(notes).toBeEnabled();
  },
);

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
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('2 claims');
});

test('the map is taken away as a picture, and the debate as a report on paper', async ({
  newPerson,
  seeded,
}, testInfo) => {
  const ann = await newPerson('Ann');
  const { page } = ann;
  await ann.open(seeded);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export debate' });
  const take = async (label: string) => {
    await dialog.getByLabel('Format').selectOption({ label });
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      dialog.getByRole('button', { name: 'Download' }).click(),
    ]);
    await expect(dialog.getByRole('status')).toHaveText('Downloaded.');
    const path = testInfo.outputPath(download.suggestedFilename());
    await download.saveAs(path);
    return { name: download.suggestedFilename(), bytes: await readFile(path) };
  };

  await dialog.getByLabel('Format').selectOption({ label: 'PDF report: the whole debate, for print' });
  const sections = dialog.getByRole('group', { name: 'Sections' });
  await expect(sections.getByRole('checkbox', { name: 'Comments' })).toBeChecked();
  // Only moderators are offered the log.
  await expect(sections.getByRole('checkbox', { name: 'Moderation log' })).toHaveCount(0);
  const asked = page.waitForRequest(/format=pdf/);
  await sections.getByRole('checkbox', { name: 'Map' }).uncheck();
  const pdf = await take('PDF report: the whole debate, for print');
  expect(new URL((await asked).url()).searchParams.get('sections')?.split(',')).not.toContain('map');
  expect(pdf.name).toMatch(/\.pdf$/);
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');

  await dialog.getByLabel('Format').selectOption({ label: 'Image (SVG): the map, sharp at any size' });
  await dialog.getByRole('radio', { name: 'dark' }).check();
  await isAccessible(page, 'the dialog', 'light');
  const svg = await take('Image (SVG): the map, sharp at any size');
  expect(svg.name).toMatch(/\.svg$/);
  const shown = await page.evaluate((text) => {
    const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
    return { name: documentElement.tagName, width: Number(documentElement.getAttribute('width')) };
  }, svg.bytes.toString());
  expect(shown.name).toBe('svg');
  expect(shown.width).toBeGreaterThan(1_000);
  expect(svg.bytes.toString()).toContain('fill="#141517"');

  await dialog.getByLabel('Format').selectOption({ label: 'Image (PNG): the map, for slides and documents' });
  await dialog.getByLabel('Width').selectOption({ label: '1,600 pixels' });
  const png = await take('Image (PNG): the map, for slides and documents');
  expect(png.name).toMatch(/\.png$/);
  expect(png.bytes.readUInt32BE(16)).toBe(1_600);
});

test('a picture that cannot be made says so, and can be asked for again', async ({ newPerson, seeded }) => {
  const ann = await newPerson('Ann');
  const { page, watch } = ann;
  watch.expectError(/503.*\/export/);
  await ann.open(seeded);
  await page.route('**/export?**', (route) => route.fulfill({ status: 503, body: '{}' }), { times: 1 });
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export debate' });
  await dialog.getByLabel('Format').selectOption({ label: 'Image (SVG): the map, sharp at any size' });
  await dialog.getByRole('button', { name: 'Download' }).click();
  await expect(dialog.getByRole('status')).toHaveText('The file couldn’t be made. Try again.');
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.svg$/);
});

test('the export opens although a moderator’s invitations come while its button is pressed', async ({
  newPerson,
}) => {
  const olga = await newPerson('Olga');
  const { page } = olga;
  await startDebate(olga, 'Towns should close their centres to cars.');
  const asked = deferred();
  await page.route('**/invitations', async (route) => {
    await asked.promise;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const share = page.getByRole('dialog', { name: 'Share this debate' });
  await expect(share.getByText('Loading')).toBeVisible();
  // At its edge, where a press misses it once it moves.
  await share.getByRole('button', { name: 'Export…' }).hover({ position: { x: 12, y: 4 } });
  await page.mouse.down();
  asked.resolve();
  await expect(share.getByText('Loading')).toBeHidden();
  await page.mouse.up();
  await expect(page.getByRole('dialog', { name: 'Export debate' })).toBeVisible();
});

test('a file that cannot be read says in which line, and makes nothing', async ({ newPerson }, testInfo) => {
  const { page, watch } = await newPerson('Ben');
  watch.expectError(/422.*\/api\/imports/);
  const path = testInfo.outputPath('broken.tgf');
  await writeFile(path, 'a one\na two\n#\n');
  await page.goto('/import');
  await page.getByLabel('Your name').fill('Ben');
  await page.getByLabel('File').setInputFiles(path);
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByText('Line 2', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create debate' })).toHaveCount(0);
});

test('a spreadsheet is imported after its columns are chosen', async ({ newPerson }, testInfo) => {
  const { page, watch } = await newPerson('Dora');
  watch.expectError(/422.*\/api\/imports/);
  const path = testInfo.outputPath('brücke.csv');
  await writeFile(path, 'Wer;Was;Worauf\nAnn;Die Brücke hält;\nBen;Sie ist alt;Die Brücke hält\n');
  await page.goto('/import');
  const [sample] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download a sample table' }).click(),
  ]);
  expect(sample.suggestedFilename()).toBe('sample-debate.csv');
  await page.getByLabel('Your name').fill('Dora');
  await page.getByLabel('File').setInputFiles(path);
  const look = page.getByRole('button', { name: 'Preview' });
  await look.click();
  const columns = page.getByRole('region', { name: 'Columns' });
  await expect(columns.getByRole('cell', { name: 'Die Brücke hält' }).first()).toBeVisible();
  await columns.getByLabel('Claim', { exact: true }).selectOption('Was');
  await columns.getByLabel('Replies to (ID or text of a claim)').selectOption('Worauf');
  await isAccessible(page, 'the page', 'light');
  await look.click();
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('2 claims');
  await page.getByRole('button', { name: 'Create debate' }).click();
  await page.waitForURL(/\/debates\/d_/);
  await expect(page.locator('main#debate')).toContainText('Sie ist alt');
});

test('a file of hundreds of kilobytes comes in; one over the bound is not sent', async ({
  newPerson,
}, testInfo) => {
  const { page } = await newPerson('Cleo');
  const [large, huge] = [testInfo.outputPath('large.tgf'), testInfo.outputPath('huge.tgf')];
  const claims = Array.from(
    { length: 2_000 },
    (_, at) => `c${at} ${`Claim ${at} has its words. `.repeat(8)}`,
  );
  const attacks = claims.slice(1).map((_, at) => `c${at + 1} c${Math.floor(at / 4)}`);
  await writeFile(large, `${claims.join('\n')}\n#\n${attacks.join('\n')}\n`);
  await writeFile(huge, Buffer.alloc(33 * 1024 * 1024, 'x'));
  await page.goto('/import');
  await page.getByLabel('Your name').fill('Cleo');
  const look = page.getByRole('button', { name: 'Preview' });
  await page.getByLabel('File').setInputFiles(huge);
  await look.click();
  await expect(page.getByRole('alert').filter({ hasText: 'larger than 32 MB' })).toBeVisible();
  await page.getByLabel('File').setInputFiles(large);
  await look.click();
  await expect(page.getByText('2,000 claims')).toBeVisible();
  await page.getByRole('button', { name: 'Create debate' }).click();
  await page.waitForURL(/\/debates\/d_/);
  await expect(page.locator('main#debate')).toHaveAttribute('data-connection', 'live');
});
