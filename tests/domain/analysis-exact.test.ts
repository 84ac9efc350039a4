import { describe, expect, test } from 'vitest';
import { compileGraph } from '../../domain/analysis/graph/compiled-graph.ts';
import { graphOfDebate } from '../../domain/analysis/graph/graph-of-debate.ts';
import {
  gatherOpinions,
  statementsOf,
  unpackOpinions,
} from '../../domain/analysis/opinions/gather-opinions.ts';
import { dotOf, leadingVectors } from '../../domain/analysis/opinions/leading-vectors.ts';
import { findOpinions } from '../../domain/analysis/opinions/opinion-findings.ts';
import { swingByTeam } from '../../domain/analysis/opinions/swing-by-team.ts';
import { participationIn } from '../../domain/analysis/participation.ts';
import { componentsOf } from '../../domain/analysis/strength/components.ts';
import { contributionsTo } from '../../domain/analysis/strength/contributions.ts';
import { debateStrengths } from '../../domain/analysis/strength/debate-strengths.ts';
import { SEMANTICS } from '../../domain/analysis/strength/semantics.ts';
import { strengthsOf } from '../../domain/analysis/strength/strengths.ts';
import { finish } from '../../domain/collections/steps.ts';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { camps } from '../support/analysis/camps.ts';
import { aGraph } from '../support/analysis/graphs.ts';
import { theOpinions } from '../support/analysis/opinions.ts';
import {
  aDebate,
  agree,
  answer,
  closePoll,
  comment,
  crossLink,
  hide,
  merge,
  newClaim,
  stancePoll,
  unmerge,
} from '../support/debate-builder.ts';
import { aFullDebate } from '../support/full-debate.ts';
import { addVoters, joinAs } from '../support/made-people.ts';
import { vote, weigh } from '../support/pairs/made-operations.ts';

describe('the components of a graph', () => {
  test.each<[string, number[][], number[], number[][]]>([
    ['a chain, each after what leads to it', [[1], [2], []], [0], [[0], [1], [2]]],
    ['a circle', [[1], [2], [0]], [1], [[1, 2, 0]]],
    ['a place reached from two sides', [[1, 3], [2], [], [2]], [0], [[0], [3], [1], [2]]],
    ['a place reached from another root', [[1], [], [1]], [0, 2], [[2], [0], [1]]],
    [
      'two circles, one behind the other',
      [[1], [0, 2], [3], [2]],
      [0],
      [
        [0, 1],
        [2, 3],
      ],
    ],
    ['a circle with a way back from its end', [[1], [2], [3, 0], [1]], [0], [[0, 1, 2, 3]]],
    ['nothing that is not reached', [[1], [], [0]], [1], [[1]]],
    ['a place that leads to itself', [[0]], [0], [[0]]],
  ])('%s', (_, next, from, parts) => {
    expect(componentsOf(next, from)).toEqual(parts);
  });
});

