import { describe, expect, test } from 'vitest';
import { glanceAt, summarySteps } from '../../domain/analysis/debate-glance.ts';
import { evennessOf } from '../../domain/analysis/evenness.ts';
import { compileGraph } from '../../domain/analysis/graph/compiled-graph.ts';
import { leversOn, unansweredAttackers, unansweredAttacks } from '../../domain/analysis/levers.ts';
import { axisOver, stretchAt } from '../../domain/analysis/over-time.ts';
import { participationIn } from '../../domain/analysis/participation.ts';
import {
  contributionsTo,
  gradientOf,
  withoutArgument,
} from '../../domain/analysis/strength/contributions.ts';
import { debateStrengths } from '../../domain/analysis/strength/debate-strengths.ts';
import { SEMANTICS } from '../../domain/analysis/strength/semantics.ts';
import { strengthsOf } from '../../domain/analysis/strength/strengths.ts';
import { finish } from '../../domain/collections/steps.ts';
import { aGraph } from '../support/analysis/graphs.ts';
import { aDebate, newClaim } from '../support/debate-builder.ts';
import { aFullDebate } from '../support/full-debate.ts';
import { addVoters } from '../support/made-people.ts';
import { vote } from '../support/pairs/made-operations.ts';

const standing = (state: Parameters<typeof debateStrengths>[0]) =>
  finish(summarySteps(debateStrengths(state)));

