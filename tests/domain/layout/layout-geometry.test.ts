import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimHeight, motionHeight, positionHeight } from '#domain/layout/card-heights.ts';
import { changedPlaces } from '#domain/layout/changed-places.ts';
import { boundsOf, contains, grown, leftOf, type Rect, touches } from '#domain/layout/map-geometry.ts';
import { layoutMap } from '#domain/layout/map-layout.ts';
import { placeInBox, pointOf } from '#domain/layout/place-in-box.ts';
import { indexBoxes, indexLinks } from '#domain/layout/spatial-index.ts';
import { isRightToLeft } from '#domain/layout/text-direction.ts';
import {
  aDebate,
  agree,
  type DebateBuilder,
  editTo,
  merge,
  move,
  newClaim,
  restore,
  retract,
  unmerge,
} from '../../support/debate-builder.ts';

const rect = (x: number, y: number, width = 10, height = 20): Rect => ({ x, y, width, height });

describe('rectangles', () => {
  test('the grid’s columns begin where the ones before them and a gap end', () => {
    expect([0, 1, 2, 3, 4].map(leftOf)).toEqual([0, 276, 536, 860, 1_184]);
  });

  test('the bounds of some are the smallest rectangle around them', () => {
    expect(boundsOf([rect(5, -7), rect(-3, 40, 4, 2), rect(0, 0)])).toEqual(rect(-3, -7, 18, 49));
    expect(boundsOf([])).toEqual(rect(0, 0, 0, 0));
  });

  test('one enlarged is enlarged on each side', () => {
    expect(grown(rect(5, 6), 3)).toEqual(rect(2, 3, 16, 26));
  });

  test.each([
    [rect(0, 0), true, true],
    [rect(1, 1, 9, 19), true, true],
    [rect(1, 1, 9, 20), false, true],
    [rect(1, 1, 10, 19), false, true],
    [rect(-1, 0, 5, 5), false, true],
    [rect(0, -1, 5, 5), false, true],
    [rect(10, 20), false, true],
    [rect(11, 0), false, false],
    [rect(0, 21), false, false],
    [rect(-11, 0), false, false],
    [rect(0, -21), false, false],
    [rect(-10, -20), false, true],
  ])('one at the origin contains or touches %o: %s, %s', (other, isInside, isBeside) => {
    expect(contains(rect(0, 0), other)).toBe(isInside);
    expect(touches(rect(0, 0), other)).toBe(isBeside);
    expect(touches(other, rect(0, 0))).toBe(isBeside);
  });

  test.each([
    [
      { x: 5, y: 5 },
      { across: 0.5, down: 0.25, dx: 0, dy: 0 },
    ],
    [
      { x: -3, y: 24 },
      { across: 0, down: 1, dx: -3, dy: 4 },
    ],
    [
      { x: 12, y: -2 },
      { across: 1, down: 0, dx: 2, dy: -2 },
    ],
  ])('the point %o is in the box at %o, and found again there', (point, place) => {
    expect(placeInBox(point, rect(0, 0))).toEqual(place);
    expect(pointOf(place, rect(0, 0))).toEqual(point);
    expect(pointOf(place, rect(100, 200))).toEqual({ x: point.x + 100, y: point.y + 200 });
  });

  test('a box without width or height has all points beside it', () => {
    expect(placeInBox({ x: 4, y: 6 }, rect(1, 2, 0, 0))).toEqual({ across: 0, down: 0, dx: 3, dy: 4 });
  });
});

describe('the index of places', () => {
  const laidOut = () => {
    const debate = aDebate().does('dana', newClaim('e', 'east'), newClaim('f', 'c-e'), newClaim('g', 'c-b'));
    return layoutMap(debate.state, { measure: (id) => 60 + id.length * 10 });
  };
  const points = fc.record({
    x: fc.integer({ min: -200, max: 2_000 }),
    y: fc.integer({ min: -200, max: 900 }),
  });
  const outside = (at: number, start: number, size: number) => Math.max(start - at, 0, at - start - size);

  test('the box at a point, and the nearest, are those that a search of all finds', () => {
    const map = laidOut();
    const index = indexBoxes(map.boxes);
    fc.assert(
      fc.property(points, (point) => {
        const distances = map.boxes.map(({ x, y, width, height }) =>
          Math.hypot(outside(point.x, x, width), outside(point.y, y, height)),
        );
        const least = Math.min(...distances);
        const closest = map.boxes[distances.indexOf(least)];
        expect(index.nearest(point)).toBe(closest);
        expect(index.at(point)).toBe(least === 0 ? closest : undefined);
      }),
    );
    expect(indexBoxes([]).nearest({ x: 0, y: 0 })).toBeUndefined();
  });

  test('a link is found between the right edge of its parent and its own left edge, an undercut’s over the parent too', () => {
    const map = laidOut();
    const index = indexLinks(map);
    const at = (id: string) => map.byId.get(id) ?? expect.fail(id);
    const linkOf = (id: string): Rect => {
      const child = at(id);
      const parent = at(child.parent ?? '');
      const left = child.undercuts === null ? parent.x + parent.width : parent.x;
      const top = Math.min(child.y, parent.y);
      const bottom = Math.max(child.y + child.height, parent.y + parent.height);
      return rect(left, top, child.x - left, bottom - top);
    };
    const linked = map.boxes.filter(({ parent }) => parent !== null);
    expect(at('c-u').undercuts).toBe('l-b');
    fc.assert(
      fc.property(points, fc.nat(200), fc.nat(200), ({ x, y }, width, height) => {
        const sought = rect(x, y, width, height);
        expect(index.within(sought)).toEqual(linked.filter(({ id }) => touches(linkOf(id), sought)));
      }),
    );
  });
});