describe('the leading directions of a large matrix', () => {
  /** A matrix of 80 rows that lengthens its axes by these. */
  const lengthening = (valueAt: (axis: number) => number) =>
    Array.from({ length: 80 }, (_, row) =>
      Float64Array.from({ length: 80 }, (_each, axis) => (axis === row ? valueAt(row) : 0)),
    );
  const axisOf = ({ vector }: { vector: readonly number[] }) =>
    vector.map((value) => Math.round(Math.abs(value) * 1e9) / 1e9).indexOf(1);

  test.each<[string, (axis: number) => number, [number, number][]]>([
    [
      'are followed where they stand out',
      (axis) => (axis === 5 ? 9 : axis === 70 ? 4 : 1 / (axis + 2)),
      [
        [9, 5],
        [4, 70],
      ],
    ],
    [
      'are found in the whole where they do not',
      (axis) => 80 - axis / 1_000,
      [
        [80, 0],
        [79.999, 1],
      ],
    ],
    ['are found where there is one alone', (axis) => (axis === 33 ? 2 : 0), [[2, 33]]],
  ])('%s', (_, valueAt, expected) => {
    const pairs = leadingVectors(lengthening(valueAt)).filter(({ value }) => value > 1e-9);
    expect(pairs.map((pair) => [Math.round(pair.value * 1e9) / 1e9, axisOf(pair)])).toEqual(expected);
  });

  test('have no length where nothing has', () => {
    expect(leadingVectors(lengthening(() => 0)).map(({ value }) => value)).toEqual([0, 0]);
  });

  test('are at right angles to each other and of length 1', () => {
    const [first, second] = leadingVectors(lengthening((axis) => 1 + 1 / (axis + 1))).map(({ vector }) =>
      Float64Array.from(vector),
    );
    if (!first || !second) return expect.fail('no directions');
    expect(dotOf(first, first)).toBeCloseTo(1, 9);
    expect(dotOf(second, second)).toBeCloseTo(1, 9);
    expect(dotOf(first, second)).toBeCloseTo(0, 9);
  });

  test.each([0, 1, 3, 4, 5, 7, 8, 9])('products of %i numbers are sums of all', (length) => {
    const numbers = Float64Array.from({ length }, (_, nth) => nth + 1);
    expect(dotOf(numbers, numbers)).toBe((length * (length + 1) * (2 * length + 1)) / 6);
  });
});

describe('opinions that are gathered', () => {
  const plain = (state: DebateState, before: Parameters<typeof gatherOpinions>[1] = null) => {
    const { participants, statements, answers } = unpackOpinions(finish(gatherOpinions(state, before)));
    return { participants, statements, answers };
  };

  test('are those on what everyone sees, in the order in which people joined', () => {
    const debate = aFullDebate();
    debate.does(SYSTEM, joinAs('anna', 'debater'));
    debate.does('anna', vote('c-d', 'agree'));
    const { participants, statements, answers } = plain(debate.state);
    expect(statements).toEqual(['c-a', 'c-b', 'c-d', 'c-e', 'c-f', 'c-h', 'c-l', 'c-sm', 'c-u', 'c-v']);
    expect(statementsOf(debate.state)).toEqual(statements);
    const none = (...given: (readonly [string, number])[]) =>
      statements.map((id) => new Map(given).get(id) ?? null);
    expect(participants).toEqual(['dana', 'emil', 'olga', 'anna']);
    expect(answers).toEqual([
      none(['c-a', -1], ['c-b', 0]),
      none(['c-a', 1]),
      none(['c-a', 1], ['c-e', -1]),
      none(['c-d', 1]),
    ]);
  });

  test('after any change equal those that are gathered from nothing', () => {
    const debate = aFullDebate();
    let before = finish(gatherOpinions(debate.state));
    const changes = [
      () => debate.does('dana', vote('c-a', 'pass')),
      () => debate.does('emil', vote('c-e', 'agree')),
      () => debate.does('susi', vote('c-a', 'disagree')),
      () => debate.does('susi', { type: 'vote.withdraw', claimId: 'c-a' }),
      () => debate.does('olga', { type: 'vote.withdraw', claimId: 'c-e' }),
      () => debate.does('dana', newClaim('n', 'west')),
      () => debate.does('emil', agree('c-n')),
      () => debate.does('mona', merge('c-n', 'c-e')),
      () => debate.does('mona', unmerge('c-n')),
      () => debate.does('mona', hide('c-n')),
      () => debate.does('dana', comment({ commentId: 'm-n' })),
    ];
    for (const change of changes) {
      const { state } = change();
      const after = finish(gatherOpinions(state, before));
      expect(unpackOpinions(after), `${change}`).toEqual(unpackOpinions(finish(gatherOpinions(state))));
      before = after;
    }
  });

  test('of a merged claim are its own first, and those on the other one of people without', () => {
    const debate = aDebate().does('dana', newClaim('n', 'west'), newClaim('o', 'west'));
    debate
      .does('susi', vote('c-n', 'agree'), vote('c-o', 'disagree'))
      .does('olga', vote('c-o', 'pass'))
      .does('mona', merge('c-o', 'c-n'));
    const { participants, statements, answers } = plain(debate.state);
    const at = statements.indexOf('c-n');
    expect(Object.fromEntries(participants.map((id, nth) => [id, answers[nth]?.[at]]))).toEqual({
      emil: null,
      olga: 0,
      susi: 1,
    });
  });
});

