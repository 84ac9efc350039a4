import { describe, expect, test, vi } from 'vitest';
import { glanceAt, summarySteps } from '#domain/analysis/debate-glance.ts';
import { halfBy } from '#domain/analysis/half-by.ts';
import { countWords, participationIn } from '#domain/analysis/participation.ts';
import { debateStrengths, strengthIn } from '#domain/analysis/strength/debate-strengths.ts';
import { SHOWN_FROM_VOTES } from '#domain/analysis/strength/shown-strength.ts';
import { finish } from '#domain/collections/steps.ts';
import {
  aDebate,
  agree,
  comment,
  type DebateBuilder,
  merge,
  newClaim,
  retract,
} from '../../support/debate-builder.ts';
import { aFullDebate } from '../../support/full-debate.ts';
import { addVoters } from '../../support/made-people.ts';
import { vote } from '../../support/pairs/made-operations.ts';

const glance = ({ state }: DebateBuilder) => glanceAt(debateStrengths(state));
const standing = ({ state }: DebateBuilder) => finish(summarySteps(debateStrengths(state)));

describe('[AN24] participation', () => {
  test('counts contributions that stand, with their words, by person and by position', () => {
    const debate = aDebate();
    const before = participationIn(debate.state);
    const of = (list: typeof before.people, id: string) => list?.find((each) => each.id === id);
    debate.does('dana', newClaim('n', 'west', { text: 'one two three', positionId: 'west' }));
    debate.does('dana', comment({ commentId: 'm-n', text: 'four five' }));
    const { people, positions } = participationIn(debate.state);
    const was = of(before.people, 'dana');
    expect(of(people, 'dana')).toEqual({
      id: 'dana',
      claims: (was?.claims ?? 0) + 1,
      comments: (was?.comments ?? 0) + 1,
      words: (was?.words ?? 0) + 5,
    });
    expect(positions.map(({ id }) => id)).toEqual(['east', 'west']);
    expect(of(positions, 'west')?.claims).toBe((of(before.positions, 'west')?.claims ?? 0) + 1);
    debate.does('dana', retract('c-n'));
    expect(of(participationIn(debate.state).people, 'dana')?.claims).toBe(was?.claims);
  });

  test('with the votes on the claims of each position, while tallies are shown', () => {
    const debate = aDebate().does('dana', newClaim('n', 'west', { positionId: 'west' }));
    const votesOn = () => participationIn(debate.projection(null)).votesOn;
    expect(votesOn()?.get('west') ?? 0).toBe(0);
    debate.does('emil', agree('c-n')).does('dana', { ...agree('c-n'), answer: 'pass' });
    expect(votesOn()?.get('west')).toBe(2);
    debate.does('olga', { type: 'debate.configure', ballots: 'secret' });
    expect(votesOn()).toBeNull();
    debate.does('olga', { type: 'debate.setStatus', status: 'closed' });
    expect(votesOn()?.get('west'), 'nothing is disclosed about fewer than five').toBe(0);
  });

  test('counts a vote on claims that were merged once', () => {
    const debate = aDebate();
    debate.does('dana', newClaim('n', 'west', { positionId: 'west' }));
    debate.does('emil', newClaim('k', 'west', { positionId: 'west' }));
    debate.does('emil', agree('c-n')).does('dana', agree('c-k')).does('olga', merge('c-n', 'c-k'));
    expect(participationIn(debate.state).votesOn?.get('west')).toBe(2);
  });

  test('names nobody where nobody is named, and still counts positions', () => {
    const debate = aDebate().does('olga', { type: 'debate.configure', names: 'anonymous' });
    const { people, half, positions } = participationIn(debate.projection('emil'));
    expect([people, half]).toEqual([null, null]);
    expect(positions.some(({ claims }) => claims > 0)).toBe(true);
  });

  test('over time no contribution is lost, and the stretches follow each other', () => {
    const { time, step, people } = participationIn(aDebate().state);
    const all = people?.reduce((sum, { claims, comments }) => sum + claims + comments, 0);
    expect(time.reduce((sum, { claims, comments }) => sum + claims + comments, 0)).toBe(all);
    for (const [nth, { from }] of time.entries()) expect(from).toBe((time[0]?.from ?? 0) + nth * step);
  });

  test('the words of a contribution are counted once, however often it is asked', () => {
    const debate = aDebate();
    participationIn(debate.state);
    const match = vi.spyOn(String.prototype, 'match');
    debate.does('dana', newClaim('n', 'west', { text: 'one two three' }));
    participationIn(debate.state);
    participationIn(debate.state);
    const counted = match.mock.contexts.filter((text) => `${text}` === 'one two three').length;
    const all = match.mock.calls.length;
    match.mockRestore();
    expect([counted, all]).toEqual([1, 1]);
  });

  test('words are counted in scripts without spaces too', () => {
    expect(['one two', ' a  b—c! ', '', '…', '贸易带来友谊', '3.5 % of 2'].map(countWords)).toEqual([
      2, 2, 0, 0, 6, 3,
    ]);
  });
});

