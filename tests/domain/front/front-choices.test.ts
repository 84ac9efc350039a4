import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish } from '#domain/collections/steps.ts';
import { withArrivals } from '#domain/front/arrivals.ts';
import { ClaimsBelow } from '#domain/front/claims-below.ts';
import { closeClaim, openClaim, openPathTo } from '#domain/front/folds.ts';
import { frontForm } from '#domain/front/front-form.ts';
import { frontLink } from '#domain/front/front-link.ts';
import { icicle } from '#domain/front/icicle.ts';
import { rowsOn, shareRows, shownOf } from '#domain/front/row-budget.ts';
import { aDebate, crossLink, editTo, newClaim } from '../../support/debate-builder.ts';
import { box, front, grown, PHONE } from '../../support/fronts.ts';

describe('folds', () => {
  const { state } = grown(3, 2, 2);
  const open = (...ids: string[]) => new Map(ids.map((id) => [id, true]));

  test('an opened claim closes its siblings, unless it is opened beside them', () => {
    const folds = open('c-p-one-0', 'c-p-one-0.1', 'c-p-two-0');
    expect(openClaim(state, folds, 'c-p-one-1')).toEqual(open('c-p-one-0.1', 'c-p-two-0', 'c-p-one-1'));
    expect(openClaim(state, folds, 'c-p-one-1', true)).toEqual(
      open('c-p-one-0', 'c-p-one-0.1', 'c-p-two-0', 'c-p-one-1'),
    );
    expect(openClaim(state, folds, 'c-p-one-0')).toEqual(folds);
    expect(openClaim(state, new Map([['c-p-one-0', false]]), 'c-p-one-1')).toEqual(
      new Map([
        ['c-p-one-0', false],
        ['c-p-one-1', true],
      ]),
    );
    expect(openClaim(state, folds, 'c-gone')).toEqual(open(...folds.keys(), 'c-gone'));
  });

  test('a closed claim is remembered as closed; the others stay', () => {
    const folds = open('c-p-one-0', 'c-p-two-0');
    expect(closeClaim(folds, 'c-p-one-0')).toEqual(new Map([...folds, ['c-p-one-0', false]]));
    expect(folds.get('c-p-one-0')).toBe(true);
  });

  test('everything above a claim, or above the claim of a link, is opened', () => {
    expect(openPathTo(state, new Map(), 'c-p-one-0.1.0')).toEqual(open('c-p-one-0.1', 'c-p-one-0'));
    expect(openPathTo(state, new Map(), 'l-p-one-0.1.0')).toEqual(open('c-p-one-0.1', 'c-p-one-0'));
    expect(openPathTo(state, new Map(), 'c-p-one-0')).toEqual(open());
    const folds = open('c-p-one-0');
    expect(openPathTo(state, folds, 'c-p-one-0.1')).toBe(folds);
    const linked = aDebate().does('dana', newClaim('e', 'c-d'), crossLink('x-n', 'c-e', 'c-a')).state;
    expect(openPathTo(linked, new Map(), 'x-n')).toEqual(open('c-d'));
  });
});

describe('the rows of a front', () => {
  test('are as many as two lines each fit, and one for each position at least', () => {
    const small = frontForm({ width: 1_280, height: 745 }, 0, '');
    // A row is 2 · 20 + 2 · 3 + 2 + 4 pixels high; margins take 24, the gap between positions 12.
    expect(rowsOn({ width: 1_280, height: 24 + 12 + 520 }, small, 2)).toBe(10);
    expect(rowsOn({ width: 1_280, height: 24 + 12 + 519 }, small, 2)).toBe(9);
    expect(rowsOn({ width: 1_280, height: 24 + 519 }, small, 0)).toBe(9);
    expect(rowsOn({ width: 1_280, height: 24 + 520 }, small, 1)).toBe(10);
    expect(rowsOn({ width: 1_280, height: 50 }, small, 3)).toBe(3);
  });

  test.each([
    [10, [3, 7], [3, 7]],
    [10, [3, 8], [3, 7]],
    [10, [30, 10], [8, 3]],
    [10, [100, 1, 0], [10, 1, 0]],
    [2, [50, 50, 1], [1, 1, 1]],
    [5, [], []],
  ])('%i rows are shared among positions with %j claims as %j', (rows, claims, expected) => {
    expect(shareRows(rows, claims)).toEqual(expected);
  });

  test('go to claims that were shown, then to the heaviest, and to all that are needed', () => {
    const claim = fc.record({ weight: fc.nat(5), needed: fc.boolean(), wasShown: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(claim, { maxLength: 12 }),
        fc.integer({ min: 1, max: 8 }),
        fc.nat(3),
        (claims, most, unknown) => {
          const list = claims.map((one, at) => ({ ...one, id: `c${at}` }));
          const all = list.length + unknown;
          const ranked = list.toSorted(
            (a, b) =>
              Number(b.wasShown) - Number(a.wasShown) ||
              b.weight - a.weight ||
              list.indexOf(a) - list.indexOf(b),
          );
          const expected =
            all <= most + 1 ? list : [...ranked.slice(0, most), ...list.filter(({ needed }) => needed)];
          expect([...shownOf(list, most, all)].sort()).toEqual(
            [...new Set(expected.map(({ id }) => id))].sort(),
          );
        },
      ),
    );
  });
});

