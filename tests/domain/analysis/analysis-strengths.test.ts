import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { glanceAt } from '#domain/analysis/debate-glance.ts';
import type { ArgumentGraph } from '#domain/analysis/graph/argument-graph.ts';
import { BASE_SCORES, baseScore } from '#domain/analysis/graph/base-score.ts';
import { compileGraph, withBases, withWeights } from '#domain/analysis/graph/compiled-graph.ts';
import { graphOfDebate } from '#domain/analysis/graph/graph-of-debate.ts';
import { linkWeight } from '#domain/analysis/graph/link-weight.ts';
import {
  contributionOf,
  contributionsTo,
  gradientOf,
  withoutArgument,
} from '#domain/analysis/strength/contributions.ts';
import { debateStrengths } from '#domain/analysis/strength/debate-strengths.ts';
import { SEMANTICS, SEMANTICS_NAMES } from '#domain/analysis/strength/semantics.ts';
import { STRENGTH_BANDS, shownStrength, strengthBand } from '#domain/analysis/strength/shown-strength.ts';
import { strengthsAfter, strengthsOf, strengthsWithout } from '#domain/analysis/strength/strengths.ts';
import { aGraph, anyGraph, strengthsBy, turnedRound } from '../../support/analysis/graphs.ts';
import { aDebate, agree, hide, merge, newClaim, retract, unmerge } from '../../support/debate-builder.ts';
import { addVoters } from '../../support/made-people.ts';

const half = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, 0.5]));

describe('strengths as their authors give them', () => {
  const democracy = aGraph(
    { A1: 0.5, A2: 0.5, P1: 0.7, P2: 0.5, P3: 0.9, C1: 0.2, C2: 0.2, C3: 0.6, C4: 0.5 },
    'C1-A2 C2-P2 C3-P2 C4-P2 P1>A1 P2>A1 P3>A2',
  );

  test.each([
    ['dfquad', { P2: 0.08, A1: 0.862, A2: 0.85 }],
    ['quadraticEnergy', { P2: 0.185873605948, A1: 0.71985217877, A2: 0.664429530201 }],
    ['euler', { P2: 0.339943227814, A1: 0.689380310282, A2: 0.626284898617 }],
  ] as const)('[AN2] a debate on voting by machine: %s', (name, expected) => {
    const found = strengthsBy(name, democracy);
    for (const [id, strength] of Object.entries(expected)) expect(found[id]).toBeCloseTo(strength, 10);
  });

  test.each([
    ['b>a d>a e>b c-a e-c', { a: 0.75, b: 0.75, c: 0.25 }],
    ['b>a d>a e-b c-a e>c', { a: 0.5, b: 0.25, c: 0.75 }],
  ])('[AN2] one argument that turns the balance, by quadratic energy: %s', (links, expected) => {
    const found = strengthsBy('quadraticEnergy', aGraph({ ...half('a', 'b', 'c', 'd'), e: 1 }, links));
    for (const [id, strength] of Object.entries(expected)) expect(found[id]).toBeCloseTo(strength, 12);
  });

  test('[AN2] one argument behind three that have nothing of their own', () => {
    const graph = aGraph({ a: 0.5, b: 0, c: 0, d: 0, e: 0.5 }, 'e>b e>c e>d b>a c-a d-a');
    expect(strengthsBy('dfquad', graph).a).toBeCloseTo(0.375, 12);
  });

  test('[AN7] the effect of a supported attacker, and its slope', () => {
    const graph = compileGraph(aGraph(half('a', 'b', 'c'), 'c>b b-a'));
    const strengths = strengthsOf(graph, SEMANTICS.dfquad);
    expect(strengths.values[graph.placeOf.get('a') ?? -1]).toBeCloseTo(0.125, 12);
    expect(strengths.values[graph.placeOf.get('b') ?? -1]).toBeCloseTo(0.75, 12);
    expect(contributionOf(graph, SEMANTICS.dfquad, strengths, 'b', 'a')).toBeCloseTo(-0.375, 12);
    expect(gradientOf(graph, SEMANTICS.dfquad, strengths, 'b', 'a')).toBeCloseTo(-0.25, 9);
  });
});