describe('[AN25] the debate at a glance', () => {
  test('contested is what at least 5 people voted on, at least 40% of them on each side', () => {
    const debate = aDebate().does(
      'dana',
      newClaim('v', 'east'),
      newClaim('w', 'east'),
      newClaim('x', 'east'),
    );
    const voters = addVoters(debate, 8);
    for (const [claim, votes, against] of [
      ['c-v', 5, 2],
      ['c-w', 8, 3],
      ['c-x', 4, 2],
    ] as const)
      for (const [nth, voter] of voters.slice(0, votes).entries())
        debate.does(voter, { ...agree(claim), answer: nth < against ? 'disagree' : 'agree' });
    expect(glance(debate).contested).toEqual(['c-v']);
  });

  test.each([
    [1, 0],
    [6, 0],
    [8, 2],
    [13, 6],
  ])('of %i claims of known strength, the weakest are %i that are not among the strongest', (count, weak) => {
    const debate = aDebate();
    const voters = addVoters(debate, SHOWN_FROM_VOTES);
    const keys = Array.from({ length: count }, (_, nth) => `n${nth}`);
    debate.does('dana', ...keys.map((key) => newClaim(key, 'east')));
    for (const voter of voters) debate.does(voter, ...keys.map((key) => agree(`c-${key}`)));
    const { strongest, weakest } = glance(debate);
    const listed = [...strongest, ...weakest].map(({ id }) => id);
    expect(weakest.length).toBe(weak);
    expect(new Set(listed).size).toBe(listed.length);
  });

  test('unsourced is what nothing is cited for, the strongest first', () => {
    const debate = aDebate();
    const { unsourced, unsourcedCount } = glance(debate);
    for (const id of unsourced) expect(debate.state.claims.get(id)?.sources).toEqual([]);
    const strengths = debateStrengths(debate.state);
    const values = unsourced.map((id) => strengthIn(strengths, id) ?? 0);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    const [first = ''] = unsourced;
    debate.does('dana', { type: 'claim.cite', claimId: first, sourceId: 's-a' });
    expect(glance(debate).unsourced).not.toContain(first);
    expect(glance(debate).unsourcedCount).toBe(unsourcedCount - 1);
  });

  test('[AN17] unanswered are all attacks that nothing attacks; [AN8] labels are counted with their reasons', () => {
    const debate = aDebate().does('dana', newClaim('x', 'c-d', { relation: 'attack' }));
    const has = () => glance(debate).unanswered.some(({ from, on }) => from === 'c-x' && on === 'c-d');
    expect(has()).toBe(true);
    const { labels, counts } = standing(debate).labels;
    expect(labels.get('c-d')).toEqual({ label: 'out', because: ['c-x'] });
    expect(counts.in + counts.out + counts.undecided).toBe(labels.size);
    debate.does('emil', newClaim('y', 'c-x', { relation: 'attack' }));
    expect(has()).toBe(false);
    expect(standing(debate).labels.labels.get('c-d')?.label).not.toBe('out');
  });

  test('[AN9] preferred sets are looked for where there are few arguments', () => {
    const debate = aDebate();
    expect(standing(debate).labels.preferred?.complete).toBe(true);
    for (let nth = 0; nth < 70; nth += 1) debate.does('dana', newClaim(`z${nth}`, 'east'));
    expect(standing(debate).labels.preferred).toBeNull();
  });
});

