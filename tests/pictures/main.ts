import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import sharp from 'sharp';
import { SEEDED } from '../e2e/parley-process.ts';
import { GOLDEN_PICTURES } from '../look/golden-pictures.ts';
import { act, Studio } from '../look/studio.ts';
import { Film, phonePicture } from './film.ts';

/* `npm run pictures [folder]`: makes the README's pictures from the built product, a loop and three stills, and the guides'. */
const [folder = join('docs', 'pictures')] = process.argv.slice(2);

const FILM = { viewport: { width: 1_200, height: 750 }, reducedMotion: 'no-preference' } as const;
const WINDOW = { viewport: { width: 1_200, height: 800 } } as const;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

const CLAIM = 'c_already-giant';
const ATTACK = 'A giant in assembly is not yet one in the parts it assembles.';
const SAID =
  'Rivals without state money give up, and China lacks the competition that improves its own makers.';

await mkdir(folder, { recursive: true });
const studio = await Studio.open('parley.example');
try {
  await saveFront();
  await saveReplay();
  await saveRoom();
  await saveGuided();
  await saveSaid();
  await saveLoop();
  await saveQuestions();
  await saveFormats();
  await saveTasks();
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
  const [height, gap] = [1_080, 60];
  const wall = await sharp(await stage.screenshot())
    .resize({ height })
    .png()
    .toBuffer();
  const picture = await phonePicture(phone, height - 20);
  const { width: wide } = await sharp(wall).metadata();
  const { width: narrow } = await sharp(picture).metadata();
  const room = sharp({
    create: { width: wide + narrow + 3 * gap, height: height + 2 * gap, channels: 3, background: '#dedad0' },
  }).composite([
    { input: wall, left: gap, top: gap },
    { input: picture, left: wide + 2 * gap, top: gap },
  ]);
  await still(await room.png().toBuffer(), 'stage-and-phone');
  await studio.clear();
}

/** Guided voting on a phone, with a dozen claims voted on. */
async function saveGuided(): Promise<void> {
  const { page } = await studio.guest('Ann', { ...PHONE, colorScheme: 'light', deviceScaleFactor: 2 });
  await page.goto(`${await studio.copy()}?vote`);
  for (let voted = 1; voted <= 12; voted += 1) {
    await expect(page.locator('main#debate')).toHaveAttribute('data-joined', '');
    await page.keyboard.press(voted % 3 === 0 ? 'd' : 'a');
    await expect(page.getByRole('progressbar')).toHaveAttribute('value', String(voted));
  }
  await page.evaluate(() => document.fonts.ready);
  await sharp(await phonePicture(page, 1_000))
    .webp({ quality: 86, effort: 6 })
    .toFile(join(folder, 'guided-voting.webp'));
  await studio.clear();
}

/** An argument being written on a phone, above the claims that say it already. */
async function saveSaid(): Promise<void> {
  const ben = await studio.guest('Ben', { ...PHONE, colorScheme: 'light', deviceScaleFactor: 2 });
  const { page } = ben;
  await ben.open(await studio.copy(), 'Outline');
  await ben.select((await page.locator('[data-item="position"]').last().getAttribute('id')) ?? '');
  const support = ben.panel.getByRole('button', { name: 'Support', exact: true });
  await support.filter({ visible: true }).first().click();
  await page.getByRole('textbox', { name: /^New support/ }).fill(SAID);
  await expect(page.getByRole('region', { name: 'Already said?' })).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  await sharp(await phonePicture(page, 1_000))
    .webp({ quality: 86, effort: 6 })
    .toFile(join(folder, 'already-said.webp'));
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

/** Questions from the floor on a phone, the one that most support on the stage. */
async function saveQuestions(): Promise<void> {
  const [ann, ben] = await Promise.all([
    studio.guest('Ann', { ...PHONE, colorScheme: 'light', deviceScaleFactor: 2 }),
    studio.owner(),
  ]);
  const { page } = ann;
  const path = SEEDED;
  await ann.open(path, 'Outline');
  await expect(ann.board).toHaveAttribute('data-joined', '');
  const owner = await studio.connect(ben, path);
  await act(owner, [
    {
      type: 'question.ask',
      questionId: 'u-parts',
      text: 'Who makes the batteries of the cars we would save?',
    },
    { type: 'question.ask', questionId: 'u-jobs', text: 'How many jobs are at stake in each country?' },
    { type: 'question.support', questionId: 'u-jobs', supported: true },
    { type: 'spotlight.set', on: 'u-jobs', call: false },
  ]);
  await page.getByRole('button', { name: 'Questions from the floor: 2 open' }).click();
  await page.getByRole('button', { name: /^Support “How many/ }).click();
  await expect(page.getByRole('button', { name: /2 people$/ })).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  await sharp(await phonePicture(page, 1_000))
    .webp({ quality: 86, effort: 6 })
    .toFile(join(folder, 'questions.webp'));
  await studio.clear();
}

/** A participant's tasks on a phone: one done, two begun. */
async function saveTasks(): Promise<void> {
  const [ann, ben] = await Promise.all([
    studio.guest('Ann', { ...PHONE, colorScheme: 'light', deviceScaleFactor: 2 }),
    studio.owner(),
  ]);
  const { page } = ann;
  await ann.open(SEEDED, 'Outline');
  await expect(ann.board).toHaveAttribute('data-joined', '');
  const due = { at: Date.UTC(2027, 0, 15, 17) };
  await act(await studio.connect(ben, SEEDED), [
    { type: 'task.add', taskId: 't-reply', kind: 'replies', count: 1, due },
    { type: 'task.add', taskId: 't-claims', kind: 'claims', count: 2, due },
    { type: 'task.add', taskId: 't-votes', kind: 'votes', count: 10, due },
  ]);
  const claim = (key: string, target: { kind: 'claim' | 'position'; id: string }, text: string) =>
    ({
      type: 'claim.add',
      claimId: `c-${key}`,
      linkId: `l-${key}`,
      target,
      relation: 'attack',
      positionId: null,
      text,
    }) as const;
  const position = (await page.locator('[data-item="position"]').first().getAttribute('id')) ?? '';
  const voted = ['c_already-giant', 'c_champions-before', 'c_consumer-scale'];
  await act(await studio.connect(ann, SEEDED), [
    claim('parts', { kind: 'claim', id: CLAIM }, ATTACK),
    claim('own', { kind: 'position', id: position }, SAID),
    ...voted.map((claimId) => ({ type: 'vote.cast', claimId, answer: 'agree', wording: 1 }) as const),
  ]);
  await page.getByRole('button', { name: 'Tasks: 1 of 3 done' }).click();
  await expect(page.getByText('3 of 10 votes')).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  await sharp(await phonePicture(page, 1_000))
    .webp({ quality: 86, effort: 6 })
    .toFile(join(folder, 'tasks.webp'));
  await studio.clear();
}

async function still(picture: Buffer, name: string): Promise<void> {
  await sharp(picture)
    .resize({ width: 1_600 })
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