describe('the inputs of a strength', () => {
  test('[AN1] votes make the base score, and passes do not', () => {
    expect(baseScore({ agree: 0, disagree: 0 })).toBe(0);
    expect(baseScore({ agree: 3, disagree: 0 })).toBe(0.6);
    expect(baseScore({ agree: 1, disagree: 4 })).toBeCloseTo(1 / 7, 12);
  });

  test('[AN1] the rule of succession stays available by name: a claim without votes has a half', () => {
    expect(BASE_SCORES.laplace({ agree: 0, disagree: 0 })).toBe(0.5);
    expect(BASE_SCORES.laplace({ agree: 3, disagree: 0 })).toBe(0.8);
    expect(BASE_SCORES.laplace({ agree: 1, disagree: 4 })).toBeCloseTo(2 / 7, 12);
  });

  test('[AN3] the weight of a link is the mean of those given, of four; 1 where nobody weighed it', () => {
    expect(linkWeight(undefined)).toBe(1);
    expect(linkWeight([0, 0, 0, 0, 0])).toBe(1);
    expect(linkWeight([1, 0, 0, 0, 0])).toBe(0);
    expect(linkWeight([0, 1, 0, 0, 2])).toBe(0.75);
  });

  test('[AN3] a weight lets a part through', () => {
    const graph = compileGraph(aGraph({ a: 0.5, b: 0.8 }, 'b-a'));
    const lighter = withWeights(graph, [[graph.linkPlaceOf.get('b-a') ?? -1, 0.25]]);
    // A quarter of .8 attacks a half.
    expect(strengthsOf(lighter, SEMANTICS.dfquad).values[0]).toBeCloseTo(0.5 - 0.5 * 0.2, 12);
  });

  test('[AN3] an undercut takes from what passes, as much as it is strong, and an undercut of it gives back', () => {
    const all = { a: 0.5, b: 0.8, c: 0.5, d: 0.5, e: 0.4 };
    expect(strengthsBy('dfquad', aGraph(all, 'b-a c-(b-a)')).a).toBeCloseTo(0.5 - 0.5 * 0.8 * 0.5, 12);
    // Two undercuts are gathered as attackers are: 1 − (1 − .5)(1 − .5).
    expect(strengthsBy('dfquad', aGraph(all, 'b-a c-(b-a) d-(b-a)')).a).toBeCloseTo(
      0.5 - 0.5 * 0.8 * 0.25,
      12,
    );
    expect(strengthsBy('quadraticEnergy', aGraph(all, 'b>a c-(b>a)')).a).toBeCloseTo(
      0.5 + (0.5 * 0.16) / 1.16,
      12,
    );
    const links = 'b-a c-(b-a) e-(c-(b-a))';
    expect(strengthsBy('dfquad', aGraph(all, links)).a).toBeCloseTo(0.5 - 0.5 * 0.8 * (1 - 0.5 * 0.6), 12);
  });
});