describe('the heights of cards', () => {
  /** A font in which every character is ten wide. */
  const widthOf = (text: string) => text.length * 10;
  const widths = { claim: widthOf, motion: widthOf, name: widthOf, summary: widthOf };
  /** A text of so many lines of so many characters. */
  const lines = (count: number, characters: number) => Array(count).fill('x'.repeat(characters)).join(' ');

  test('a claim has 76 pixels and 21 for each line of 248 pixels, and one line at least', () => {
    expect(claimHeight('', widths)).toBe(97);
    expect(claimHeight(lines(3, 24), widths)).toBe(139);
    expect(claimHeight('x'.repeat(25), widths)).toBe(118);
  });

  test('a motion has 64 pixels and 32 for each line of 218 pixels', () => {
    expect(motionHeight(lines(2, 21), widths)).toBe(128);
    expect(motionHeight('x'.repeat(22), widths)).toBe(128);
  });

  test('a position has 47 pixels, 24 for each line of its name and 19 for each of its summary, 216 pixels wide', () => {
    expect(positionHeight('East', '', widths)).toBe(71);
    expect(positionHeight(lines(2, 21), lines(3, 21), widths)).toBe(152);
    expect(positionHeight('x'.repeat(22), 'x', widths)).toBe(114);
  });
});

test.each([
  ['a text', false],
  ['1. שלום', true],
  ['… مرحبا', true],
  ['a שלום', false],
  ['ܐܒ', true],
  ['ދިވެހި', true],
  ['', false],
  ['12', false],
])('the text “%s” is written from right to left: %s', (text, expected) => {
  expect(isRightToLeft(text)).toBe(expected);
});

describe('places that a change may concern', () => {
  const start = () => aDebate().does('dana', newClaim('e', 'c-d'), newClaim('f', 'c-b'));
  const changed = (step: (debate: DebateBuilder) => unknown, from = start()) => {
    const after = from.copy();
    step(after);
    const places = changedPlaces(from.state, after.state);
    return places && [...places].sort();
  };

  test.each<[string, string[] | null, (debate: DebateBuilder) => unknown]>([
    ['an edit', [], (debate) => debate.does('emil', editTo(debate.state, 'c-b', 'four'))],
    ['a vote', [], (debate) => debate.does('dana', agree('c-b'))],
    ['a new claim', ['c-a', 'c-b', 'c-n', 'east'], (debate) => debate.does('dana', newClaim('n', 'c-b'))],
    [
      'a new undercut',
      ['c-a', 'c-b', 'c-n', 'east'],
      (debate) => debate.does('dana', newClaim('n', 'l-b', { relation: 'attack' })),
    ],
    [
      'a move',
      ['c-a', 'c-b', 'c-d', 'c-f', 'east', 'west'],
      (debate) => debate.does('olga', move('c-f', 'c-d')),
    ],
    ['a retraction', ['c-d', 'c-e', 'west'], (debate) => debate.does('olga', retract('c-e'))],
    [
      'a merge',
      ['c-a', 'c-b', 'c-d', 'c-e', 'c-u', 'east', 'west'],
      (debate) => debate.does('olga', merge('c-b', 'c-e')),
    ],
    [
      'a new position',
      null,
      (debate) =>
        debate.does('olga', {
          type: 'position.add',
          positionId: 'north',
          name: 'North',
          hue: 'ochre',
          summary: '',
        }),
    ],
  ])('%s', (_, places, step) => {
    expect(changed(step)).toEqual(places);
  });

  test('a claim that counts as another no longer concerns both, and undercuts of its step', () => {
    const merged = start().does('olga', merge('c-b', 'c-e'));
    expect(changed((debate) => debate.does('olga', unmerge('c-b')), merged)).toEqual([
      'c-a',
      'c-b',
      'c-d',
      'c-e',
      'c-u',
      'east',
      'west',
    ]);
  });

  test('a restored claim concerns what is above it', () => {
    const from = start().does('olga', retract('c-e'));
    expect(changed((debate) => debate.does('olga', restore('c-e')), from)).toEqual(['c-d', 'c-e', 'west']);
  });
});
