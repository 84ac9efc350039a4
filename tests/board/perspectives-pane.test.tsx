// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ClaimTally } from '../../app/_board/core/claims/claim-tally.tsx';
import { useClaim } from '../../app/_board/core/claims/use-claim.ts';
import { StrengthProvider } from '../../app/_board/core/strength/strength-context.tsx';
import { PerspectiveStrip } from '../../app/_board/features/perspectives/perspective-strip.tsx';
import { PerspectivesPane } from '../../app/_board/features/perspectives/perspectives-pane.tsx';
import { en } from '../../app/_ui/messages/en.ts';
import type { PerspectivesAnswer } from '../../domain/protocol/perspectives-answer.ts';
import { aDebate, agree, type DebateBuilder } from '../support/debate-builder.ts';
import { show } from './show.tsx';

const ANSWER: PerspectivesAnswer = {
  ok: true,
  seq: 1,
  kept: false,
  choices: [
    { of: 'everyone', people: 12 },
    { of: 'team:east', people: 6 },
    { of: 'team:west', people: null },
    { of: 'person:emil', people: 1 },
  ],
  votes: { 'team:east': [['c-a', 5, 1, 0]], 'person:emil': [['c-a', 0, 1, 0]] },
};

const SHOW = { type: 'perspective.show', shown: true } as const;

let answer: PerspectivesAnswer;

beforeEach(() => {
  answer = ANSWER;
  vi.stubGlobal('fetch', async () => Response.json(answer));
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  window.history.replaceState(null, '', '/');
});

function Tally() {
  const claim = useClaim('c-a');
  return claim ? <p data-testid="tally">{<ClaimTally claim={claim} />}</p> : null;
}

const open = (debate: DebateBuilder, who: string | null) =>
  show(
    debate,
    who,
    <StrengthProvider>
      <PerspectiveStrip />
      <PerspectivesPane />
      <Tally />
    </StrengthProvider>,
    [{ id: 'emil', name: 'Emil' }],
  );
const isKnown = async () => expect(await screen.findAllByRole('group', { name: 'Teams' })).toHaveLength(2);
const see = () => screen.findByLabelText('See as');
const beside = () => screen.getByLabelText('Compare with');

describe('the pane of perspectives', () => {
  test('lists teams, one with too few votes as such, and people who show theirs', async () => {
    open(aDebate().does('emil', SHOW), 'dana');
    await isKnown();
    const names = within(await see())
      .getAllByRole('option')
      .map(({ textContent }) => textContent);
    expect(names).toEqual(['Everyone', 'You', 'East', 'West (too few votes)', 'Emil']);
  });

  test('draws claims with the votes of the chosen one, and says so', async () => {
    open(aDebate(), 'dana');
    await isKnown();
    await userEvent.setup().selectOptions(await see(), 'team:east');
    expect(await screen.findByText('Seen as East')).toBeTruthy();
    await expect.poll(() => screen.getByTestId('tally').textContent).toBe('5 of 6 agree');
    expect(window.location.search).toBe('?see=team%3Aeast');
    await userEvent.setup().click(screen.getByRole('button', { name: 'Back to everyone’s' }));
    await expect.poll(() => screen.getByTestId('tally').textContent).not.toBe('5 of 6 agree');
    expect(window.location.search).toBe('');
  });

  test('does not put one’s own perspective into the address', async () => {
    open(aDebate().does('dana', agree('c-b')), 'dana');
    await userEvent.setup().selectOptions(await see(), 'own');
    expect(await screen.findByText('Seen as You')).toBeTruthy();
    expect(window.location.search).toBe('');
  });

  test('compares two, with all figures in words', async () => {
    open(aDebate().does('emil', SHOW), 'dana');
    await isKnown();
    const user = userEvent.setup();
    await user.selectOptions(await see(), 'team:east');
    await user.selectOptions(beside(), 'person:emil');
    expect(await screen.findByText('East: 5 of 6 agree, 1 disagree')).toBeTruthy();
    expect(screen.getByText('83 points apart')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Side by side' }).getAttribute('href')).toContain(
      'of=team%3Aeast&beside=person%3Aemil',
    );
  });

  test('says that a viewer who has not voted can’t be compared, until they vote', async () => {
    const debate = aDebate();
    const { update } = open(debate, 'dana');
    await isKnown();
    await userEvent.setup().selectOptions(beside(), 'own');
    expect(await screen.findByText(/You haven’t voted in this debate/)).toBeTruthy();
    expect(screen.queryByText('Where they differ most')).toBeNull();
    debate.does('dana', agree('c-b'));
    update();
    expect(await screen.findByText('Where they differ most')).toBeTruthy();
    expect(screen.queryByText(/You haven’t voted in this debate/)).toBeNull();
  });

  test('[PV7] has a person’s votes no longer once they are not shown, whatever the server says', async () => {
    const debate = aDebate().does('emil', SHOW);
    const { update } = open(debate, 'dana');
    await isKnown();
    await userEvent.setup().selectOptions(await see(), 'person:emil');
    await expect.poll(() => screen.getByTestId('tally').textContent).toBe('0 of 1 agree');
    debate.does('emil', { ...SHOW, shown: false });
    update();
    await expect.poll(() => screen.getByTestId('tally').textContent).not.toBe('0 of 1 agree');
    expect(screen.getByText('This perspective isn’t available right now. Choose another.')).toBeTruthy();
  });

  test('has one’s own perspective alone while votes are hidden', async () => {
    answer = { ...ANSWER, kept: true, choices: [], votes: {} };
    open(aDebate(), 'dana');
    expect(await screen.findByText(/Votes are hidden for now/)).toBeTruthy();
    expect(screen.queryByRole('group', { name: 'Teams' })).toBeNull();
  });
});

