import { describe, expect, test } from 'vitest';
import { compileGraph } from '#domain/analysis/graph/compiled-graph.ts';
import { leversOn, unansweredAttacks } from '#domain/analysis/levers.ts';
import {
  type DebateStrengths,
  debateStrengths,
  strengthIn,
} from '#domain/analysis/strength/debate-strengths.ts';
import { SEMANTICS } from '#domain/analysis/strength/semantics.ts';
import { strengthsOf } from '#domain/analysis/strength/strengths.ts';
import { OperationMaker } from '../../simulation/operation-maker.ts';
import { Random } from '../../simulation/random.ts';
import { aGraph } from '../../support/analysis/graphs.ts';
import { PEOPLE } from '../../support/any-debate.ts';
import { aDebate, agree, merge, newClaim, retract } from '../../support/debate-builder.ts';

/** Every calculated value, to the last bit, by the id it belongs to: places do not matter. */
function everythingIn({ compiled, strengths }: DebateStrengths) {
  const nameOf = new Map<number, string>();
  for (const [id, place] of compiled.placeOf) nameOf.set(place, `argument ${id}`);
  for (const [id, place] of compiled.linkPlaceOf) nameOf.set(place, `link ${id}`);
  const names = (places: readonly number[] = []) => places.map((place) => nameOf.get(place) ?? 'nothing');
  const all = [...nameOf].map(([place, name]) => {
    const { base, weight, attacks, supports, next } = compiled;
    const worth = [strengths.values[place], base[place], weight[place], strengths.restless.has(place)];
    return [name, ...worth, names(attacks[place]), names(supports[place]), names(next[place])] as const;
  });
  return all.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The part of all places at which nothing else leads on than before. */
function sharedWith(before: DebateStrengths, after: DebateStrengths): number {
  const { next } = after.compiled;
  return next.filter((list, place) => list === before.compiled.next[place]).length / next.length;
}

describe('a debate that goes on', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('[AN6] updated step by step equals a new calculation (%s)', (seed) => {
    const random = new Random(seed);
    const maker = new OperationMaker(random, false);
    const debate = aDebate();
    let live: DebateStrengths | null = null;
    let followed = 0;
    for (let step = 0; step < 150; step += 1) {
      const who = random.pick(PEOPLE) ?? 'olga';
      const view = debate.projection(who);
      const type = random.weighted({
        'vote.cast': 6,
        'claim.add': 3,
        'claim.retract': 1,
        'claim.restore': 1,
        'claim.move': 2,
        'link.add': 2,
        'link.retract': 1,
        'link.weigh': 2,
        'comment.add': 1,
        'claim.merge': 0.7,
        'claim.unmerge': 0.5,
        'content.hide': 0.7,
        'content.restore': 0.5,
      });
      const operation = random.chance(0.7) ? maker.makeOf(type, view) : maker.make(view);
      if (operation) debate.ask(who, operation);
      const before: DebateStrengths | null = live;
      live = debateStrengths(debate.state, before);
      if (before) followed += sharedWith(before, live);
      expect(everythingIn(live), operation?.type).toEqual(everythingIn(debateStrengths(debate.state)));
    }
    // Most of it is what it was before.
    expect(followed).toBeGreaterThan(0.8 * 149);
  });

  test('[AN6] an undercut of the step of a merged claim goes with the claim that this was merged into', () => {
    const debate = aDebate();
    const [west = ''] = debate.state.positions.keys();
    debate.does('dana', newClaim('one', west), newClaim('two', 'c-one'), newClaim('same', 'c-two'));
    debate.does('dana', newClaim('under', 'l-same', { relation: 'attack' }));
    debate.does('olga', merge('c-same', 'c-two'));
    const before = debateStrengths(debate.state);
    expect(before.compiled.linkPlaceOf.has('l-under')).toBe(true);
    debate.does('dana', retract('c-one'));
    const after = debateStrengths(debate.state, before);
    expect(after.compiled.linkPlaceOf.has('l-under')).toBe(false);
    expect(everythingIn(after)).toEqual(everythingIn(debateStrengths(debate.state)));
  });

  test('[AN6] a vote leaves what does not hang on it untouched', () => {
    const debate = aDebate();
    const [west = '', east = ''] = debate.state.positions.keys();
    debate.does('dana', newClaim('one', west), newClaim('two', east));
    const before = debateStrengths(debate.state);
    debate.does('emil', agree('c-one'));
    const after = debateStrengths(debate.state, before);
    expect(after.compiled.next).toBe(before.compiled.next);
    expect(strengthIn(after, 'c-one')).toBeCloseTo(1 / 3, 12);
    expect(strengthIn(after, 'c-two')).toBe(strengthIn(before, 'c-two'));
    expect(strengthIn(after, 'nothing')).toBeUndefined();
  });
});

describe('open work', () => {
  const graph = aGraph(
    { a: 0.5, b: 0.5, c: 0.5, d: 0.5, e: 0.5, f: 0.5, far: 0.5 },
    'b-a c-b d-a e-(d-a) f>a far-f',
  );
  const compiled = compileGraph(graph);
  const debate = {
    graph,
    compiled,
    semantics: 'dfquad' as const,
    strengths: strengthsOf(compiled, SEMANTICS.dfquad),
  };

  test('[AN17] unanswered attacks are listed, the nearest first; one that is attacked or undercut has an answer', () => {
    // c attacks an attacker: that is an answer, and asks for none.
    expect(unansweredAttacks(compiled, 'a')).toEqual([{ from: 'far', on: 'f' }]);
    expect(unansweredAttacks(compiled, 'b')).toEqual([{ from: 'c', on: 'b' }]);
    const undercut = compileGraph(aGraph({ a: 0.5, b: 0.5, c: 0.5 }, 'b>a c-(b>a)'));
    expect(unansweredAttacks(undercut, 'a')).toEqual([{ from: 'c', on: 'b' }]);
    expect(unansweredAttacks(compiled, 'f')).toEqual([{ from: 'far', on: 'f' }]);
    expect(unansweredAttacks(compiled, 'c')).toEqual([]);
    expect(unansweredAttacks(compiled, 'nobody')).toEqual([]);
  });

  test('[AN18] levers of a claim are all arguments that lead to it, the strongest first', () => {
    const levers = leversOn(debate, 'a');
    const now = debate.strengths.values[compiled.placeOf.get('a') ?? -1] ?? 0;
    const by = levers.map(({ after }) => Math.abs(after - now));
    expect(by).toEqual([...by].sort((one, other) => other - one));
    expect(levers.map(({ id }) => id).sort()).toEqual(['b', 'c', 'd', 'e', 'f', 'far']);
    // Without c, b is accepted, and a no longer.
    expect(levers.find(({ id }) => id === 'c')?.label).toBe('out');
    expect(levers.find(({ id }) => id === 'f')?.label).toBeNull();
    expect(leversOn(debate, 'c')).toEqual([]);
    expect(leversOn(debate, 'nobody')).toEqual([]);
  });
});
