import { describe, expect, test } from 'vitest';
import { layoutMap, type MapLayout } from '#domain/layout/map-layout.ts';
import { MOTION_ID } from '#domain/layout/map-tree.ts';
import { walkMap } from '#domain/layout/walk-map.ts';
import { aDebate, CREATE, DebateBuilder, merge, newClaim, retract } from '../../support/debate-builder.ts';

/** East with two branches of which one is folded, and a claim of the west merged into the other: nothing is left of the west. */
function smallMap(): MapLayout {
  const { state } = aDebate()
    .does('dana', newClaim('e', 'east'), newClaim('f', 'c-e', { relation: 'attack' }), newClaim('g', 'c-e'))
    .does('dana', retract('c-g'))
    .does('olga', merge('c-d', 'c-e'));
  const heights: Record<string, number> = { [MOTION_ID]: 110, 'c-a': 120, 'c-b': 60, 'c-e': 90 };
  return layoutMap(state, { measure: (id) => heights[id] ?? 100, collapsed: new Set(['c-b']) });
}

/** A map too tall for one column a level: each third claim of the first position has arguments, one of which has many. */
function tallMap(): MapLayout {
  const position = { type: 'position.add', summary: '' } as const;
  const debate = new DebateBuilder()
    .does('system', CREATE)
    .does('olga', { ...position, positionId: 'p-1', name: 'One', hue: 'blue' })
    .does('olga', { ...position, positionId: 'p-2', name: 'Two', hue: 'rose' });
  for (let at = 0; at < 9; at += 1) {
    debate.does('olga', newClaim(`${at}`, 'p-1'));
    const under = at % 3 === 0 ? [0, 1, 2] : [];
    for (const nth of under) debate.does('olga', newClaim(`${at}${nth}`, `c-${at}`));
  }
  for (let at = 0; at < 7; at += 1) debate.does('olga', newClaim(`0${at}x`, 'c-02'));
  debate.does('olga', newClaim('z', 'p-2'), newClaim('u', 'l-02', { relation: 'attack' }));
  return layoutMap(debate.state, { measure: (id) => 100 + 20 * id.length });
}

const PLAIN = { relation: null, link: null, undercuts: null, folded: 0, rail: [], hangs: false };

describe('the whole of a small map', () => {
  const motion = { ...PLAIN, kind: 'motion', hue: null, lane: null, parent: null, depth: 0, siblings: 1 };
  const position = { ...PLAIN, kind: 'position', parent: MOTION_ID, depth: 1, siblings: 2 };
  const claim = { ...PLAIN, kind: 'claim', hue: null, relation: 'support', lane: 'east' };
  const first = { ...claim, parent: 'east', depth: 2, siblings: 2 };
  const second = { ...claim, depth: 3, place: 1, siblings: 1, children: [] };

  test('is the motion, then lane by lane', () => {
    const map = smallMap();
    const nodes = map.boxes.map(({ x: _x, y: _y, width: _width, height: _height, ...node }) => node);
    expect(nodes).toEqual([
      { ...motion, id: MOTION_ID, order: 0, place: 1, children: ['east', 'west'] },
      { ...position, id: 'east', hue: 'blue', lane: 'east', order: 1, place: 1, children: ['c-a', 'c-e'] },
      { ...first, id: 'c-a', hue: 'blue', link: 'l-a', order: 2, place: 1, children: ['c-b'] },
      { ...second, id: 'c-b', link: 'l-b', parent: 'c-a', order: 3, folded: 1 },
      { ...first, id: 'c-e', link: 'l-e', order: 4, place: 2, children: ['c-f'] },
      { ...second, id: 'c-f', link: 'l-f', parent: 'c-e', order: 5, relation: 'attack' },
      { ...position, id: 'west', hue: 'rose', lane: 'west', order: 6, place: 2, children: [] },
    ]);
    expect(map.railed).toEqual([]);
    expect([...map.byId]).toEqual(map.boxes.map((box) => [box.id, box]));
  });

  test('has each box in the middle of what is right of it', () => {
    const map = smallMap();
    // Columns begin 44 after the one before. Siblings are 16 apart, claims of different parents 26 at least, lanes 52.
    expect(map.boxes.map(({ id, x, y, width, height }) => [id, x, y, width, height])).toEqual([
      [MOTION_ID, 0, 172, 232, 110],
      ['east', 276, 71, 216, 100],
      ['c-a', 536, 0, 280, 120],
      ['c-b', 860, 30, 280, 60],
      ['c-e', 536, 136, 280, 90],
      ['c-f', 860, 131, 280, 100],
      ['west', 276, 283, 216, 100],
    ]);
    expect(map.bounds).toEqual({ x: 0, y: 0, width: 1_140, height: 383 });
  });

  test.each([
    [MOTION_ID, [null, 'east', null, null]],
    ['east', [MOTION_ID, 'c-a', null, 'west']],
    ['west', [MOTION_ID, null, 'east', null]],
    ['c-b', ['c-a', null, null, 'c-f']],
    ['c-f', ['c-e', null, 'c-b', null]],
    ['c-gone', [null, null, null, null]],
  ])('is walked from %s to the left, right, up and down', (from, expected) => {
    const map = smallMap();
    expect((['left', 'right', 'up', 'down'] as const).map((step) => walkMap(map, from, step))).toEqual(
      expected,
    );
  });
});