describe.each(SEMANTICS_NAMES)('strengths of any debate, by %s', (name) => {
  const semantics = SEMANTICS[name];
  const TIGHT = 1e-12;

  test('[AN5] lie between 0 and 1', () => {
    fc.assert(
      fc.property(anyGraph(), (graph) => {
        for (const strength of Object.values(strengthsBy(name, graph))) {
          expect(strength).toBeGreaterThanOrEqual(-TIGHT);
          expect(strength).toBeLessThanOrEqual(1 + TIGHT);
        }
      }),
    );
  });

  test('[AN5] do not depend on the order in which things are named', () => {
    fc.assert(
      fc.property(anyGraph({ circles: true }), (graph) => {
        expect(strengthsBy(name, turnedRound(graph))).toEqual(strengthsBy(name, graph));
      }),
    );
  });

  test('[AN5] follow one supporter or attacker the way it speaks', () => {
    fc.assert(
      fc.property(
        anyGraph(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        (graph, more, attacks) => {
          const speaking = (base: number): ArgumentGraph => ({
            arguments: [...graph.arguments, { id: 'new', base }],
            links: [
              ...graph.links,
              {
                id: 'new-link',
                from: 'new',
                target: { kind: 'argument', id: 'a0' },
                relation: attacks ? 'attack' : 'support',
                weight: 1,
              },
            ],
          });
          const without = strengthsBy(name, graph);
          const weak = strengthsBy(name, speaking(more / 2));
          const strong = strengthsBy(name, speaking(more));
          const [before = 0, half_ = 0, after = 0] = [without.a0, weak.a0, strong.a0];
          const sign = attacks ? -1 : 1;
          expect(sign * (half_ - before)).toBeGreaterThanOrEqual(-TIGHT);
          expect(sign * (after - half_)).toBeGreaterThanOrEqual(-TIGHT);
        },
      ),
    );
  });

  test('[AN5] are not moved by an argument of strength 0', () => {
    fc.assert(
      fc.property(anyGraph({ circles: true, undercuts: false }), fc.boolean(), (graph, attacks) => {
        const relation = attacks ? ('attack' as const) : ('support' as const);
        const with_: ArgumentGraph = {
          arguments: [...graph.arguments, { id: 'nothing', base: 0 }],
          links: [
            ...graph.links,
            {
              id: 'from-nothing',
              from: 'nothing',
              target: { kind: 'argument', id: 'a0' },
              relation,
              weight: 1,
            },
          ],
        };
        expect(strengthsBy(name, with_)).toMatchObject(strengthsBy(name, graph));
      }),
    );
  });

  test('[AN6] after a vote equal a new calculation', () => {
    fc.assert(
      fc.property(
        anyGraph({ circles: true }),
        fc.nat(7),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (graph, nth, base) => {
          const compiled = compileGraph(graph);
          const place = nth % compiled.placeOf.size;
          const voted = withBases(compiled, [[place, base]]);
          const followed = strengthsAfter(voted, semantics, strengthsOf(compiled, semantics), [place]);
          expect(followed).toEqual(strengthsOf(voted, semantics));
        },
      ),
    );
  });

  test('[AN7] without an argument are those of the debate without it', () => {
    fc.assert(
      fc.property(anyGraph(), fc.nat(7), (graph, nth) => {
        const compiled = compileGraph(graph);
        const place = nth % compiled.placeOf.size;
        const gone = compiled.ids[place] ?? '';
        const without = strengthsWithout(compiled, semantics, strengthsOf(compiled, semantics), place);
        const rest = strengthsBy(name, {
          ...graph,
          arguments: graph.arguments.filter(({ id }) => id !== gone),
        });
        for (const [id, strength] of Object.entries(rest))
          expect(without.values[compiled.placeOf.get(id) ?? -1]).toBeCloseTo(strength, 12);
      }),
    );
  });

  test('[AN7] differ in each thing an argument moves, and in nothing else', () => {
    fc.assert(
      fc.property(anyGraph(), (graph) => {
        const compiled = compileGraph(graph);
        const strengths = strengthsOf(compiled, semantics);
        const changes = withoutArgument(compiled, semantics, strengths, 'a1');
        for (const { id } of graph.arguments) {
          if (id === 'a1') continue;
          const difference = changes.find((each) => each.id === id);
          const expected = difference ? difference.before - difference.after : 0;
          expect(contributionOf(compiled, semantics, strengths, 'a1', id)).toBe(expected);
        }
      }),
    );
  });
});

describe('circles', () => {
  test('[AN4] two that attack each other rest where each is what the other makes of it', () => {
    const found = strengthsBy('dfquad', aGraph(half('a', 'b'), 'a-b b-a'));
    // s = .5 − .5 s
    expect(found.a).toBeCloseTo(1 / 3, 12);
    expect(found.b).toBeCloseTo(1 / 3, 12);
    const { a = 0 } = strengthsBy('quadraticEnergy', aGraph(half('a', 'b'), 'a-b b-a'));
    expect(a).toBeCloseTo(0.5 - (0.5 * a * a) / (1 + a * a), 12);
  });

  test('[AN4] a node at rest has the value that the rest of its cycle gives it', () => {
    fc.assert(
      fc.property(anyGraph({ circles: true }), (graph) => {
        const compiled = compileGraph(graph);
        for (const name of SEMANTICS_NAMES) {
          const found = strengthsOf(compiled, SEMANTICS[name]);
          const again = strengthsAfter(compiled, SEMANTICS[name], found, compiled.ids.keys());
          expect(again.values).toEqual(found.values);
          for (const strength of found.values) expect(strength).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('[AN4] a graph that oscillates is reported, and blocks nothing', () => {
    // Each of three is attacked by forty weak ones, whom the one before it supports: it falls late, and rises late.
    const before = { a: 'c', b: 'a', c: 'b' };
    const own = { a: 0.9, b: 0.5, c: 0.7 };
    const weak = Array.from({ length: 40 }, (_, nth) => nth);
    const links = Object.entries(before).flatMap(([id, one]) =>
      weak.flatMap((nth) => [`${id}${nth}-${id}`, `${one}>${id}${nth}`]),
    );
    const bases = Object.entries(own).flatMap(([id, base]) => [
      [id, base] as const,
      ...weak.map((nth) => [`${id}${nth}`, 0.001] as const),
    ]);
    const graph = aGraph(Object.fromEntries(bases), links.join(' '));
    const compiled = compileGraph(graph);
    const { restless, values } = strengthsOf(compiled, SEMANTICS.quadraticEnergy);
    expect(restless.size).toBe(363);
    expect(values.every(Number.isFinite)).toBe(true);
  });
});

describe('contributions to a strength', () => {
  test('[AN7] direct arguments and their undercutters are listed, the greatest first', () => {
    const graph = compileGraph(aGraph({ a: 0.5, b: 0.8, c: 0.2, d: 0.5, far: 0.9 }, 'b>a c-a d-(b>a) far>b'));
    const strengths = strengthsOf(graph, SEMANTICS.dfquad);
    const contributions = contributionsTo(graph, SEMANTICS.dfquad, strengths, 'a');
    expect(contributions.map(({ id, how }) => [id, how])).toEqual([
      ['b', 'supports'],
      ['d', 'undercuts'],
      ['c', 'attacks'],
    ]);
    expect(contributions.map(({ by }) => Math.sign(by))).toEqual([1, -1, -1]);
    expect(contributionsTo(graph, SEMANTICS.dfquad, strengths, 'nobody')).toEqual([]);
    expect(withoutArgument(graph, SEMANTICS.dfquad, strengths, 'far').map(({ id }) => id)).toEqual([
      'b',
      'a',
    ]);
  });
});

describe('of a debate', () => {
  const strengthIn = (debate: ReturnType<typeof aDebate>, id: string, who: string | null = null) => {
    const graph = compileGraph(graphOfDebate(debate.projection(who)));
    return strengthsOf(graph, SEMANTICS.dfquad).values[graph.placeOf.get(id) ?? -1];
  };

  test('[AN1] [AN3] claims and positions are worth their votes and arguments', () => {
    const debate = aDebate();
    const [position = ''] = debate.state.positions.keys();
    debate.does('dana', newClaim('one', position), newClaim('two', 'c-one', { relation: 'attack' }));
    debate.does('emil', agree('c-one'), agree('c-two'));
    expect(strengthIn(debate, 'c-two')).toBeCloseTo(1 / 3, 12);
    expect(strengthIn(debate, 'c-one')).toBeCloseTo(1 / 3 - (1 / 3) * (1 / 3), 12);
    debate.does('dana', newClaim('three', 'l-two', { relation: 'attack' }));
    expect(strengthIn(debate, 'c-one'), 'an undercut without votes').toBeCloseTo(2 / 9, 12);
    debate.does('emil', agree('c-three'));
    expect(strengthIn(debate, 'c-one')).toBeCloseTo(1 / 3 - (1 / 3) * (1 / 3) * (2 / 3), 12);
  });

  test('[AN1] twelve claims without votes move nothing, until someone votes on one', () => {
    const debate = aDebate();
    debate.does('olga', { type: 'position.add', positionId: 'new', name: 'New', summary: '', hue: 'teal' });
    for (let nth = 0; nth < 12; nth += 1) debate.does('dana', newClaim(`spam${nth}`, 'new'));
    expect(strengthIn(debate, 'new')).toBe(0.5);
    debate.does('emil', agree('c-spam3'));
    expect(strengthIn(debate, 'new')).toBeCloseTo(0.5 + 0.5 * (1 / 3), 12);
  });

  test('[AN10] retracted and hidden content counts for nothing, for every viewer', () => {
    const debate = aDebate();
    const [position = ''] = debate.state.positions.keys();
    debate.does('dana', newClaim('one', position), newClaim('two', 'c-one'), newClaim('three', 'c-one'));
    debate.does('emil', agree('c-one'), agree('c-two'), agree('c-three'));
    const third = 1 / 3;
    expect(strengthIn(debate, 'c-one')).toBeCloseTo(1 - (1 - third) ** 3, 12);
    debate.does('dana', retract('c-three'));
    expect(strengthIn(debate, 'c-one')).toBeCloseTo(1 - (1 - third) ** 2, 12);
    debate.does('olga', hide('c-two'));
    for (const who of ['olga', 'dana', 'emil', null]) {
      expect(strengthIn(debate, 'c-one', who)).toBeCloseTo(third, 12);
      expect(strengthIn(debate, 'c-two', who)).toBeUndefined();
    }
  });

  test('[AN10] a merged claim counts as the other one, and only once', () => {
    const debate = aDebate();
    const [position = ''] = debate.state.positions.keys();
    debate.does('dana', newClaim('one', position), newClaim('two', 'c-one'), newClaim('same', 'c-one'));
    debate.does('dana', newClaim('under', 'c-same'));
    debate.does('emil', agree('c-one'), agree('c-two'), agree('c-under'));
    const before = strengthIn(debate, 'c-one');
    const third = 1 / 3;
    debate.does('olga', merge('c-same', 'c-two'));
    const two = 1 - (1 - third) ** 2;
    expect(strengthIn(debate, 'c-two')).toBeCloseTo(two, 12);
    expect(strengthIn(debate, 'c-one')).toBeCloseTo(third + (1 - third) * two, 12);
    debate.does('olga', unmerge('c-same'));
    expect(strengthIn(debate, 'c-one')).toBe(before);
  });
});

describe('[AN26] the strength that people see', () => {
  const voted = (votes: number) => {
    const debate = aDebate();
    debate.does('olga', { type: 'position.add', positionId: 'new', name: 'New', summary: '', hue: 'teal' });
    debate.does('dana', newClaim('one', 'new'), newClaim('two', 'c-one'));
    for (const voter of addVoters(debate, votes)) debate.does(voter, agree('c-one'));
    const strengths = debateStrengths(debate.state);
    return (id: string) => shownStrength(strengths, id);
  };

  test('of a claim it is shown from 5 votes for or against, of a position with a claim right at it that has them', () => {
    expect([voted(4)('c-one'), voted(4)('new')]).toEqual([undefined, undefined]);
    const of = voted(5);
    expect(of('c-one')).toBeCloseTo(5 / 7, 12);
    expect(of('new')).toBeCloseTo(0.5 + 0.5 * (5 / 7), 12);
    expect([of('c-two'), of('nothing')]).toEqual([undefined, undefined]);
  });

  test('in words it has five equal parts', () => {
    const all = [0, 0.19, 0.2, 0.39, 0.4, 0.59, 0.6, 0.79, 0.8, 1].map(strengthBand);
    expect(all).toEqual(STRENGTH_BANDS.flatMap((band) => [band, band]));
  });

  test('the strongest and weakest claims are those whose strength is shown', () => {
    const debate = aDebate();
    expect(glanceAt(debateStrengths(debate.state))).toMatchObject({ strongest: [], weakest: [] });
  });
});

test('[AN2] quadratic energy flattens what is beyond all numbers', () => {
  const { strength } = SEMANTICS.quadraticEnergy;
  expect([strength(0.5, 0, 1e200), strength(0.5, 1e200, 0), strength(0.5, 3, 3)]).toEqual([1, 0, 0.5]);
});
