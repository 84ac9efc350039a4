import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { disclosableParts, isDisclosable, isDisclosableAfter } from '#domain/analysis/opinions/disclosure.ts';
import { findOpinions } from '#domain/analysis/opinions/opinion-findings.ts';
import { opinionGroups, peopleInGroups } from '#domain/analysis/opinions/opinion-groups.ts';
import type { Opinions } from '#domain/analysis/opinions/opinions.ts';
import { opinionsOfDebate } from '#domain/analysis/opinions/opinions-of-debate.ts';
import { opinionPlane } from '#domain/analysis/opinions/principal-components.ts';
import {
  consensus,
  groupInformedConsensus,
  representativeness,
} from '#domain/analysis/opinions/shared-opinions.ts';
import { meanSilhouette } from '#domain/analysis/opinions/silhouette.ts';
import { camps } from '../../support/analysis/camps.ts';
import { theOpinions } from '../../support/analysis/opinions.ts';
import { aDebate, agree, hide, merge, newClaim, retract } from '../../support/debate-builder.ts';

const ROOT2 = Math.sqrt(2);
const near = (...values: number[]) => values.map((value) => expect.closeTo(value, 12));

describe('the plane of opinions', () => {
  test('[AN11] two camps lie on one line', () => {
    const { center, components, projections } = opinionPlane(theOpinions(['+-', '+-', '-+', '-+']));
    expect(center).toEqual([0, 0]);
    expect(components).toEqual([near(1 / ROOT2, -1 / ROOT2), [0, 0]]);
    expect(projections).toEqual([near(ROOT2, 0), near(ROOT2, 0), near(-ROOT2, 0), near(-ROOT2, 0)]);
  });

  test('[AN11] two questions that have nothing to do with each other make two directions, the wider first', () => {
    // The first separates four, the second two; everyone answers the third alike.
    const { center, components, projections } = opinionPlane(theOpinions(['+++', '+-+', '-0+', '-0+']));
    expect(center).toEqual([0, 0, 1]);
    expect(components).toEqual([near(1, 0, 0), near(0, 1, 0)]);
    expect(projections[1]).toEqual(near(1, -1));
  });

  test('[AN11] a missing answer counts as the mean one, and who answered little is moved outwards', () => {
    const { center, projections } = opinionPlane(theOpinions(['+-', '+-', '-+', '-+', '+.']));
    expect(center).toEqual(near(1 / 5, 0));
    const [there] = projections[4] ?? [];
    // √(2 statements / 1 answer) · (1 − 1/5), along the first component.
    const { components } = opinionPlane(theOpinions(['+-', '+-', '-+', '-+', '+.']));
    expect(there).toBeCloseTo(ROOT2 * 0.8 * (components[0][0] ?? 0), 12);
  });

  test('[AN11] missing answers are neutral, and count as answered by everyone', () => {
    const with_ = opinionPlane(theOpinions(['+-+', '+-.', '-+-', '-+.'], ['s2']));
    expect(with_.center).toEqual([0, 0, 0]);
    expect(with_.components[0]).toEqual(near(1 / ROOT2, -1 / ROOT2, 0));
    expect(with_.projections[1]).toEqual(near(ROOT2, 0));
  });

  test('[AN11] a statement nobody voted on changes nobody’s place', () => {
    const plane = opinionPlane(theOpinions(['+-', '+-', '-+', '-.']));
    const wider = opinionPlane(theOpinions(['+-..', '+-..', '-+..', '-...'], ['s3']));
    expect(wider.projections).toEqual(plane.projections);
  });

  test('[AN11] more statements than people give the same plane as their covariance', () => {
    fc.assert(
      fc.property(anyOpinions(6, 9), (opinions) => {
        const { center, components } = opinionPlane(opinions);
        const spread = opinions.answers.map((row) =>
          row.map((answer, nth) => (answer === null ? 0 : answer - (center[nth] ?? 0))),
        );
        // Each is a direction that the covariance only lengthens.
        for (const component of components) {
          const along = spread.map((row) =>
            row.reduce((sum, value, nth) => sum + value * (component[nth] ?? 0), 0),
          );
          const back = component.map((_, nth) =>
            spread.reduce((sum, row, i) => sum + (row[nth] ?? 0) * (along[i] ?? 0), 0),
          );
          const length = along.reduce((sum, value) => sum + value * value, 0);
          for (const [nth, value] of back.entries())
            expect(value).toBeCloseTo(length * (component[nth] ?? 0), 8);
        }
      }),
    );
  });

  test('[AN11] nobody and nothing is a plane too', () => {
    expect(opinionPlane(theOpinions([])).projections).toEqual([]);
    expect(opinionPlane(theOpinions(['...', '...'])).components).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });
});