describe('[AN12] findings', () => {
  test('say how many people answered enough, and how much each did', () => {
    const rows = ['++++++++', '+++++++.', '++++++..', '........', '-.......'];
    expect(findOpinions(theOpinions(rows))).toMatchObject({ settled: 2, answered: [8, 7, 6, 0, 1] });
    expect(findOpinions(theOpinions(['+-', '+.', '-+']))).toMatchObject({ settled: 2, answered: [2, 1, 2] });
    expect(findOpinions(theOpinions([]))).toEqual({ places: [], groups: null, settled: 0, answered: [] });
  });

  test('have the counts, the consensus and the silhouettes of each group', () => {
    const { groups } = findOpinions(camps(6, 10, 9));
    if (!groups) return expect.fail('no groups');
    expect(groups.members.map(({ length }) => length)).toEqual([10, 9, 6]);
    // The second camp agrees on the last statement, and each second person passes on one of them.
    expect(groups.counts.map((ofGroup) => ofGroup[7])).toEqual([
      { agree: 9, disagree: 0, answered: 10 },
      { agree: 0, disagree: 8, answered: 9 },
      { agree: 0, disagree: 6, answered: 6 },
    ]);
    // (agree + 1) / (answered + 2) of each group.
    expect(groups.consensus[7]).toBeCloseTo((10 / 12) * (1 / 11) * (1 / 8), 12);
    expect(groups.silhouettes.map(([k]) => k)).toEqual([2, 3, 4]);
    expect(groups.enough).toBe(true);
    expect(findOpinions(camps(6, 10, 9), 7).groups?.members.every(({ length }) => length >= 7)).toBe(true);
  });
});