describe('all that is calculated of a debate with everything in it', () => {
  test('[AN24] participation', () => {
    const { people, evenness, positions, votesOn } = participationIn(aFullDebate().state);
    expect(people).toEqual([
      { id: 'dana', claims: 9, comments: 1, words: 26 },
      { id: 'emil', claims: 4, comments: 3, words: 15 },
      { id: 'susi', claims: 0, comments: 1, words: 1 },
    ]);
    // Of ten, seven and one: −(10/18 ln 10/18 + 7/18 ln 7/18 + 1/18 ln 1/18) = 0.85441
    expect(evenness?.asIfBy).toBeCloseTo(2.35, 5);
    expect(evenness?.evenness).toBeCloseTo(0.77772, 5);
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
    const { glance, labels, hinges } = standing(aFullDebate().state);
    expect(glance).toEqual({
      ...{ claims: 10, supports: 7, attacks: 6, comments: 5, sources: 3, votes: 5 },
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

  test('[AN25] has the claims with at least half as many on the smaller side, most of them first', () => {
    // Two for and five against are too uneven, three and five are not; at nine for, five against are more than half.
    expect(glance().contested).toEqual(['c-5', 'c-6', 'c-7', 'c-8', 'c-9', 'c-4']);
  });

  test('[AN18] has three levers of the position whose strength is shown', () => {
    const { hinges } = standing(debate.state);
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

describe('[AN24] evenness', () => {
  test.each<[number[], number | null, number]>([
    [[], null, 0],
    [[0, 0], null, 0],
    [[3], null, 1],
    [[3, 0], 0, 1],
    [[2, 2], 1, 2],
    [[5, 5, 5, 5], 1, 4],
    [[2, 2, 0, 0], 0.5, 2],
  ])('of %j is %s, as if by %s', (amounts, evenness, asIfBy) => {
    const found = evennessOf(amounts);
    if (evenness === null) expect(found.evenness).toBeNull();
    else expect(found.evenness).toBeCloseTo(evenness, 12);
    expect(found.asIfBy).toBeCloseTo(asIfBy, 12);
  });
});

describe('intervals of time', () => {
  const MINUTE = 60_000;
  test.each<[string, number[], number, number, number]>([
    ['one moment', [90_000], 1, 1, 1],
    ['28 minutes', [0, 28 * MINUTE], 1, 0, 29],
    ['29 minutes and more', [0, 29 * MINUTE], 5, 0, 6],
    ['more than two hours, from no round time', [7 * MINUTE, 160 * MINUTE], 15, 0, 11],
    ['a day', [0, 1_439 * MINUTE], 60, 0, 24],
    ['three days', [3_000 * MINUTE, 8_000 * MINUTE], 180, 16, 29],
    ['two weeks', [0, 14 * 1_440 * MINUTE], 720, 0, 29],
    ['four weeks', [0, 28 * 1_440 * MINUTE], 1_440, 0, 29],
    ['half a year', [0, 180 * 1_440 * MINUTE], 10_080, 0, 26],
    ['two years', [0, 730 * 1_440 * MINUTE], 43_200, 0, 25],
    ['many years', [0, 10 * 525_600 * MINUTE], 525_600, 0, 11],
    ['more than there are intervals for', [0, 100 * 525_600 * MINUTE], 525_600, 0, 101],
  ])('%s', (_, times, minutes, begin, length) => {
    const axis = axisOver(times);
    const step = minutes * MINUTE;
    expect(axis).toEqual({ step, from: Array.from({ length }, (_, nth) => (begin + nth) * step) });
    expect(times.map((at) => stretchAt(axis, at))).toEqual(times.map((at) => Math.floor(at / step) - begin));
  });

  test('of nothing are none', () => {
    expect(axisOver([])).toEqual({ step: MINUTE, from: [] });
  });
});

describe('the effects of one argument', () => {
  const graph = aGraph(
    { a: 0.5, b: 0.8, c: 0.2, d: 0.5, e: 0.4, far: 0.5 },
    'b>a c-a d-(b>a) e-(d-(b>a)) b-c far>b',
  );
  const solved = () => {
    const compiled = compileGraph(graph);
    return {
      graph,
      compiled,
      semantics: 'dfquad',
      strengths: strengthsOf(compiled, SEMANTICS.dfquad),
    } as const;
  };
  const round = (value: number) => Math.round(value * 1e6) / 1e6;

  test('[AN7] is known of each that speaks to it directly or undercuts, with its size', () => {
    const { compiled, strengths } = solved();
    // far: 0.5. b: 0.8 + 0.2 × 0.5 = 0.9. c: 0.2 − 0.2 × 0.9 = 0.02. The undercut is 0.5 × (1 − 0.4) = 0.3, so b > a carries 0.9 × 0.7.
    // a: 0.5 + 0.5 × (0.63 − 0.02) = 0.805. Without b, c is 0.2 again, and a 0.5 − 0.5 × 0.2.
    const found = contributionsTo(compiled, SEMANTICS.dfquad, strengths, 'a');
    expect(found.map(({ id, how, by }) => [id, how, round(by)])).toEqual([
      ['b', 'supports', 0.405],
      ['d', 'undercuts', -0.135],
      ['e', 'undercuts', 0.09],
      ['c', 'attacks', -0.01],
    ]);
    expect(
      withoutArgument(compiled, SEMANTICS.dfquad, strengths, 'b').map(({ id, before, after }) => [
        id,
        round(before),
        round(after),
      ]),
    ).toEqual([
      ['a', 0.805, 0.4],
      ['c', 0.02, 0.2],
    ]);
    expect(withoutArgument(compiled, SEMANTICS.dfquad, strengths, 'nobody')).toEqual([]);
    // Per unit of far: b moves by 0.2, and a by 0.5 × 0.7 × 0.2 from b, and 0.5 × 0.2 × 0.2 by way of c.
    expect(gradientOf(compiled, SEMANTICS.dfquad, strengths, 'far', 'a')).toBeCloseTo(0.07 + 0.02, 9);
    expect(gradientOf(compiled, SEMANTICS.dfquad, strengths, 'a', 'far')).toBe(0);
    expect(gradientOf(compiled, SEMANTICS.dfquad, strengths, 'nobody', 'a')).toBe(0);
    expect(gradientOf(compiled, SEMANTICS.dfquad, strengths, 'a', 'nobody')).toBe(0);
  });

  test('[AN18] its levers, the strongest first, with the label that would change', () => {
    const debate = solved();
    expect(leversOn(debate, 'a').map(({ id, after, label }) => [id, round(after), label])).toEqual([
      ['b', 0.4, 'out'],
      ['d', 0.94, null],
      ['e', 0.715, null],
      ['far', 0.76, null],
      ['c', 0.815, null],
    ]);
    expect(leversOn(debate, 'far')).toEqual([]);
  });

  test('[AN17] attacks that nothing answers, those on the step of a support too', () => {
    const { compiled } = solved();
    expect(unansweredAttacks(compiled, 'a')).toEqual([]);
    expect([...unansweredAttackers(compiled)].sort()).toEqual(['b', 'e']);
    expect(unansweredAttacks(compiled, 'd')).toEqual([]);
    expect(unansweredAttacks(compiled, 'c')).toEqual([{ from: 'b', on: 'c' }]);
  });
});