describe('groups', () => {
  test('[AN12] are found where there are camps, the largest first', () => {
    const opinions = camps(6, 10, 9);
    const groups = opinionGroups(opinions, opinionPlane(opinions));
    expect(groups?.k).toBe(3);
    expect(groups?.members.map(({ length }) => length)).toEqual([10, 9, 6]);
    expect(groups?.members[2]).toEqual([0, 1, 2, 3, 4, 5]);
    expect(groups?.enough).toBe(true);
    expect([...(groups?.silhouettes.keys() ?? [])]).toEqual([2, 3, 4]);
    expect(Math.max(...(groups?.silhouettes.values() ?? []))).toBe(groups?.silhouettes.get(3));
  });

  test('[AN12] do not depend on the order of people', () => {
    const opinions = camps(6, 10, 9);
    const turned: Opinions = {
      ...opinions,
      participants: [...opinions.participants].reverse(),
      answers: [...opinions.answers].reverse(),
    };
    const named = (each: Opinions) =>
      opinionGroups(each, opinionPlane(each))?.members.map((people) =>
        people.map((nth) => each.participants[nth]).sort(),
      );
    expect(named(turned)).toEqual(named(opinions));
  });

  test('[AN12] include people who answered seven; the most active others fill up to fifteen', () => {
    const rows = [
      '+++++++0',
      ...Array.from({ length: 20 }, (_, nth) => '+-+-+-+-'.slice(0, 1 + (nth % 6)).padEnd(8, '.')),
    ];
    const people = peopleInGroups(theOpinions(rows), 'best');
    expect(people).toHaveLength(15);
    expect(people).toContain(0);
    expect(people).not.toContain(1);
    const few = theOpinions(rows);
    expect(opinionGroups(few, opinionPlane(few))?.enough).toBe(false);
    // As Polis does it, the first fifteen stay.
    expect(peopleInGroups(theOpinions(rows), 'polis')).toEqual(Array.from({ length: 15 }, (_, nth) => nth));
  });

  test('[AN12] are none where all are of one opinion', () => {
    const same = theOpinions(Array.from({ length: 20 }, () => '+-+-+-+-'));
    expect(opinionGroups(same, opinionPlane(same))).toBeNull();
    expect(opinionGroups(theOpinions([]), opinionPlane(theOpinions([])))).toBeNull();
  });

  test('[AN12] fit as well as they are apart', () => {
    // Two pairs: within 1, to the others 3 and 4, or 2 and 3.
    const silhouette = meanSilhouette(
      [
        [0, 0],
        [1, 0],
        [3, 0],
        [4, 0],
      ],
      [0, 0, 1, 1],
    );
    expect(silhouette).toBeCloseTo((2 * (2.5 / 3.5) + 2 * (1.5 / 2.5)) / 4, 12);
    expect(
      meanSilhouette(
        [
          [0, 0],
          [1, 0],
          [9, 0],
        ],
        [0, 0, 1],
      ),
    ).toBeCloseTo((8 / 9 + 7 / 8) / 3, 12);
  });
});

describe('group views', () => {
  const opinions = theOpinions(['+-', '+-', '+0', '+.', '-+', '-+', '-+', '.+'], []);
  const members = [
    [0, 1, 2, 3],
    [4, 5, 6, 7],
  ];

  test('[AN13] group-informed consensus is the product over the groups', () => {
    const values = groupInformedConsensus(opinions, members);
    expect(values.get('s0')).toBeCloseTo((5 / 6) * (1 / 5), 12);
    expect(values.get('s1')).toBeCloseTo((1 / 5) * (5 / 6), 12);
  });

  test('[AN13] distinctive statements of a group', () => {
    const [first = [], second = []] = representativeness(opinions, members);
    expect(first.map(({ statement, side }) => [statement, side])).toEqual([['s0', 'agree']]);
    expect(first[0]).toMatchObject({ statement: 's0', side: 'agree', count: 4, answered: 4 });
    expect(first[0]?.probability).toBeCloseTo(5 / 6, 12);
    expect(first[0]?.ratio).toBeCloseTo(5 / 6 / (1 / 5), 12);
    expect(first[0]?.probabilityTest).toBeCloseTo(2 * Math.sqrt(5) * 0.5, 12);
    const pooled = 6 / 9;
    expect(first[0]?.ratioTest).toBeCloseTo(
      (1 - 1 / 4) / Math.sqrt(pooled * (1 - pooled) * (1 / 5 + 1 / 4)),
      12,
    );
    expect(second.map(({ statement, side }) => [statement, side])).toEqual([
      ['s0', 'disagree'],
      ['s1', 'agree'],
    ]);
  });

  test('[AN13] shared statements', () => {
    const all = consensus(theOpinions(['+-+', '+-.', '+--', '+-+', '0--']));
    expect(all.agree.map(({ statement }) => statement)).toEqual(['s0']);
    expect(all.agree[0]).toMatchObject({ count: 4, answered: 5 });
    expect(all.agree[0]?.probability).toBeCloseTo(5 / 7, 12);
    expect(all.agree[0]?.probabilityTest).toBeCloseTo(2 * Math.sqrt(6) * (5 / 6 - 0.5), 12);
    expect(all.disagree.map(({ statement }) => statement)).toEqual(['s1']);
    expect(consensus(theOpinions(['+-', '+-', '+-', '+-'], ['s0'])).agree).toEqual([]);
  });
});