describe('[AN10] the graph of a debate', () => {
  const lines = (state: DebateState) => {
    const { arguments: all, links } = graphOfDebate(state);
    return [
      all.map(({ id, base }) => `${id} ${Math.round(base * 1_000) / 1_000}`).sort(),
      links
        .map(
          ({ id, from, relation, target, weight }) =>
            `${id}: ${from} ${relation} ${target.kind} ${target.id} ${weight}`,
        )
        .sort(),
    ];
  };

  test('has what counts for everyone, with its weights', () => {
    const { state } = aFullDebate().does('dana', weigh('l-b', 3), weigh('x-c', 0));
    // The base of a claim is agree / (agree + disagree + 2), of a position 0.5: two agree with c-a, one disagrees.
    expect(lines(state)).toEqual([
      [
        ...['c-a 0.4', 'c-b 0', 'c-d 0', 'c-e 0', 'c-f 0', 'c-h 0', 'c-l 0', 'c-sm 0', 'c-u 0', 'c-v 0'],
        ...['east 0.5', 'north 0.5', 'west 0.5'],
      ],
      [
        'l-a: c-a support argument east 1',
        'l-b: c-b support argument c-a 0.75',
        'l-d: c-d support argument west 1',
        'l-e: c-e attack argument c-b 1',
        'l-f: c-f support argument c-e 1',
        'l-g: c-g attack argument east 1',
        'l-h: c-h support argument c-g 1',
        'l-l: c-l support argument c-d 1',
        'l-sm: c-sm support argument east 1',
        'l-u: c-u attack link l-b 1',
        'l-v: c-v attack link x-a 1',
        'x-a: c-d attack argument c-b 1',
        'x-b: c-d attack argument east 1',
        'x-c: c-f support argument c-a 0',
        'x-d: c-f attack link l-b 1',
      ],
    ]);
  });

  test.each([
    ['the older of two links that say the same counts', 'x-k', 1_000, 'x-a'],
    ['whatever it is called', 'x-0', 1_000, 'x-a'],
    ['of two at one moment the first by name', 'x-0', 0, 'x-0'],
    ['and not the second', 'x-k', 0, 'x-a'],
  ])('%s', (_, id, later, counts) => {
    const debate = aDebate().does('emil', newClaim('k', 'west'));
    debate.now += later;
    debate.does('emil', crossLink(id, 'c-k', 'c-b')).does('mona', merge('c-k', 'c-d'));
    const { compiled } = debateStrengths(debate.state);
    expect(['x-a', id].filter((one) => compiled.linkPlaceOf.has(one))).toEqual([counts]);
  });

  test('a link between two claims that are one does not count, nor the step of a merged one', () => {
    const moved = lines(aDebate().does('mona', merge('c-a', 'c-d')).state)[1] ?? [];
    expect(moved.map((line) => line.split(' ', 4).join(' '))).toEqual([
      'l-b: c-b support argument',
      'l-d: c-d support argument',
      'l-u: c-u attack link',
      'x-a: c-d attack argument',
    ]);
    const debate = aDebate().does('mona', merge('c-d', 'c-b'));
    expect(lines(debate.state)[1]?.filter((line) => line.startsWith('x-a'))).toEqual([]);
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

describe('the swing of teams', () => {
  const swung = (isSecret: boolean) => {
    const debate = aDebate();
    const people = addVoters(debate, 12);
    for (const [nth, id] of people.entries())
      if (nth < 11)
        debate.does(id, { type: 'team.choose', participantId: id, team: nth < 6 ? 'west' : 'east' });
    for (const [pollId, kind] of [
      ['p-b', 'before'],
      ['p-a', 'after'],
    ] as const) {
      debate.does('olga', { ...stancePoll(pollId, kind), secret: isSecret });
      for (const [nth, id] of people.entries())
        debate.does(id, answer(pollId, kind === 'before' ? nth % 3 : 1));
      debate.does('olga', closePoll(pollId));
    }
    return debate;
  };

  test('is that of each, in the order of positions, and of people of none', () => {
    const flows = (counts: number[]) => counts.map((count) => [0, count, 0]);
    expect(swingByTeam(swung(false).state)).toEqual({
      pollId: 'p-a',
      teams: [
        { positionId: 'east', flows: flows([2, 2, 1]) },
        { positionId: 'west', flows: flows([2, 2, 2]) },
        { positionId: null, flows: flows([0, 0, 1]) },
      ],
    });
  });

  test('of a secret poll is not that of so few, nor one by which that could be calculated', () => {
    expect(swingByTeam(swung(true).state)?.teams.map(({ positionId }) => positionId)).toEqual(['west']);
  });

  test('is none without teams, or without two polls', () => {
    expect(swingByTeam(aDebate().state)).toBeNull();
    const debate = swung(false).does('olga', { type: 'debate.configure', teams: 'off' });
    expect(swingByTeam(debate.state)).toBeNull();
  });
});

test('[AN2] quadratic energy flattens what is beyond all numbers', () => {
  const { strength } = SEMANTICS.quadraticEnergy;
  expect([strength(0.5, 0, 1e200), strength(0.5, 1e200, 0), strength(0.5, 3, 3)]).toEqual([1, 0, 0.5]);
});

test('[AN7] an argument contributes nothing to itself', () => {
  const graph = compileGraph(aGraph({ a: 0.5, b: 0.8 }, 'b>a a-(b>a)'));
  const found = contributionsTo(graph, SEMANTICS.dfquad, strengthsOf(graph, SEMANTICS.dfquad), 'a');
  expect(found.map(({ id, how }) => [id, how])).toEqual([['b', 'supports']]);
});
