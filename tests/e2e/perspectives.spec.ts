import type { Operation } from '../../domain/debate/engine/operations.ts';
import { connectLive, type LiveClient } from '../support/live-client.ts';
import { expect, type Locator, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import type { Person } from './person.ts';
import { debateIdOf, startDebate } from './start-debate.ts';
import { aVotingCrowd, type Voter } from './voting-crowd.ts';

const server = withServer();

const MOTION = 'Towns should close their centres to cars.';
const WORDS = [
  'Where cars are gone, people stay longer and buy more.',
  'Deliveries come at night then, when people want to sleep.',
  'The air gets better within weeks.',
  'There must be benches and trees.',
  'Buses must come more often.',
];
/** On the last one, people vote before they have a team. */
const CLAIMS = WORDS.slice(0, 4).map((_, nth) => `c_words${nth}`);
const FOR = ['agree', 'disagree', 'agree', 'agree'] as const;
const AGAINST = ['disagree', 'agree', 'pass', 'agree'] as const;

/** The program's connection of a person at a browser. */
async function programOf({ context }: Person, debateId: string): Promise<LiveClient> {
  const cookies = await context.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const client = await connectLive(server().origin, { cookie });
  expect((await client.open(debateId)).ok).toBe(true);
  return client;
}

async function does(client: LiveClient, operation: Operation): Promise<void> {
  expect(await client.submit(operation)).toMatchObject({ ok: true });
}

/** A debate of Olga's with two teams: six people vote for one side, six for the other. */
async function aDebate(olga: Person) {
  const address = await startDebate(olga, MOTION);
  const owner = await programOf(olga, debateIdOf(address));
  await does(owner, { type: 'debate.configure', teams: 'chosen' });
  const voters = await aVotingCrowd(server().origin, address, 12);
  const [yes = '', no = ''] = owner.snapshot().positions.map(({ id }) => id);
  for (const [nth, text] of WORDS.entries()) {
    const target =
      nth === 3 ? ({ kind: 'claim', id: 'c_words0' } as const) : ({ kind: 'position', id: yes } as const);
    const ids = { claimId: `c_words${nth}`, linkId: `l_words${nth}` };
    const relation = nth === 1 ? 'attack' : 'support';
    await does(owner, {
      type: 'claim.add',
      ...ids,
      text,
      positionId: yes,
      target,
      relation,
      after: null,
    } as Operation);
  }
  await Promise.all(voters.map((voter, nth) => votesFor(voter, nth < 6 ? yes : no)));
  return { address, owner, yes, no };

  async function votesFor(voter: Voter, team: string): Promise<void> {
    // People come into a debate with the first thing they do.
    const answer = await voter.submit({ type: 'vote.cast', claimId: 'c_words4', answer: 'pass', wording: 1 });
    await voter.seen(answer.ok ? answer.seq : 0);
    const [[, participantId] = ['', '']] = voter.snapshot().votes;
    await does(voter, { type: 'team.choose', participantId, team });
    await voter.vote(CLAIMS, team === yes ? FOR : AGAINST);
  }
}

const paneOf = ({ page }: Person): Locator => page.getByRole('complementary', { name: 'Perspectives' });

test('two teams, a person who agrees, and the facilitator see the debate as others do', async ({
  newPerson,
}) => {
  const [olga, ann, ben] = await Promise.all([
    newPerson('Olga'),
    newPerson('Ann'),
    newPerson('Ben', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }),
  ]);
  const { address, yes, no } = await aDebate(olga);
  await Promise.all([ann.open(address), ben.open(address)]);
  await ann.join();
  await ben.page.getByRole('button', { name: 'Join' }).first().click();
  await ben.giveName();

  await test.step('Ann sees the map as a team does', () => seesAsATeam(ann, yes));
  await test.step('Ann shows her votes, and Ben compares them with his team’s on a phone', () =>
    showsHerVotes(ann, ben, no));
  await test.step('she stops, and they are gone for everyone at once', () => stops(ann, ben));
  await test.step('the projector shows where the teams differ', () => showsOnStage(olga, ann, address));
});