test('the last claims that arrived are remembered, twelve at most', () => {
  const debate = aDebate();
  const before = debate.state;
  const known = ['c-x', 'c-y'];
  expect(withArrivals(known, before, before)).toBe(known);
  debate.does('dana', newClaim('e', 'c-d'), newClaim('f', 'c-d'));
  expect(withArrivals(known, before, debate.state)).toEqual(['c-x', 'c-y', 'c-e', 'c-f']);
  expect(withArrivals(known, debate.state, before)).toBe(known);
  debate.does('dana', ...Array.from({ length: 12 }, (_, at) => newClaim(`g${at}`, 'c-d')));
  const last = withArrivals(known, before, debate.state);
  expect([last.length, last.includes('c-x')]).toEqual([12, false]);
  const edited = debate.copy().does('dana', editTo(debate.state, 'c-a', 'one'));
  expect(withArrivals([], debate.state, edited.state)).toEqual([]);
});

test('the bars of an icicle are as wide as their branches, level by level, without those that are too narrow', () => {
  const { state } = grown(2, 2, 2);
  const below = new ClaimsBelow();
  finish(below.follow(state));
  const bar = (id: string, level: number, start: number, width: number) => ({
    id: `c-p-one-0${id}`,
    level,
    start,
    width,
    relation: 'support',
  });
  const all = [
    bar('.0', 0, 0, 30),
    bar('.1', 0, 30, 30),
    bar('.1.0', 1, 30, 15),
    bar('.1.1', 1, 45, 15),
    bar('.0.0', 1, 0, 15),
    bar('.0.1', 1, 15, 15),
  ];
  expect(icicle(state, below, 'c-p-one-0', { width: 60, least: 15 })).toEqual(all);
  expect(icicle(state, below, 'c-p-one-0', { width: 60, least: 16 })).toEqual(all.slice(0, 2));
  expect(icicle(state, below, 'c-p-one-0.0.0', { width: 60, least: 1 })).toEqual([]);
});

test('branches are counted again where they changed, by their relations', () => {
  const debate = aDebate();
  const below = new ClaimsBelow();
  const counts = () => {
    finish(below.follow(debate.state));
    return ['~motion', 'east', 'c-a', 'c-b', 'c-d', 'c-gone'].map((id) => Object.values(below.of(id)));
  };
  expect(counts()).toEqual([
    [0, 0, 4],
    [1, 0, 3],
    [1, 0, 2],
    [0, 1, 1],
    [0, 0, 0],
    [0, 0, 0],
  ]);
  expect([below.under('~motion'), below.under('c-b'), below.under('c-gone')]).toEqual([
    ['east', 'west'],
    ['c-u'],
    [],
  ]);
  debate.does('dana', newClaim('e', 'c-d', { relation: 'attack' }));
  expect(counts()).toEqual([
    [0, 0, 5],
    [1, 0, 3],
    [1, 0, 2],
    [0, 1, 1],
    [0, 1, 1],
    [0, 0, 0],
  ]);
  debate.does('olga', { type: 'position.add', positionId: 'north', name: 'North', hue: 'teal', summary: '' });
  expect(counts()[0]).toEqual([0, 0, 5]);
  expect(below.under('~motion')).toEqual(['east', 'west', 'north']);
});

describe('the link of a box on a front', () => {
  const { state } = aDebate();
  const folds = new Map(['c-a', 'c-b'].map((id) => [id, true]));
  const linkOf = (id: string, columns: 'motion' | 'positions' | 'claims' | 'one', options = {}) => {
    const layout = front(state, { folds, earlier: null, ...options });
    const form = { ...layout.form, columns };
    return frontLink({ ...layout, form }, box(layout, id), ({ id: at }) => PLACES[at] ?? box(layout, at));
  };
  const PLACES: Record<string, { x: number; y: number; width: number; height: number }> = {
    '~motion': { x: 0, y: 0, width: 100, height: 40 },
    east: { x: 200, y: 100, width: 100, height: 40 },
    'c-a': { x: 400, y: 200, width: 100, height: 60 },
    'c-b': { x: 600, y: 300, width: 100, height: 20 },
    'c-u': { x: 800, y: 400, width: 100, height: 60 },
  };
  const ends = (id: string, columns: 'motion' | 'positions' | 'claims' | 'one', options = {}) => {
    const curve = linkOf(id, columns, options);
    return curve && [curve.start, curve.pieces.at(-1)?.[2]];
  };

  test('leads to its parent, from the rules of positions, if that is beside it', () => {
    expect(ends('~motion', 'motion')).toBeNull();
    expect(ends('east', 'motion')).toEqual([
      { x: 200, y: 101.5 },
      { x: 100, y: 20 },
    ]);
    expect(ends('east', 'positions')).toBeNull();
    expect(ends('c-a', 'motion')).toEqual([
      { x: 400, y: 230 },
      { x: 300, y: 101.5 },
    ]);
    expect(ends('c-a', 'positions')).toEqual([
      { x: 400, y: 230 },
      { x: 300, y: 101.5 },
    ]);
    expect([ends('c-a', 'claims'), ends('c-a', 'one')]).toEqual([null, null]);
    expect(ends('c-b', 'claims')).toEqual([
      { x: 600, y: 310 },
      { x: 500, y: 230 },
    ]);
    expect(linkOf('c-u', 'claims')?.pieces).toHaveLength(3);
  });

  test('is a hook on a phone, supports beside attacks', () => {
    expect(linkOf('c-b', 'one')).toEqual({
      start: { x: 600, y: 310 },
      pieces: [
        [
          { x: 405, y: 310 },
          { x: 405, y: 310 },
          { x: 405, y: 260 },
        ],
      ],
    });
    expect(linkOf('c-u', 'one', { stage: PHONE })).toEqual({
      start: { x: 800, y: 420 },
      pieces: [
        [
          { x: 611, y: 420 },
          { x: 611, y: 420 },
          { x: 611, y: 320 },
        ],
      ],
    });
  });

  test('is none for a row of more claims', () => {
    const many = front(grown(12, 3, 1).state);
    expect(frontLink(many, box(many, '~more:p-one'), (one) => one)).toBeNull();
  });
});
