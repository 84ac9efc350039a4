import { describe, expect, test } from 'vitest';
import { finish } from '#domain/collections/steps.ts';
import { RINGS, type SunburstArc, sunburstSteps } from '#domain/layout/sunburst.ts';
import { createEntries } from '#server/log/create-entries.ts';
import { CREATE, DebateBuilder, hide, newClaim, retract } from '../../support/debate-builder.ts';

function debate(): DebateBuilder {
  const position = (positionId: string, hue: 'blue' | 'ochre') =>
    ({ type: 'position.add', positionId, name: positionId, hue, summary: '' }) as const;
  return new DebateBuilder()
    .does('system', CREATE)
    .does('olga', position('p-one', 'blue'), position('p-two', 'ochre'));
}

const arcsOf = (built: DebateBuilder, who: string | null = null) =>
  finish(sunburstSteps(built.projection(who)));
const inRing = (arcs: readonly SunburstArc[], ring: number) => arcs.filter((arc) => arc.ring === ring);
const width = ({ from, to }: SunburstArc) => to - from;

describe('[HM1] the sunburst of a debate', () => {
  test('a debate without claims shows its positions alone, alike', () => {
    const arcs = arcsOf(debate());
    expect(arcs.map(({ ring, hue, relation }) => [ring, hue, relation])).toEqual([
      [1, 'blue', null],
      [1, 'ochre', null],
    ]);
    expect(arcs.map(width)).toEqual([0.5, 0.5]);
  });

  test('a branch is as wide as it is large, and its replies stand outside of it', () => {
    const built = debate().does(
      'olga',
      newClaim('a', 'p-one', { positionId: 'p-one' }),
      newClaim('b', 'p-one', { positionId: 'p-one' }),
      newClaim('a1', 'c-a', { relation: 'attack', positionId: 'p-two' }),
      newClaim('a2', 'c-a'),
    );
    const arcs = arcsOf(built);
    const [one, two] = inRing(arcs, 1);
    expect(one && width(one)).toBeCloseTo(5 / 6);
    expect(two && width(two)).toBeCloseTo(1 / 6);
    const [a, b] = inRing(arcs, 2);
    expect(a && b && width(a) / width(b)).toBeCloseTo(3);
    const [attack, support] = inRing(arcs, 3);
    expect(attack).toMatchObject({ relation: 'attack', hue: 'ochre', from: a?.from });
    expect(support).toMatchObject({ relation: 'support', hue: null });
    expect(support?.to).toBeCloseTo(a?.to ?? 0);
  });

  test('a removed position is in it while claims belong to it', () => {
    const built = debate().does('olga', newClaim('a', 'p-one'));
    const { state } = built;
    const removed = state.positions.map((position) => ({ ...position, removed: true }));
    const arcs = finish(sunburstSteps({ ...state, positions: removed }));
    expect(arcs.map(({ ring, hue, from, to }) => [ring, hue, from, to])).toEqual([
      [1, 'blue', 0, 1],
      [2, null, 0, 1],
    ]);
  });

  test('a retracted claim is not in it, unless something shown replies to it', () => {
    const built = debate().does(
      'olga',
      newClaim('a', 'p-one'),
      newClaim('b', 'p-one'),
      newClaim('b1', 'c-b'),
      retract('c-a'),
      retract('c-b'),
    );
    expect(inRing(arcsOf(built), 2)).toHaveLength(1);
    expect(inRing(arcsOf(built), 3)).toHaveLength(1);
  });

  test('a claim hidden from a reader makes no arc and no angle', () => {
    const built = debate().does('olga', newClaim('a', 'p-one'), newClaim('b', 'p-two'));
    const without = arcsOf(built);
    built.does('olga', newClaim('c', 'p-one'), newClaim('c1', 'c-c'), hide('c-c'));
    expect(arcsOf(built)).toEqual(without);
    expect(arcsOf(built, 'olga')).not.toEqual(without);
  });

  test('replies below the last ring are counted and not drawn', () => {
    const built = debate().does('olga', newClaim('0', 'p-one'));
    for (let depth = 1; depth < 8; depth += 1) built.does('olga', newClaim(`${depth}`, `c-${depth - 1}`));
    const arcs = arcsOf(built);
    expect(Math.max(...arcs.map(({ ring }) => ring))).toBe(RINGS);
    expect(inRing(arcs, 1)[0]?.to).toBeCloseTo(9 / 10);
  });

  test('10,000 claims make a picture of a few hundred arcs at most, in steps', () => {
    const built = debate();
    const claims = Array.from({ length: 10_000 }, (_, n) =>
      newClaim(`${n}`, n < 40 ? (n % 2 ? 'p-one' : 'p-two') : `c-${Math.floor(n / 7)}`),
    );
    const made = createEntries(built.state, claims, 'olga', 2_000);
    if (!made.ok) throw new Error(made.rejection.code);
    const steps = sunburstSteps(made.state);
    let count = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) count += 1;
    expect(count).toBeGreaterThan(50);
    expect(step.value.length).toBeGreaterThan(20);
    expect(step.value.length).toBeLessThan(90 * RINGS);
  });
});
