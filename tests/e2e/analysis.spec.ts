import { mkdirSync } from 'node:fs';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { expect, type Locator, type Page, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';
import { aVotingCrowd, type Voter } from './voting-crowd.ts';

const server = withServer();

const MOTION = 'Towns should close their centres to cars.';
const WORDS = [
  'Where cars are gone, people stay longer and buy more.',
  'Deliveries come at night then, when people want to sleep.',
  'The air gets better within weeks.',
  'Old people do not reach the doctor any more.',
  'Buses run on time where nothing is in their way.',
  'Shops on the edge of town win what the centre loses.',
  'Children walk to school by themselves again.',
  'Craftsmen cannot carry their tools by bus.',
  'Whatever is done, there must be benches and trees.',
];
const FOR = [
  'agree',
  'disagree',
  'agree',
  'disagree',
  'agree',
  'disagree',
  'agree',
  'disagree',
  'agree',
] as const;
const AGAINST = [
  'disagree',
  'agree',
  'pass',
  'agree',
  'disagree',
  'agree',
  'disagree',
  'agree',
  'agree',
] as const;

/** A debate of Olga's with nine claims, and a crowd in it. */
async function aDebate(olga: Person, crowd: number) {
  const address = await startDebate(olga, MOTION);
  const voters = await aVotingCrowd(server().origin, address, crowd);
  const [first] = voters;
  if (!first) throw new Error('Nobody came');
  const [position = ''] = first.snapshot().positions.map(({ id }) => id);
  const claims = WORDS.map((_, nth) => `c_words${nth}`);
  for (const [nth, text] of WORDS.entries()) {
    const operation: Operation = {
      type: 'claim.add',
      claimId: claims[nth] ?? '',
      linkId: `l_words${nth}`,
      text,
      positionId: position,
      target: { kind: 'position', id: position },
      relation: nth % 2 === 0 ? 'support' : 'attack',
      after: null,
    } as Operation;
    expect(await first.submit(operation)).toMatchObject({ ok: true });
  }
  return { address, voters, claims };
}

/** Nine of fifteen vote one way: which group is the larger one does not hang on who came first. */
async function votes(voters: readonly Voter[], claims: readonly string[]): Promise<void> {
  await Promise.all(voters.map((voter, nth) => voter.vote(claims, nth % 5 < 3 ? FOR : AGAINST)));
}

/** The results of votes and links, beside the debate. */
function paneOf({ page }: Person): Locator {
  return page.getByRole('complementary', { name: 'Analysis' });
}

/** The page of a debate's analysis, opened by its way on the board. */
async function analysisOf(person: Person): Promise<Page> {
  const { page } = person;
  await page.getByRole('banner').getByRole('button', { name: 'Analysis' }).click();
  await paneOf(person).getByRole('link', { name: 'Open as page' }).click();
  await expect(page.getByRole('heading', { name: 'Analysis', level: 1 })).toBeVisible();
  return page;
}

const shots = process.env.PARLEY_SHOTS;
async function shot(page: Page, name: string): Promise<void> {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
}

test('two people see who agrees with whom, each their own place, and it moves when they vote otherwise', async ({
  newPerson,
}) => {
  test.slow();
  const [olga, ben] = await Promise.all([newPerson('Olga'), newPerson('Ben')]);
  const { address, voters, claims } = await aDebate(olga, 15);
  await ben.open(address);
  await ben.join();
  const page = await analysisOf(ben);
  await expect(page.getByText('Groups appear once 15 people')).toBeVisible();
  await votesInGroups(voters, claims, page);

  // Ben votes in another tab, first with the one group, then with the other.
  const tab = await ben.context.newPage();
  const board = Object.assign(Object.create(Object.getPrototypeOf(ben)), ben, { page: tab }) as Person;
  await board.open(address);
  const say = async (answers: readonly string[]) => {
    for (const [nth, claim] of claims.entries()) {
      await board.select(claim);
      const answer = answers[nth] ?? 'pass';
      const button = board.panel.getByRole('button', {
        name: new RegExp(`^${answer[0]?.toUpperCase()}${answer.slice(1)}, `),
      });
      if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
      await expect(button).toHaveAttribute('aria-pressed', 'true');
    }
    await board.isSaved();
  };
  const own = page.locator('[data-own]');
  await say(AGAINST);
  await expect(page.getByText('You’re in group B.')).toBeVisible({ timeout: 40_000 });
  const before = (await own.getAttribute('data-own')) ?? '';
  await say(FOR);
  await expect(page.getByText('You’re in group A.')).toBeVisible({ timeout: 40_000 });
  await expect(own).not.toHaveAttribute('data-own', before);

  await test.step('group views, agreements, divisions, and the figures as a table', () =>
    showsGroupViews(page));

  await test.step('another person has a place of their own, and not Ben’s', () => hasOwnPlace(olga));

  await test.step('on the stage the room sees it, and nobody’s own place', () =>
    showsOnStage(olga, ben, address));

  await test.step('participation and what stands', () => showsWhatStands(page));
  for (const voter of voters) voter.close();
});

async function votesInGroups(voters: Voter[], claims: string[], page: Page): Promise<void> {
  await votes(voters, claims);
  const picture = page.getByRole('img', {
    name: /15 people in 2 groups: Group A: 9 people, Group B: 6 people/,
  });
  await expect(picture).toBeVisible({ timeout: 40_000 });
  await expect(picture).toHaveAttribute('aria-label', /\.\s*$/);
  await expect(page.getByText('Once you vote')).toBeVisible();
}

async function showsGroupViews(page: Page): Promise<void> {
  const groups = page.locator('#groups');
  await expect(groups.getByText(WORDS[8] ?? '').first()).toBeVisible();
  await expect(groups.getByRole('heading', { name: 'Where all groups agree' })).toBeVisible();
  await groups.getByText('Show as table').focus();
  await page.keyboard.press('Enter');
  await expect(groups.getByRole('table').getByText('10 of 10 agree').first()).toBeVisible();
  await groups.getByText('Members of group A').click();
  await expect(groups.getByText('Ben', { exact: true })).toBeVisible();
  await isAccessible(page, 'analysis', 'light');
  await shot(page, 'analysis-light');
}

async function hasOwnPlace(olga: Person): Promise<void> {
  const theirs = await analysisOf(olga);
  await expect(theirs.getByText('Once you vote')).toBeVisible();
  await expect(theirs.locator('[data-own]')).toHaveCount(0);
  await olga.page.emulateMedia({ colorScheme: 'dark' });
  await isAccessible(theirs, 'analysis in the dark', 'dark');
  await shot(theirs, 'analysis-dark');
  await olga.page.setViewportSize({ width: 390, height: 844 });
  await shot(theirs, 'analysis-phone-dark');
  await olga.page.emulateMedia({ colorScheme: 'light' });
  await shot(theirs, 'analysis-phone');
  await expect
    .poll(() => theirs.evaluate(() => document.documentElement.scrollWidth))
    .toBeLessThanOrEqual(390);
}

async function showsOnStage(olga: Person, ben: Person, address: string): Promise<void> {
  const stage = await ben.context.newPage();
  await stage.setViewportSize({ width: 1920, height: 1080 });
  await stage.goto(`${address}/stage`);
  await olga.page.emulateMedia({ colorScheme: 'light' });
  await olga.page.setViewportSize({ width: 1280, height: 800 });
  await olga.open(address);
  await olga.page.getByRole('button', { name: 'Facilitate' }).click();
  const facilitator = olga.page.getByRole('complementary', { name: 'Facilitate' });
  await facilitator.getByRole('tab', { name: 'Spotlight' }).click();
  await facilitator.getByRole('button', { name: 'Agreement' }).click();
  await expect(stage.getByRole('img', { name: /16 people in 2 groups/ })).toBeVisible({ timeout: 40_000 });
  await expect(stage.locator('[data-own]')).toHaveCount(0);
  await isAccessible(stage, 'groups on the stage', 'light');
  if (shots) await stage.screenshot({ path: `${shots}/stage-groups.png` });
  await facilitator.getByRole('button', { name: 'Participation' }).click();
  await expect(stage.locator('[data-picture="participation"]')).toBeVisible();
  if (shots) await stage.screenshot({ path: `${shots}/stage-participation.png` });
  await facilitator.getByRole('button', { name: 'Strength of positions' }).click();
  await expect(stage.locator('[data-picture="strengths"] [data-strengths] li').first()).toBeVisible({
    timeout: 40_000,
  });
  if (shots) await stage.screenshot({ path: `${shots}/stage-strengths.png` });
  await facilitator.getByRole('button', { name: 'Clear spotlight' }).click();
  await expect(stage.getByRole('heading', { name: MOTION })).toBeVisible();
}

async function showsWhatStands(page: Page): Promise<void> {
  await expect(page.locator('#participation [data-share]').first()).toBeVisible();
  await expect(page.locator('#participation').getByText('16 people cast 144 votes.')).toBeVisible();
  await expect(page.locator('#glance [data-count="attacks"] dd')).toHaveText('4');
  await expect(page.locator('#glance [data-list="unanswered"] li').first()).toContainText('Deliveries');
  await expect(page.locator('#labels')).toContainText('attacked by an accepted claim');
}

test('a secret ballot discloses no opinions until it is closed, and then no single person’s', {
  tag: '@quick',
}, async ({ newPerson }) => {
  test.slow();
  const [olga, ben] = await Promise.all([newPerson('Olga'), newPerson('Ben')]);
  const { address, voters, claims } = await aDebate(olga, 15);
  await olga.page.getByRole('button', { name: 'Facilitate' }).click();
  const console = olga.page.getByRole('complementary', { name: 'Facilitate' });
  await console.getByRole('tab', { name: 'Agenda' }).click();
  await console.getByRole('radio', { name: /^Secret/ }).click();
  await olga.page.getByRole('button', { name: 'Make votes secret' }).click();
  await olga.isSaved();
  await votes(voters, claims);
  await ben.open(address);
  const page = await analysisOf(ben);
  await expect(page.locator('[data-opinions="kept"]')).toContainText('hidden while people vote');
  await expect(page.getByText('The number of votes is hidden for now.')).toBeVisible();
  await expect(page.getByRole('img', { name: /people in/ })).toHaveCount(0);

  await olga.page.getByRole('button', { name: 'Manage' }).click();
  const manage = olga.page.getByRole('dialog', { name: 'Manage' });
  await manage.getByRole('tab', { name: 'Debate' }).click();
  await manage.getByRole('button', { name: 'Close debate' }).click();
  await expect(page.getByRole('img', { name: /15 people in 2 groups/ })).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText('each shape stands for a whole group')).toBeVisible();
  await expect(page.getByText(/Members of group/)).toHaveCount(0);
  await isAccessible(page, 'analysis of a secret ballot', 'light');
  await shot(page, 'analysis-secret');
  for (const voter of voters) voter.close();
});

