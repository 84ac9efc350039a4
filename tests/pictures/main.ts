import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import sharp from 'sharp';
import { SEEDED } from '../e2e/parley-process.ts';
import { GOLDEN_PICTURES } from '../look/golden-pictures.ts';
import { act, Studio } from '../look/studio.ts';
import { besidePhone } from './beside-phone.ts';
import { Film } from './film.ts';
import { GUIDE_PICTURES } from './guides.ts';
import { ATTACK, CLAIM } from './seeded.ts';

/*
 * `npm run pictures [-- names]`: makes the README's pictures from the built product, a loop and three stills, and the guides'; or only those
 * with these names.
 */
const folder = join('docs', 'pictures');
const names = process.argv.slice(2);

const FILM = { viewport: { width: 1_200, height: 750 }, reducedMotion: 'no-preference' } as const;
const WINDOW = { viewport: { width: 1_200, height: 800 } } as const;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/** The README's pictures, and that of the first page. */
const PICTURES: Readonly<Record<string, () => Promise<void>>> = {
  front: saveFront,
  replay: saveReplay,
  'stage-and-phone': saveRoom,
  loop: saveLoop,
  formats: saveFormats,
};

await mkdir(folder, { recursive: true });
const studio = await Studio.open('parley.example');
try {
  const isWanted = (name: string) => names.length === 0 || names.includes(name);
  for (const [name, save] of Object.entries(PICTURES)) if (isWanted(name)) await save();
  for (const [name, take] of Object.entries(GUIDE_PICTURES)) {
    if (!isWanted(name)) continue;
    await still(await take(studio), name);
    await studio.clear();
  }
} finally {
  await studio.close();
}
process.exit(0);

/** Picture `name` of `npm run look`. */
async function golden(name: string) {
  const picture = GOLDEN_PICTURES.find((one) => one.name.startsWith(name));
  if (!picture) throw new Error(`There is no picture ${name}`);
  const page = await picture.take(studio, { ...picture.screen, colorScheme: 'light', deviceScaleFactor: 2 });
  await page.evaluate(() => document.fonts.ready);
  return page;
}

async function saveFront(): Promise<void> {
  const page = await golden('1 front');
  await still(await page.screenshot(), 'front');
  await studio.clear();
}

async function saveReplay(): Promise<void> {
  const page = await golden('11 replay');
  await still(await page.screenshot(), 'replay');
  await studio.clear();
}

/** The stage, and a phone beside it. */
async function saveRoom(): Promise<void> {
  const phone = await golden('9 phone');
  const stage = await golden('9 stage');
  await still(await besidePhone(await stage.screenshot(), phone), 'stage-and-phone');
  await studio.clear();
}

/** The debate formats on the first page. */
async function saveFormats(): Promise<void> {
  const { page } = await studio.guest('Ann', { ...WINDOW, colorScheme: 'light', deviceScaleFactor: 2 });
  await page.goto('/');
  const formats = page.getByRole('region', { name: 'Debate formats' });
  await page.evaluate(() => document.fonts.ready);
  await still(await formats.screenshot(), 'formats');
  await studio.clear();
}

async function still(picture: Buffer, name: string): Promise<void> {
  await sharp(picture)
    .resize({ width: 1_600, withoutEnlargement: true })
    .webp({ quality: 86, effort: 6 })
    .toFile(join(folder, `${name}.webp`));
}

/** Front, open branch, write an attack, it arrives on a phone, a vote, the stage. */
async function saveLoop(): Promise<void> {
  const film = new Film();
  const [owner, ben] = await Promise.all([studio.owner(FILM), studio.guest('Ben', PHONE)]);
  const { page } = owner;
  // The picture of the room has put a claim there.
  await act(await studio.connect(owner), [{ type: 'spotlight.set', on: null, call: false }]);
  await Promise.all([owner.open(SEEDED, 'Map'), ben.open(SEEDED, 'Outline')]);
  await page.evaluate(() => document.fonts.ready);
  await ben.select(CLAIM);
  await ben.panel
    .getByRole('button', { name: /^Attacks/ })
    .first()
    .click();
  await film.take(page, 1_500);

  const pill = `[data-box="${CLAIM}"] button[aria-label^="Show the"]`;
  await film.point(page, pill);
  await page.locator(pill).first().click();
  await film.follow(page, 300);
  await expect(page.locator(`[data-box="${CLAIM}"][data-look="open"]`)).toBeVisible();
  await film.take(page, 1_100);

  film.hideCursor();
  await owner.card(CLAIM).focus();
  await page.keyboard.press('a');
  const field = page
    .getByRole('form', { name: /^New attack/ })
    .getByRole('textbox')
    .first();
  await expect(field).toBeFocused();
  await film.take(page, 400);
  for (let at = 0; at < ATTACK.length; at += 5) {
    await page.keyboard.type(ATTACK.slice(at, at + 5));
    await film.take(page, 100);
  }
  await film.take(page, 400);

  // The phone comes in before the attack does.
  for (const part of [0.25, 0.6, 0.85, 1]) await film.take(page, 50, { page: ben.page, part });
  await film.take(page, 300, { page: ben.page, part: 1 });
  await page.keyboard.press('Control+Enter');
  const arrived = ben.panel.getByText(ATTACK);
  await expect(arrived).toBeAttached();
  await arrived.scrollIntoViewIfNeeded();
  await film.take(page, 1_300, { page: ben.page, part: 1 });

  await arrived.click();
  await expect(ben.panel).not.toHaveAttribute('data-selected', CLAIM);
  await film.take(page, 400, { page: ben.page, part: 1 });
  await ben.vote('Agree');
  await ben.isSaved();
  await owner.isSaved();
  await film.take(page, 1_300, { page: ben.page, part: 1 });

  const id = (await ben.panel.getAttribute('data-selected')) ?? '';
  await act(await studio.connect(owner), [{ type: 'spotlight.set', on: id, call: false }]);
  await page.goto(`${SEEDED}/stage`);
  await expect(page.getByRole('heading', { name: ATTACK })).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  await film.take(page, 2_600);

  await film.save(join(folder, 'loop.webp'));
  process.stdout.write(`The loop is ${film.length / 1_000} s long.\n`);
  await studio.clear();
}
