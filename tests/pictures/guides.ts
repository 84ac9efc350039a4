import { expect, type Page } from '@playwright/test';
import { referenceTo } from '../../domain/debate/comments/mentions.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { diffText } from '../../domain/ot/text-change.ts';
import { SEEDED } from '../e2e/parley-process.ts';
import { act, type Studio } from '../look/studio.ts';
import type { LiveClient } from '../support/live-client.ts';
import { besidePhone } from './beside-phone.ts';
import { phonePicture } from './film.ts';
import { ATTACK, CLAIM } from './seeded.ts';

const LIGHT = { colorScheme: 'light', deviceScaleFactor: 2 } as const;
const PHONE = { ...LIGHT, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const WINDOW = { ...LIGHT, viewport: { width: 1_280, height: 800 } } as const;

const SAID =
  'Rivals without state money give up, and China lacks the competition that improves its own makers.';

const BEST_CASE =
  'A country whose industry can be stopped by one foreign office has to make its own chips, whatever that costs.';

const WALL = { ...LIGHT, viewport: { width: 1_920, height: 1_080 }, deviceScaleFactor: 1 } as const;

/** Rankings of the options of a poll, the best first. */
const RANKINGS = [
  [0, 1, 3],
  [1, 0],
  [3, 0, 1],
  [0, 3, 2],
  [1, 3, 0, 2],
  [2, 1],
] as const;

/** The pictures of the guides, by the names of their files. The last four are of one debate, and leave it so that the next can be taken. */
export const GUIDE_PICTURES: Readonly<Record<string, (studio: Studio) => Promise<Buffer>>> = {
  'guided-voting': guidedVoting,
  'already-said': alreadySaid,
  questions,
  tasks,
  conclusion,
  polls,
  perspectives,
  'best-case': bestCase,
};

/** The page on a phone. */
async function onPhone(page: Page): Promise<Buffer> {
  await page.evaluate(() => document.fonts.ready);
  return phonePicture(page, 1_000);
}

async function inWindow(page: Page): Promise<Buffer> {
  await page.evaluate(() => document.fonts.ready);
  return page.screenshot();
}

/** Guided voting on a phone, with a dozen claims voted on. */
async function guidedVoting(studio: Studio): Promise<Buffer> {
  const { page } = await studio.guest('Ann', PHONE);
  await page.goto(`${await studio.copy()}?vote`);
  for (let voted = 1; voted <= 12; voted += 1) {
    await expect(page.locator('main#debate')).toHaveAttribute('data-joined', '');
    await page.keyboard.press(voted % 3 === 0 ? 'd' : 'a');
    await expect(page.getByRole('progressbar')).toHaveAttribute('value', String(voted));
  }
  return onPhone(page);
}

/** An argument being written on a phone, above the claims that say it already. */
async function alreadySaid(studio: Studio): Promise<Buffer> {
  const ben = await studio.guest('Ben', PHONE);
  const { page } = ben;
  await ben.open(await studio.copy(), 'Outline');
  await ben.select((await page.locator('[data-item="position"]').last().getAttribute('id')) ?? '');
  const support = ben.panel.getByRole('button', { name: 'Support', exact: true });
  await support.filter({ visible: true }).first().click();
  await page.getByRole('textbox', { name: /^New support/ }).fill(SAID);
  await expect(page.getByRole('region', { name: 'Already said?' })).toBeVisible();
  return onPhone(page);
}

/** Questions from the floor on a phone, the one that most support on the stage. */
async function questions(studio: Studio): Promise<Buffer> {
  const [ann, ben] = await Promise.all([studio.guest('Ann', PHONE), studio.owner()]);
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
  return onPhone(page);
}

/** A participant's tasks on a phone: one done, two begun. */
async function tasks(studio: Studio): Promise<Buffer> {
  const [ann, ben] = await Promise.all([studio.guest('Ann', PHONE), studio.owner()]);
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
  return onPhone(page);
}

/** The conclusion beside the outline, written by several people and signed. */
async function conclusion(studio: Studio): Promise<Buffer> {
  const owner = await studio.owner(WINDOW);
  await owner.open(SEEDED, 'Outline');
  const client = await studio.connect(owner, SEEDED);
  const write = (section: 'agreements' | 'differences' | 'cruxes', text: string): Operation => ({
    type: 'conclusion.edit',
    section,
    base: 1,
    change: diffText('', text),
  });
  await act(client, [
    { type: 'conclusion.setStatus', open: true },
    write(
      'agreements',
      `The plan moves much money, and not all of it well. ${referenceTo(CLAIM)} That is common ground.`,
    ),
    write('differences', 'Whether an industry can be planned at all, and who pays when the plan fails.'),
    write('cruxes', 'Figures of what the subsidies bought, sector by sector.'),
  ]);
  await owner.page.getByRole('group', { name: 'Tools' }).getByRole('button', { name: 'Conclusion' }).click();
  await expect(owner.page.getByRole('complementary', { name: 'Conclusion' })).toContainText('The plan moves');
  return inWindow(owner.page);
}

/** A best case on the phone of one of those it is for: it is their view, or not yet. */
async function bestCase(studio: Studio): Promise<Buffer> {
  const [owner, ann, ben] = await Promise.all([
    studio.owner(),
    studio.guest('Ann'),
    studio.guest('Ben', PHONE),
  ]);
  await Promise.all([ann.open(SEEDED), ben.open(SEEDED, 'Outline')]);
  const [leads, writes] = await Promise.all([studio.connect(owner, SEEDED), studio.connect(ann, SEEDED)]);
  // The picture before has given the debate teams, unless it is made alone.
  if (leads.snapshot().head?.settings.teams === 'off')
    await act(leads, [{ type: 'debate.configure', teams: 'chosen' }]);
  const planners = positionOf(leads, 'Beijing planners');
  const phase = { title: '', note: '', minutes: 12, may: ['add', 'edit'], hides: [] } as const;
  await act(leads, [
    { type: 'agenda.set', base: 0, phases: [{ ...phase, id: 'ph-switch', kind: 'switch_sides' }] },
    { type: 'agenda.goTo', from: null, to: 'ph-switch' },
  ]);
  for (const [person, team] of [
    [ann, 'U.S. hawks'],
    [ben, 'Beijing planners'],
  ] as const)
    await person.page
      .getByRole('region', { name: 'Which position do you speak for?' })
      .getByRole('button', { name: team, exact: true })
      .click();
  await ann.isSaved();
  await ben.isSaved();
  await act(writes, [argument('case', planners, BEST_CASE)]);
  await ben.page.goto(`${SEEDED}#c-case`);
  await expect(ben.panel.getByRole('button', { name: 'That is our view' })).toBeVisible();
  return onPhone(ben.page);
}

/** A ranking on the stage, and on a phone. */
async function polls(studio: Studio): Promise<Buffer> {
  const [owner, ben] = await Promise.all([studio.owner(WALL), studio.guest('Ben', PHONE)]);
  await ben.open(SEEDED, 'Outline');
  const leads = await studio.connect(owner, SEEDED);
  const voters = await crowd(studio, 9);
  await act(leads, [
    {
      type: 'poll.open',
      pollId: 'q-first',
      kind: 'quick',
      form: { type: 'ranking' },
      question: 'Which sector should the plan fund first?',
      options: ['Semiconductors', 'Electric cars', 'Aircraft', 'Robots'],
      secret: false,
    },
  ]);
  for (const [nth, voter] of voters.entries()) {
    const first = RANKINGS[nth % RANKINGS.length] ?? [];
    await act(voter, [{ type: 'poll.answer', pollId: 'q-first', choice: first }]);
  }
  await ben.page.getByRole('button', { name: 'Rank as number 1: Robots' }).tap();
  await ben.page.getByRole('button', { name: 'Rank as number 2: Aircraft' }).tap();
  await owner.page.goto(`${SEEDED}/stage`);
  await expect(owner.page.getByRole('region', { name: 'Instant run-off' })).toBeVisible();
  const picture = await besidePhone(await inWindow(owner.page), ben.page);
  await act(leads, [{ type: 'poll.setStatus', pollId: 'q-first', open: false }]);
  return picture;
}

/** The map as a team sees it, and where it differs from another. */
async function perspectives(studio: Studio): Promise<Buffer> {
  const owner = await studio.owner(WINDOW);
  const leads = await studio.connect(owner, SEEDED);
  await act(leads, [{ type: 'debate.configure', teams: 'chosen' }]);
  const [hawks, planners] = [positionOf(leads, 'U.S. hawks'), positionOf(leads, 'Beijing planners')];
  const claims = leads.snapshot().claims.map(({ id }) => id);
  const holders = new Map(leads.snapshot().claims.map(({ id, positionId }) => [id, positionId]));
  const voters = await crowd(studio, 14);
  await Promise.all(
    voters.map(async (voter, nth) => {
      const team = nth < 7 ? hawks : planners;
      await act(voter, [
        { type: 'team.choose', participantId: idOf(voter), team },
        ...claims.slice(0, 24).flatMap((claimId, at): Operation[] => {
          // They have voted on it.
          if (claimId === CLAIM) return [];
          const isOwn = (holders.get(claimId) ?? planners) === team;
          const answer =
            (nth + at) % 5 === 0 ? 'pass' : isOwn === ((nth + at) % 7 !== 0) ? 'agree' : 'disagree';
          return [{ type: 'vote.cast', claimId, answer, wording: 1 }];
        }),
      ]);
    }),
  );
  await owner.page.goto(`${SEEDED}?see=${encodeURIComponent(`team:${hawks}`)}`);
  await owner.isLive();
  await owner.show('Map');
  const pane = owner.page.getByRole('complementary', { name: 'Perspectives' });
  await owner.page.keyboard.press('Control+k');
  await owner.page.getByRole('combobox').fill('See as');
  await owner.page.keyboard.press('Enter');
  await pane.getByLabel('Compare with').selectOption(`team:${planners}`);
  await expect(pane.locator('[data-list="differ"] [data-claim]').first()).toBeVisible();
  return inWindow(owner.page);
}

/** Guests without a browser, who have voted on a claim. */
async function crowd(studio: Studio, size: number): Promise<LiveClient[]> {
  return Promise.all(
    Array.from({ length: size }, async (_, nth) => {
      const client = await studio.clientOf(`Voter ${nth + 1}`, SEEDED);
      // People come into a debate with the first thing they do.
      await act(client, [{ type: 'vote.cast', claimId: CLAIM, answer: 'pass', wording: 1 }]);
      return client;
    }),
  );
}

/** The id of a position by its name. */
function positionOf(client: LiveClient, called: string): string {
  return client.snapshot().positions.find(({ name }) => name === called)?.id ?? '';
}

/** The id of a person who has voted. */
function idOf(client: LiveClient): string {
  return client.snapshot().votes[0]?.[1] ?? '';
}

function argument(key: string, positionId: string, text: string): Operation {
  return {
    type: 'claim.add',
    claimId: `c-${key}`,
    linkId: `l-${key}`,
    target: { kind: 'position', id: positionId },
    relation: 'support',
    positionId,
    text,
  };
}
