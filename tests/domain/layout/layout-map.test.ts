import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { MAP_GEOMETRY, touches } from '#domain/layout/map-geometry.ts';
import { layoutMap, type MapLayout, type MapLayoutOptions } from '#domain/layout/map-layout.ts';
import { MOTION_ID } from '#domain/layout/map-tree.ts';
import type { MapBox } from '#domain/layout/place-boxes.ts';
import { indexBoxes } from '#domain/layout/spatial-index.ts';
import { walkMap } from '#domain/layout/walk-map.ts';
import { CREATE, DebateBuilder, newClaim } from '../../support/debate-builder.ts';

/** Heights that differ, always the same for the same id. */
function measure(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 997;
  return 60 + (sum % 120);
}

function layout(state: DebateState, more: Partial<MapLayoutOptions> = {}): MapLayout {
  return layoutMap(state, { measure, ...more });
}

function debate(): DebateBuilder {
  const position = (positionId: string, hue: 'blue' | 'ochre') =>
    ({ type: 'position.add', positionId, name: positionId, hue, summary: '' }) as const;
  return new DebateBuilder()
    .does('system', CREATE)
    .does('olga', position('p-one', 'blue'), position('p-two', 'ochre'));
}

function box(map: MapLayout, id: string): MapBox {
  const found = map.byId.get(id);
  if (!found) throw new Error(`${id} is not on the map`);
  return found;
}

function middle({ y, height }: MapBox): number {
  return y + height / 2;
}

/** Ids of those after which a further column begins, and of the last. */
function lastInColumns(children: readonly MapBox[]): string[] {
  return children.filter((child, at) => child.x !== children[at + 1]?.x).map(({ id }) => id);
}

/** Upper edges of all descendants of a box. */
function below(map: MapLayout, parent: MapBox): number[] {
  return parent.children.flatMap((id) => [box(map, id).y, ...below(map, box(map, id))]);
}

/** Debates of any shape: each claim under one of what stands already. */
const debates = fc.array(fc.nat(), { maxLength: 60 }).map((picks) => {
  const built = debate();
  const places = ['p-one', 'p-two'];
  picks.forEach((pick, index) => {
    const under = places[pick % places.length] ?? 'p-one';
    if (built.ask('olga', newClaim(`k${index}`, under)).ok) places.push(`c-k${index}`);
  });
  return built.state;
});