describe('the votes of a debate as opinions', () => {
  test('[AN10] [AN11] are those on claims that stand and everyone sees', () => {
    const debate = aDebate();
    const [position = ''] = debate.state.positions.keys();
    debate.does('dana', ...['v', 'w', 'x', 'y'].map((key) => newClaim(key, position)));
    debate.does('emil', ...['v', 'w', 'x', 'y'].map((key) => agree(`c-${key}`)));
    debate.does('dana', { ...agree('c-v'), answer: 'disagree' }, { ...agree('c-y'), answer: 'pass' });
    debate.does('dana', retract('c-w'));
    debate.does('olga', hide('c-x'));
    // Earlier content of the debate does not matter here.
    const read = () => {
      const { participants, statements, answers } = opinionsOfDebate(debate.state);
      const own = [...statements.keys()].filter((nth) => (statements[nth] ?? '') >= 'c-v');
      return {
        statements: own.map((nth) => statements[nth]),
        answers: Object.fromEntries(
          participants.map((id, person) => [id, own.map((nth) => answers[person]?.[nth])]),
        ),
      };
    };
    expect(read()).toEqual({ statements: ['c-v', 'c-y'], answers: { dana: [-1, 0], emil: [1, 1] } });
    debate.does('olga', merge('c-y', 'c-v'));
    expect(read()).toEqual({ statements: ['c-v'], answers: { dana: [-1], emil: [1] } });
  });
});

describe('secret ballots', () => {
  const people = (from: number, to: number) =>
    new Set(Array.from({ length: to - from }, (_, nth) => `p${from + nth}`));

  test('[AN15] nothing is disclosed about fewer than five, nor by the difference of two results', () => {
    expect([0, 1, 4, 5, 6].map((people) => isDisclosable(people))).toEqual([true, false, false, true, true]);
    expect(isDisclosableAfter([], people(0, 4))).toBe(false);
    expect(isDisclosableAfter([people(0, 8)], people(0, 12))).toBe(false);
    expect(isDisclosableAfter([people(0, 8)], people(0, 13))).toBe(true);
    expect(isDisclosableAfter([people(0, 13)], people(0, 12))).toBe(false);
    expect(isDisclosableAfter([people(0, 10)], people(0, 10))).toBe(true);
    expect(isDisclosableAfter([people(0, 10)], people(1, 11))).toBe(false);
    expect(isDisclosableAfter([people(0, 5), people(0, 20)], people(3, 20))).toBe(false);
  });

  test('[AN15] the parts that are disclosed do not let a hidden part be calculated', () => {
    expect(disclosableParts([8, 3, 9])).toEqual([false, false, true]);
    expect(disclosableParts([8, 3, 3])).toEqual([true, false, false]);
    expect(disclosableParts([8, 9, 0])).toEqual([true, true, true]);
    expect(disclosableParts([6, 1])).toEqual([false, false]);
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 6 }), (sizes) => {
        const disclosed = disclosableParts(sizes);
        const undisclosed = sizes.reduce((sum, size, part) => (disclosed[part] ? sum : sum + size), 0);
        const total = sizes.reduce((sum, size) => sum + size, 0);
        expect(undisclosed === 0 || undisclosed >= 5 || undisclosed === total).toBe(true);
        for (const [part, size] of sizes.entries())
          if (disclosed[part]) expect(isDisclosable(size)).toBe(true);
      }),
    );
  });
});

function anyOpinions(people: number, statements: number): fc.Arbitrary<Opinions> {
  const row = fc.array(fc.constantFrom('+', '-', '0', '.'), { minLength: statements, maxLength: statements });
  return fc
    .array(row, { minLength: people, maxLength: people })
    .map((rows) => theOpinions(rows.map((signs) => signs.join(''))));
}

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

describe('[AN13] distinctive statements', () => {
  test('come in the order of how sure and how strong they are', () => {
    // The first group disagrees with the second on all three: on the third most, on the first least.
    const rows = ['-++', '+++', '+-+', '+++', '+++', '+++', '---', '---', '+--', '---', '-+-', '---'];
    const [first = []] = representativeness(theOpinions(rows), [
      [0, 1, 2, 3, 4, 5],
      [6, 7, 8, 9, 10, 11],
    ]);
    expect(first.map(({ statement }) => statement)).toEqual(['s2', 's0', 's1']);
    const weights = first.map(
      ({ ratio, ratioTest, probability, probabilityTest }) =>
        ratio * ratioTest * probability * probabilityTest,
    );
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  });

  test('are at most as many as anyone reads, and none of a group without others', () => {
    const rows = [
      ...Array.from({ length: 6 }, () => '+'.repeat(12)),
      ...Array.from({ length: 6 }, () => '-'.repeat(12)),
    ];
    const [first = []] = representativeness(theOpinions(rows), [
      [0, 1, 2, 3, 4, 5],
      [6, 7, 8, 9, 10, 11],
    ]);
    expect(first.map(({ statement }) => statement)).toEqual(['s0', 's1', 's10', 's11', 's2']);
  });
});