test('the live analysis beside the debate works by keyboard alone, and on a phone', async ({ newPerson }) => {
  test.slow();
  const [olga, ben] = await Promise.all([newPerson('Olga'), newPerson('Ben')]);
  const { address, voters, claims } = await aDebate(olga, 15);
  // The analysis, the debate and the panel side by side.
  await ben.page.setViewportSize({ width: 1680, height: 900 });
  await ben.open(address);
  const pane = paneOf(ben);

  await test.step('a key opens it, and it has the focus', async () => {
    await ben.page.keyboard.press('v');
    await expect(pane).toBeFocused();
    await expect(pane.getByText('Groups appear once 15 people')).toBeVisible();
  });

  await test.step('others’ votes arrive', async () => {
    await votes(voters, claims);
    await expect(pane.getByRole('img', { name: /15 people in 2 groups/ })).toBeVisible({ timeout: 40_000 });
    await expect(ben.board).toBeVisible();
    await isAccessible(ben.page, 'analysis beside the debate', 'light');
    await shot(ben.page, 'pane-light');
    await ben.page.emulateMedia({ colorScheme: 'dark' });
    await isAccessible(ben.page, 'analysis beside the debate in the dark', 'dark');
    await shot(ben.page, 'pane-dark');
    await ben.page.emulateMedia({ colorScheme: 'light' });
  });

  await test.step('parts unfold, and a linked claim opens in the current view', async () => {
    const glance = pane.locator('[data-part="glance"]');
    await glance.locator('> summary').press('Enter');
    const unanswered = glance.locator('[data-list="unanswered"]');
    await expect(unanswered.getByRole('link').first()).toContainText('Deliveries');
    await pane.locator('[data-part="participation"] > summary').press('Enter');
    await expect(pane.getByText('15 people cast 135 votes.')).toBeVisible();
    await shot(ben.page, 'pane-unfolded');
    await unanswered.getByRole('link').first().press('Enter');
    await expect(ben.panel).toHaveAttribute('data-selected', claims[1] ?? '');
    await expect(pane).toBeVisible();
    await shot(ben.page, 'pane-and-panel');
  });

  await test.step('Escape closes what is open, one after the other, first what has the focus', async () => {
    await ben.page.keyboard.press('Escape');
    await expect(pane).toBeHidden();
    await expect(ben.panel).toBeVisible();
    await ben.page.keyboard.press('Escape');
    await expect(ben.panel).toBeHidden();
  });

  await test.step('on a phone it is a sheet, which a claim that is opened closes', async () => {
    await ben.page.setViewportSize({ width: 390, height: 844 });
    await ben.page.getByRole('banner').getByRole('button', { name: 'More' }).click();
    await ben.page.getByRole('menuitem', { name: 'Analysis' }).click();
    await expect(pane.getByRole('img', { name: /15 people in 2 groups/ })).toBeVisible({ timeout: 40_000 });
    await isAccessible(ben.page, 'analysis on a phone', 'light');
    await shot(ben.page, 'pane-phone');
    await expect.poll(() => pane.evaluate((sheet) => sheet.scrollWidth - sheet.clientWidth)).toBe(0);
    await pane
      .getByRole('link', { name: WORDS[0] ?? '' })
      .first()
      .click();
    await expect(pane).toBeHidden();
    await expect(ben.panel).toHaveAttribute('data-selected', claims[0] ?? '');
  });
  for (const voter of voters) voter.close();
});
