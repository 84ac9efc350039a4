import { readFile } from 'node:fs/promises';
import { expect, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import type { Person } from './person.ts';

withServer();

const THOUGHT = 'Streets without cars are quieter at night';

const strip = ({ page }: Person) => page.getByRole('region', { name: 'Current phase' });

test(
  'a debate is started from a format, led through two phases, saved as a template, and another started from the file',
  {
    tag: '@quick',
  },
  async ({ newPerson }, testInfo) => {
    const [olga, ben, cleo] = await Promise.all([newPerson('Olga'), newPerson('Ben'), newPerson('Cleo')]);
    const address = await startsFromFormat(olga);
    for (const person of [ben, cleo]) {
      await person.open(address);
      await person.join();
    }
    await runsTwoPhases({ olga, ben, cleo });
    const path = testInfo.outputPath('fishbowl.template.json');
    await savesTemplate(olga, path);
    await startsFromFile(cleo, path, address);
  },
);

/** From the first page by the guide to the board. Answers its address. */
async function startsFromFormat(olga: Person): Promise<string> {
  const { page } = olga;
  await page.goto('/');
  const formats = page.getByRole('region', { name: 'Debate formats' });
  await expect(formats.getByRole('article')).toHaveCount(8);
  await isAccessible(page, 'the first page', 'light');
  await formats.getByRole('link', { name: 'Fishbowl' }).click();
  await expect(page.getByRole('heading', { name: 'Fishbowl', level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Minute by minute' })).toBeVisible();
  await isAccessible(page, 'the guide', 'dark');
  await page.getByRole('link', { name: 'Start this debate' }).click();
  const stated = page.getByRole('region', { name: 'From the format “Fishbowl”' });
  await expect(stated.getByRole('list', { name: 'Agenda' }).getByRole('listitem')).toHaveCount(6);
  await expect(stated).toContainText('Before we start');
  await isAccessible(page, 'the new debate', 'light');
  await page.getByLabel('Your name').fill(olga.name);
  await page.getByLabel('Motion').fill('Our town closes its center to cars.');
  await page.getByRole('button', { name: 'Start debate' }).click();
  await page.waitForURL(/\/debates\//);
  await olga.isLive();
  await olga.show('Outline');
  for (const name of ['Yes', 'No', 'It depends'])
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  return new URL(page.url()).pathname;
}

async function runsTwoPhases({ olga, ben, cleo }: Record<'olga' | 'ben' | 'cleo', Person>) {
  await olga.page.keyboard.press('p');
  const console = olga.page.getByRole('complementary', { name: 'Facilitate' });
  await console.getByRole('button', { name: 'Start: Before we start' }).click();
  await olga.isSaved();
  for (const person of [ben, cleo]) await expect(strip(person)).toContainText('Before we start');
  await ben.select((await ben.page.locator('[data-item="position"]').first().getAttribute('id')) ?? '');
  await ben.argue('Support', THOUGHT);
  await ben.isSaved();
  await expect(cleo.claim(THOUGHT)).toHaveCount(0);
  await console.getByRole('button', { name: 'Next: First circle' }).click();
  await expect(strip(cleo)).toContainText('First circle');
  await expect(cleo.claim(THOUGHT)).toBeVisible();
}

async function savesTemplate({ page }: Person, path: string) {
  await page.getByRole('button', { name: 'Manage' }).click();
  const dialog = page.getByRole('dialog', { name: 'Manage debate' });
  await dialog.getByRole('tab', { name: 'Debate' }).click();
  await dialog.getByRole('button', { name: 'Save as a template…' }).click();
  await expect(dialog.getByRole('checkbox', { name: 'Agenda with its tasks (6 phases)' })).toBeChecked();
  await expect(dialog.getByRole('checkbox', { name: 'Polls (none)' })).toBeDisabled();
  await dialog.getByRole('checkbox', { name: 'Motion' }).uncheck();
  await isAccessible(page, 'saving a template', 'light');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.template\.json$/);
  await download.saveAs(path);
  const file = await readFile(path, 'utf8');
  expect(JSON.parse(file)).toMatchObject({ format: 'parley-template', motion: '' });
  expect(file).not.toContain(THOUGHT);
  expect(file).not.toMatch(/Olga|Ben|Cleo/);
}

async function startsFromFile(cleo: Person, path: string, before: string) {
  const { page } = cleo;
  await page.goto('/new');
  await page.getByRole('link', { name: 'Import from a file' }).click();
  await page.getByLabel('File').setInputFiles(path);
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByRole('region', { name: 'From the template' })).toContainText('6 phases, 60 minutes');
  await expect(page.getByRole('heading', { name: 'From the template' })).toBeFocused();
  await isAccessible(page, 'a template from a file', 'light');
  await page.getByLabel('Motion').fill('Our school begins at nine.');
  await page.getByRole('button', { name: 'Start debate' }).click();
  await page.waitForURL((url) => url.pathname.startsWith('/debates/') && url.pathname !== before);
  await cleo.isLive();
  await expect(cleo.claim(THOUGHT)).toHaveCount(0);
  await page.keyboard.press('p');
  const console = page.getByRole('complementary', { name: 'Facilitate' });
  await expect(console.getByRole('button', { name: 'Start: Before we start' })).toBeVisible();
}
