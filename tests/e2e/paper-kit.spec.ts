import { readFile } from 'node:fs/promises';
import { claimCode } from '../../domain/search/claim-code.ts';
import { type ReadPdf, readPdf } from '../support/read-pdf.ts';
import { expect, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import { isForThumbs } from './is-for-thumbs.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

withServer();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const AIR = 'Fewer cars mean cleaner air.';
const SHOPS = 'Shops lose the people who come by car.';

const dialogOf = ({ page }: Person) => page.getByRole('dialog', { name: 'Export debate' });

test(
  'a room without laptops: the kit is printed, its cards bring two people in, and a written card onto the map',
  {
    tag: '@quick',
  },
  async ({ newPerson }, testInfo) => {
    const [olga, ben, fay] = await Promise.all([
      newPerson('Olga'),
      newPerson('Ben', PHONE),
      newPerson('Fay'),
    ]);
    await startDebate(olga, 'Towns should close their centres to cars.');
    await olga.select('p_position1');
    await olga.argue('Support', AIR);
    await olga.isSaved();
    const id = await olga.idOf(AIR);

    const kit = await test.step('the facilitator makes a code and prints the kit', () =>
      print(olga, testInfo.outputPath('kit.pdf')));
    const text = kit.pages.join(' ');
    const [code = ''] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text) ?? [];
    expect(text).toContain(AIR);
    expect(text).toContain(claimCode(id));

    await test.step('two people come in with the code of their cards', async () => {
      for (const person of [ben, fay]) {
        await person.page.goto('/join');
        await person.page.getByLabel('Code').fill(code);
        await person.page.getByRole('button', { name: 'Next' }).click();
        await person.page.getByLabel('Your name').fill(person.name);
        await person.page.getByRole('button', { name: 'Join the debate' }).click();
        await expect(person.board).toHaveAttribute('data-joined', '');
      }
    });
    await test.step('one goes to the claim on the card and votes', async () => {
      await fay.isLive();
      await fay.show('Outline');
      await fay.page.keyboard.press('/');
      const bar = fay.page.getByRole('search', { name: 'Search this debate' });
      await bar.getByRole('searchbox').fill(claimCode(id).toLowerCase());
      await expect(bar.getByRole('status')).toHaveText('1 found');
      await bar.getByRole('searchbox').press('Enter');
      await expect(bar.getByRole('status')).toHaveText(`1 of 1: ${AIR}`);
      await fay.select(id);
      await fay.vote('Agree');
      await fay.isSaved();
    });
    await test.step('the facilitator brings a written card onto the map', async () => {
      await olga.select(id);
      await olga.argue('Attack', SHOPS);
      await expect(ben.claim(SHOPS).first()).toBeVisible();
    });
  },
);

/** Makes a code for the cards, and downloads the kit on A5. */
async function print(olga: Person, path: string): Promise<ReadPdf> {
  const { page } = olga;
  await page.getByRole('banner').getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Print paper kit…' }).click();
  const dialog = dialogOf(olga);
  await expect(dialog.getByText('There is no join code yet')).toBeVisible();
  await dialog.getByRole('button', { name: 'Create a join code for 1 month' }).click();
  await expect(dialog.getByText(/^Printed with the code [0-9A-Z]{4}-[0-9A-Z]{4}\.$/)).toBeVisible();
  await dialog.getByRole('radio', { name: 'A5' }).check();
  await isAccessible(page, 'paper kit', 'light');
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.kit\.pdf$/);
  await download.saveAs(path);
  await dialog.getByRole('button', { name: 'Close' }).click();
  return readPdf(await readFile(path));
}

test('on a phone the sheets of the kit are chosen with a thumb', async ({ newPerson }) => {
  const ann = await newPerson('Ann', PHONE);
  await ann.open();
  await ann.page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await ann.page.getByRole('menuitem', { name: 'Print paper kit…' }).click();
  const dialog = dialogOf(ann);
  for (const sheet of ['Poster', 'Join cards', 'Claim cards', 'Blank cards', 'Ballots'])
    await dialog.getByLabel(sheet, { exact: true }).uncheck();
  await expect(dialog.getByRole('button', { name: 'Download' })).toBeEnabled();
  await dialog.getByLabel('Tally sheet').uncheck();
  await expect(dialog.getByRole('alert')).toHaveText('Choose at least 1 sheet.');
  await expect(dialog.getByRole('button', { name: 'Download' })).toBeDisabled();
  await isForThumbs(dialog.getByRole('button', { name: 'Download' }));
});