describe('the whole of a tall map', () => {
  test('has columns where they give it the proportions of a screen', () => {
    const map = tallMap();
    // A box is 100 high and 20 more for each character of its id. A rail is 1.5 below a position's upper edge and 16 below a claim's, its
    // columns are 20 below it. Boxes of a column are 16 apart, and none is more than 240 below its first child, middle to middle.
    const hung = map.boxes.filter(({ hangs }) => hangs).map(({ id, x, y }) => [id, x, y]);
    expect(hung).toEqual([
      ['c-0', 536, 21.5],
      ['c-00', 860, 57.5],
      ['c-01', 860, 253.5],
      ['c-02', 1_184, 307.5],
      ['c-1', 1_832, 21.5],
      ['c-2', 1_832, 197.5],
      ['c-3', 1_832, 373.5],
      ['c-4', 1_832, 549.5],
      ['c-5', 2_480, 51.5],
      ['c-6', 2_480, 227.5],
      ['c-7', 2_480, 403.5],
      ['c-8', 2_480, 579.5],
    ]);
    expect(map.railed.map(({ id, rail }) => [id, rail])).toEqual([
      ['p-1', ['c-0', 'c-4', 'c-8']],
      ['c-0', ['c-01', 'c-02']],
    ]);
  });

  test('has one column below the others, beside the middle of each parent', () => {
    const map = tallMap();
    // The middle of a column is that of its parent, unless the parent is then too far below the first. Lanes are 52 apart.
    const stacked = map.boxes.filter(({ hangs }) => !hangs).map(({ id, x, y }) => [id, x, y]);
    expect(stacked).toEqual([
      [MOTION_ID, 0, 200],
      ['p-1', 276, 0],
      ['c-00x', 1_508, 57.5],
      ['c-01x', 1_508, 273.5],
      ['c-02x', 1_508, 489.5],
      ['c-03x', 1_508, 705.5],
      ['c-04x', 1_508, 921.5],
      ['c-05x', 1_508, 1_137.5],
      ['c-06x', 1_508, 1_353.5],
      ['c-u', 1_508, 1_569.5],
      ['c-30', 2_156, 167.5],
      ['c-31', 2_156, 363.5],
      ['c-32', 2_156, 559.5],
      ['c-60', 2_804, 21.5],
      ['c-61', 2_804, 217.5],
      ['c-62', 2_804, 413.5],
      ['p-2', 276, 1_781.5],
      ['c-z', 536, 1_781.5],
    ]);
    expect(map.bounds).toEqual({ x: 0, y: 0, width: 3_084, height: 1_941.5 });
  });
});