describe('the layout of the map', () => {
  test('[MA1] nothing touches anything else, and everything is inside the bounds', () => {
    fc.assert(
      fc.property(debates, (state) => {
        const { boxes, bounds } = layout(state);
        const pairs = boxes.flatMap((a, at) => boxes.slice(at + 1).map((b) => [a, b] as const));
        expect(pairs.filter(([a, b]) => touches(a, b))).toEqual([]);
        const outside = boxes.filter(
          (one) =>
            one.x < bounds.x ||
            one.y < bounds.y ||
            one.x + one.width > bounds.x + bounds.width ||
            one.y + one.height > bounds.y + bounds.height,
        );
        expect(outside).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('[MA2] children are to the right of their parent, in order down a column and then the next', () => {
    fc.assert(
      fc.property(debates, (state) => {
        const map = layout(state);
        for (const parent of map.boxes) {
          const children = parent.children.map((id) => box(map, id));
          const right = parent.x + parent.width + MAP_GEOMETRY.columnGap;
          for (const child of children) {
            if (child.hangs) expect(child.x).toBeGreaterThanOrEqual(right);
            else expect(child.x).toBe(right);
            expect(child.parent).toBe(parent.id);
          }
          const inOrder = children.toSorted((a, b) => a.x - b.x || a.y - b.y);
          expect(inOrder).toEqual(children);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('[MA4] over one column a parent stands in the middle or not far below the first, over several at their head', () => {
    fc.assert(
      fc.property(debates, (state) => {
        const map = layout(state);
        for (const parent of map.boxes) {
          const children = parent.children.map((id) => box(map, id));
          expect(parent.rail).toEqual(lastInColumns(children.filter(({ hangs }) => hangs)));
          if (parent.rail.length > 0) {
            expect(Math.min(...below(map, parent))).toBeGreaterThanOrEqual(parent.y + MAP_GEOMETRY.railGap);
            continue;
          }
          const [first, last] = [children[0], children.at(-1)];
          if (!first || !last) continue;
          const between = (middle(first) + middle(last)) / 2;
          const off = middle(parent) - Math.min(between, middle(first) + 240);
          expect(Math.abs(off)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('[MA3] each position has a lane of its own, in the order of the positions', () => {
    const built = debate();
    for (const key of ['a', 'b', 'c'])
      built.does('olga', newClaim(key, 'p-one'), newClaim(`${key}2`, 'p-two'));
    built.does('olga', newClaim('deep', 'c-a'));
    const map = layout(built.state);
    const inLane = (id: string) => map.boxes.filter(({ lane }) => lane === id);
    expect(inLane('p-one').map(({ id }) => id)).toEqual(['p-one', 'c-a', 'c-deep', 'c-b', 'c-c']);
    const end = Math.max(...inLane('p-one').map(({ y, height }) => y + height));
    const start = Math.min(...inLane('p-two').map(({ y }) => y));
    expect(start - end).toBe(MAP_GEOMETRY.laneGap);
  });

  test('[MA7] the same debate, folds and heights give the same picture', () => {
    fc.assert(
      fc.property(debates, (state) => {
        const collapsed = new Set(['c-k0', 'c-k7']);
        expect(layout(state)).toEqual(layout(state));
        expect(layout(state, { collapsed })).toEqual(layout(state, { collapsed }));
      }),
      { numRuns: 10 },
    );
  });

  test('a folded claim keeps its place and says how many it hides', () => {
    const built = debate().does(
      'olga',
      newClaim('a', 'p-one'),
      newClaim('b', 'c-a'),
      newClaim('c', 'c-b'),
      newClaim('d', 'p-one'),
    );
    const map = layout(built.state, { collapsed: new Set(['c-a']) });
    expect(map.boxes.map(({ id }) => id)).toEqual([MOTION_ID, 'p-one', 'c-a', 'c-d', 'p-two']);
    expect(box(map, 'c-a').folded).toBe(2);
    expect(box(map, 'c-d').folded).toBe(0);
  });

  test('an undercut stands with the claim whose link it attacks, and names that link', () => {
    const built = debate().does('olga', newClaim('a', 'p-one'), newClaim('u', 'l-a', { relation: 'attack' }));
    const map = layout(built.state);
    expect(box(map, 'c-u')).toMatchObject({ parent: 'c-a', undercuts: 'l-a', relation: 'attack' });
    expect(box(map, 'c-a').link).toBe('l-a');
  });

  test('a retracted claim leaves the map when nothing under it stands', () => {
    const built = debate().does('olga', newClaim('a', 'p-one'), newClaim('b', 'c-a'));
    built.does('olga', { type: 'claim.retract', claimId: 'c-a', reason: 'off_topic' });
    expect(layout(built.state).byId.has('c-a')).toBe(true);
    built.does('olga', { type: 'claim.retract', claimId: 'c-b', reason: 'off_topic' });
    expect(layout(built.state).boxes.map(({ id }) => id)).toEqual([MOTION_ID, 'p-one', 'p-two']);
  });

  test('a claim has the hue of the position that holds it, in whatever lane it stands', () => {
    const built = debate().does(
      'olga',
      newClaim('a', 'p-one', { positionId: 'p-two' }),
      newClaim('b', 'p-one'),
    );
    const map = layout(built.state);
    expect(box(map, 'c-a')).toMatchObject({ hue: 'ochre', lane: 'p-one' });
    expect(box(map, 'c-b').hue).toBeNull();
  });
});

describe('the layout, continued', () => {
  test('the index finds what is in a rectangle, and nothing else', () => {
    fc.assert(
      fc.property(debates, fc.nat(2_000), fc.nat(4_000), fc.nat(900), (state, x, y, size) => {
        const { boxes } = layout(state);
        const rect = { x, y, width: size, height: size };
        expect(indexBoxes(boxes).within(rect)).toEqual(boxes.filter((one) => touches(one, rect)));
      }),
      { numRuns: 60 },
    );
  });

  test('arrows walk to the parent, the first child, the siblings, and on to the next parent’s children', () => {
    const built = debate().does(
      'olga',
      newClaim('a', 'p-one'),
      newClaim('b', 'p-one'),
      newClaim('a1', 'c-a'),
      newClaim('b1', 'c-b'),
    );
    const map = layout(built.state);
    const walk = (from: string, step: 'left' | 'right' | 'up' | 'down') => walkMap(map, from, step);
    expect(walk(MOTION_ID, 'right')).toBe('p-one');
    expect(walk('p-one', 'right')).toBe('c-a');
    expect(walk('c-a', 'down')).toBe('c-b');
    expect(walk('c-a1', 'down')).toBe('c-b1');
    expect(walk('c-b1', 'up')).toBe('c-a1');
    expect(walk('c-b1', 'left')).toBe('c-b');
    expect(walk('c-b1', 'right')).toBeNull();
    expect(walk('c-a1', 'up')).toBeNull();
  });
});