describe('all that is calculated of a debate with everything in it', () => {
  test('[AN24] participation', () => {
    const { people, half, positions, votesOn } = participationIn(aFullDebate().state);
    expect(people).toEqual([
      { id: 'dana', claims: 9, comments: 1, words: 26 },
      { id: 'emil', claims: 4, comments: 3, words: 15 },
      { id: 'susi', claims: 0, comments: 1, words: 1 },
    ]);
    // Of ten, seven and one.
    expect(half).toBe(1);
    expect(positions).toEqual([
      { id: 'east', claims: 2, comments: 3, words: 14 },
      { id: 'west', claims: 1, comments: 1, words: 2 },
      { id: 'north', claims: 0, comments: 0, words: 0 },
    ]);
    expect([...(votesOn ?? [])].sort()).toEqual([
      ['east', 3],
      ['west', 0],
    ]);
  });

  test('[AN25] the glance, the labels with their reasons, and the one set that can be held', () => {
    const { glance, labels, hinges } = standing(aFullDebate());
    expect(glance).toEqual({
      claims: 10,
      supports: 7,
      attacks: 6,
      comments: 5,
      sources: 3,
      votes: 5,
      contested: [],
      unsourced: ['c-b', 'c-f', 'c-h', 'c-l', 'c-sm', 'c-u'],
      unsourcedCount: 7,
      unanswered: [
        { from: 'c-d', on: 'east' },
        { from: 'c-e', on: 'c-b' },
        { from: 'c-u', on: 'c-b' },
        { from: 'c-f', on: 'c-b' },
        { from: 'c-v', on: 'c-d' },
      ],
      unansweredCount: 5,
      strongest: [],
      weakest: [],
    });
    const rejected = [...labels.labels].filter(([, { label }]) => label !== 'in');
    expect(rejected).toEqual([
      ['c-b', { label: 'out', because: ['c-e'] }],
      ['east', { label: 'out', because: ['c-d'] }],
    ]);
    expect(labels.counts).toEqual({ in: 11, out: 2, undecided: 0 });
    const held = ['c-a', 'c-d', 'c-e', 'c-f', 'c-h', 'c-l', 'c-sm', 'c-u', 'c-v', 'north', 'west'];
    expect(labels.preferred).toEqual({ sets: [held], complete: true });
    expect(hinges).toEqual([]);
  });
});

test('[AN24] people with as many contributions are in the order of their words, and then of their names', () => {
  const debate = aDebate()
    .does('susi', comment({ text: 'a b' }))
    .does('olga', newClaim('o1', 'west', { text: 'a b c' }))
    .does('mona', newClaim('m1', 'west', { text: 'a b' }));
  const { people } = participationIn(debate.state);
  expect(people?.map(({ id, claims, comments, words }) => [id, claims + comments, words])).toEqual([
    ['dana', 3, 7],
    ['emil', 2, 4],
    ['olga', 1, 3],
    ['mona', 1, 2],
    ['susi', 1, 2],
  ]);
});

test.each<[number[], number | null]>([
  [[], null],
  [[0, 0], null],
  [[3], 1],
  [[3, 0], 1],
  [[2, 2], 1],
  [[5, 5, 5, 5], 2],
  [[5, 4, 4, 3], 2],
  [[4, 4, 4], 2],
])('[AN14] half of %j came from %s', (amounts, people) => {
  expect(halfBy(amounts)).toBe(people);
});

/** Nine claims for the east, c-1 to c-9, with as many votes for them as their number, and five against each. */
function aVotedDebate() {
  const debate = aDebate();
  const voters = addVoters(debate, 14);
  for (let claim = 1; claim <= 9; claim += 1) {
    debate.does('dana', newClaim(`${claim}`, 'east'));
    for (const [nth, voter] of voters.slice(0, claim + 5).entries())
      debate.does(voter, vote(`c-${claim}`, nth < claim ? 'agree' : 'disagree'));
  }
  return debate;
}

describe('a debate with many votes', () => {
  const debate = aVotedDebate();
  const glance = () => glanceAt(debateStrengths(debate.state));
  /** agree / (agree + disagree + 2), with five who disagree. */
  const strength = (agree: number) => agree / (agree + 5 + 2);

  test('[AN25] has its six strongest claims first, and of the others the weakest', () => {
    expect(glance().strongest).toEqual(
      [9, 8, 7, 6, 5, 4].map((nth) => ({ id: `c-${nth}`, strength: strength(nth) })),
    );
    expect(glance().weakest).toEqual([1, 2, 3].map((nth) => ({ id: `c-${nth}`, strength: strength(nth) })));
  });

  test('[AN25] has the contested claims, those with most votes on the smaller side first', () => {
    // Beside five against, three for are too few, and at eight for, five against are.
    expect(glance().contested).toEqual(['c-5', 'c-6', 'c-7', 'c-4']);
  });

  test('[AN18] has three levers of the position whose strength is shown', () => {
    const { hinges } = standing(debate);
    expect(hinges.map(({ positionId, levers }) => [positionId, levers.map(({ id }) => id)])).toEqual([
      ['east', ['c-9', 'c-8', 'c-7']],
    ]);
    // All claims for it: 0.5 + 0.5 (1 − Π (1 − s)); without the strongest, as much less.
    const others = [1, 2, 3, 4, 5, 6, 7, 8].reduce((left, nth) => left * (1 - strength(nth)), 1);
    // Of c-a, with which one person agreed and nobody disagreed.
    const one = 1 / (1 + 2);
    expect(hinges[0]?.levers[0]?.after).toBeCloseTo(0.5 + 0.5 * (1 - others * (1 - one)), 12);
    expect(hinges[0]?.levers[0]?.label).toBeNull();
  });
});