describe('[PV6] one’s own votes', () => {
  test('are shown by one press, and hidden by another', async () => {
    const { asked } = open(aDebate(), 'dana');
    await userEvent.setup().click(screen.getByRole('button', { name: 'Show how I vote' }));
    expect(screen.getByText(/can see how you voted/)).toBeTruthy();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Stop showing how I vote' }));
    expect(screen.getByText(/Nobody else sees how you voted/)).toBeTruthy();
    expect(asked()).toEqual([true, false].map((shown) => ({ type: 'perspective.show', shown })));
  });

  test.each([
    ['secret', { ballots: 'secret' }, /the ballot is secret/],
    ['anonymous', { names: 'anonymous' }, /the debate is anonymous/],
  ] as const)('can’t be shown in a debate that is %s, and the pane says why', async (_, settings, why) => {
    open(aDebate().does('olga', { type: 'debate.configure', ...settings }), 'dana');
    expect(await screen.findByText(why)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Show how I vote' })).toBeNull();
  });
});

test('opinion groups are announced while votes are taken, and not once voting has closed', async () => {
  const debate = aDebate();
  const { update } = open(debate, 'dana');
  await isKnown();
  expect(screen.getByText('Opinion groups can be compared once voting has closed.')).toBeTruthy();
  debate.does('olga', { type: 'debate.setStatus', status: 'closed' });
  update();
  expect(screen.queryByText('Opinion groups can be compared once voting has closed.')).toBeNull();
});

test('the strip speaks whose votes are shown, and not their number', async () => {
  window.history.replaceState(null, '', '/?see=team:east');
  show(aDebate(), 'dana', <PerspectiveStrip />, [], { query: '?see=team:east' });
  const strip = await vi.waitFor(
    () => document.querySelector('[data-perspective]') ?? expect.fail('no strip'),
  );
  const spoken = () =>
    within(strip as HTMLElement)
      .getAllByRole('status')
      .map(({ textContent }) => textContent);
  await expect.poll(() => strip.textContent).toContain('6 people');
  expect(spoken()).toEqual([expect.stringContaining('East'), '']);
  expect(spoken().join()).not.toMatch(/\d/);
});

test('the strip speaks that votes are no longer shown where it says so', async () => {
  show(aDebate(), 'dana', <PerspectiveStrip />, [], { query: '?see=team:nowhere' });
  const gone = await screen.findByText(en.perspectives.stripGone);
  expect(gone.getAttribute('role')).toBe('status');
});