/** By keys: from the command palette to the map with that team's votes, and back. */
async function seesAsATeam(ann: Person, yes: string): Promise<void> {
  const { page } = ann;
  await ann.show('Map');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('See as');
  await expect(page.getByRole('option', { name: 'See as…' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  const pane = paneOf(ann);
  await expect(pane).toBeVisible();
  await expect(pane.getByText('at least 5 of its people')).toBeVisible();
  await pane.getByLabel('See as').selectOption(`team:${yes}`);
  const strip = page.locator('[data-perspective]');
  await expect(strip).toContainText('6 people');
  await expect(strip).toContainText('votes on 4 claims');
  await expect(page).toHaveURL(new RegExp(`see=${encodeURIComponent(`team:${yes}`)}`));
  await expect(ann.card('c_words0')).toContainText('6 of 6');
  await expect(ann.card('c_words1')).toContainText('0 of 6');
  await expect(ann.card('c_words0')).toHaveAccessibleName(/: 6 of 6 agree$/);
  await expect(ann.card('c_words0').locator('[data-seen="strong"]')).toBeVisible();
  await expect(ann.card('c_words1').locator('[data-seen="weak"]')).toBeVisible();
  await pane.getByLabel('Compare with').selectOption({ index: 4 });
  await expect(pane.locator('[data-list="differ"] [data-claim]')).toHaveCount(2);
  await expect(pane.locator('[data-list="common"] [data-claim="c_words3"]')).toBeVisible();
  await isAccessible(page, 'perspectives beside the map', 'light');
  await ann.show('Outline');
  await expect(ann.row('c_words0')).toContainText('6 of 6 agree');
  await strip.getByRole('button', { name: 'Back to everyone’s' }).click();
  await expect(strip).toBeHidden();
  await expect(ann.row('c_words0')).not.toContainText('of 6 agree');
}

async function showsHerVotes(ann: Person, ben: Person, no: string): Promise<void> {
  await ann.select('c_words1');
  await ann.panel.getByRole('button', { name: /^Agree, / }).click();
  await ann.isSaved();
  // Here one of the two fits beside the debate.
  await ann.panel.getByRole('button', { name: 'Close panel' }).click();
  await paneOf(ann).getByRole('button', { name: 'Show how I vote' }).click();
  await expect(paneOf(ann).getByRole('status')).toContainText('can see how you voted');
  await ben.page.getByRole('button', { name: 'More' }).first().click();
  await ben.page.getByRole('menuitem', { name: 'See as…' }).click();
  const pane = paneOf(ben);
  await pane.getByLabel('Compare with').selectOption(`team:${no}`);
  await pane.getByLabel('See as').selectOption({ label: 'Ann' });
  await expect(pane.locator('[data-list="common"] [data-claim="c_words1"]')).toContainText('1 of 1 agree');
  await pane.getByRole('link', { name: 'Side by side' }).click();
  await expect(ben.page.getByRole('heading', { name: 'Claim by claim' })).toBeVisible();
  const line = ben.page.locator('[data-list="tree"] [data-claim="c_words1"]');
  await expect(line).toContainText('Ann: 1 of 1 agree');
  await expect(line).toContainText('6 of 6 agree');
  await isAccessible(ben.page, 'perspectives side by side', 'light');
}

async function stops(ann: Person, ben: Person): Promise<void> {
  await paneOf(ann).getByRole('button', { name: 'Stop showing how I vote' }).click();
  await expect(ben.page.getByText('One of the two has no votes to show yet.')).toBeVisible();
  await expect(ben.page.getByRole('option', { name: 'Ann' })).toHaveCount(1);
  await ben.page.getByLabel('See as').selectOption('everyone');
  await expect(ben.page.getByRole('option', { name: 'Ann' })).toHaveCount(0);
  await expect(ben.page.locator('[data-list="differ"] [data-claim]').first()).toBeVisible();
}

async function showsOnStage(olga: Person, ann: Person, address: string): Promise<void> {
  const stage = await ann.context.newPage();
  await stage.setViewportSize({ width: 1920, height: 1080 });
  await stage.goto(`${address}/stage`);
  await olga.open(address);
  await olga.page.getByRole('button', { name: 'Facilitate' }).click();
  const facilitator = olga.page.getByRole('complementary', { name: 'Facilitate' });
  await facilitator.getByRole('tab', { name: 'Spotlight' }).click();
  await facilitator.getByRole('button', { name: 'Compare perspectives' }).click();
  // Ann alone voted for no team on the other one: beside both teams her vote would follow.
  const staged = stage.locator('[data-picture="perspectives"] [data-claim]');
  await expect(staged).toHaveCount(2);
  await expect(staged.first()).toHaveAttribute('data-claim', 'c_words0');
  await isAccessible(stage, 'teams compared on the stage', 'light');
}
