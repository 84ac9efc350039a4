import { describe, expect, test } from 'vitest';
import type { FrontLayout } from '#domain/front/front-box.ts';
import { debate, front, grown, PHONE } from '../../support/fronts.ts';

type Row = [id: string, look: string, x: number, y: number, width: number, height: number];

const rowsOf = ({ boxes }: FrontLayout): Row[] =>
  boxes.map(({ id, look, x, y, width, height }) => [id, look, x, y, width, height]);

/** Two positions of three claims with two levels of arguments. */
const state = () => grown(3, 2, 2).state;
const FOLDS = new Map([
  ['c-p-one-1', true],
  ['c-p-one-1.0', true],
]);

/*
 * Pixels, by the scale of a stage (`front-form.ts`) and the heights of `fronts.ts`. On a laptop the margin is 12, the motion 180 wide and a
 * position 160, with 20 after each: claims begin at 392. Of the height that is free, 45% is above.
 */
describe('the whole of a front', () => {
  test('without claims, in large type in the middle of the stage', () => {
    const empty = front(debate().state);
    // Motion 224, gap 28, position 200, gap 28, text 640: 1,120 in the middle of 1,280. Positions are 40 + 72 apart.
    expect(rowsOf(empty)).toEqual([
      ['~motion', 'motion', 80, 196, 224, 240],
      ['p-one', 'position', 332, 150, 200, 110],
      ['~empty:p-one', 'empty', 560, 150, 640, 55],
      ['p-two', 'position', 332, 372, 200, 110],
      ['~empty:p-two', 'empty', 560, 372, 640, 55],
    ]);
    expect(empty).toMatchObject({ down: 126, whole: true, form: { scale: 'roomy', columns: 'motion' } });
    expect(empty.bounds).toEqual({ x: 80, y: 150, width: 1_120, height: 332 });
    const none = { hue: null, link: null, relation: null, undercuts: null, folded: 0, more: 0, depth: 2 };
    const counts = { supports: 0, attacks: 0, below: 0 };
    expect(empty.boxes[2]).toEqual({
      ...none,
      id: '~empty:p-one',
      kind: 'more',
      look: 'empty',
      hue: 'blue',
      counts,
      lane: 'p-one',
      parent: 'p-one',
      place: 1,
      siblings: 1,
      order: 2,
      children: [],
      x: 560,
      y: 150,
      width: 640,
      height: 55,
    });
  });

  test('with folded claims is a row each beside the motion', () => {
    const folded = front(state());
    // Rows are 48 high and 4 apart, positions 12.
    expect(rowsOf(folded)).toEqual([
      ['~motion', 'motion', 12, 200, 180, 240],
      ['p-one', 'position', 212, 162, 160, 110],
      ['c-p-one-0', 'row', 392, 162, 876, 48],
      ['c-p-one-1', 'row', 392, 214, 876, 48],
      ['c-p-one-2', 'row', 392, 266, 876, 48],
      ['p-two', 'position', 212, 326, 160, 110],
      ['c-p-two-0', 'row', 392, 326, 876, 48],
      ['c-p-two-1', 'row', 392, 378, 876, 48],
      ['c-p-two-2', 'row', 392, 430, 876, 48],
    ]);
    expect(folded.boxes[6]).toMatchObject({
      place: 1,
      siblings: 3,
      folded: 6,
      depth: 2,
      lane: 'p-two',
      parent: 'p-two',
      order: 6,
      more: 0,
      counts: { supports: 2, attacks: 0, below: 6 },
      children: [],
    });
  });

  test('with open claims has their arguments beside them, and their siblings as lines', () => {
    const open = front(state(), { folds: FOLDS });
    expect(open).toMatchObject({ form: { columns: 'positions' }, down: 0, whole: false });
    // The motion is above. An open claim is 300 wide, 40 before its arguments and in their middle. Lines are 28 high and 4 apart, cards 120
    // and 10 apart.
    expect(rowsOf(open)).toEqual([
      ['~motion', 'motion', 12, 12, 1_256, 240],
      ['p-one', 'position', 12, 272, 160, 110],
      ['c-p-one-0', 'line', 192, 272, 1_076, 28],
      ['c-p-one-1', 'open', 192, 368, 300, 160],
      ['c-p-one-1.0', 'open', 532, 349, 300, 160],
      ['c-p-one-1.0.0', 'card', 872, 304, 396, 120],
      ['c-p-one-1.0.1', 'card', 872, 434, 396, 120],
      ['c-p-one-1.1', 'line', 532, 564, 736, 28],
      ['c-p-one-2', 'line', 192, 602, 1_076, 28],
      ['p-two', 'position', 12, 642, 160, 110],
      ['c-p-two-0', 'line', 192, 642, 1_076, 28],
      ['c-p-two-1', 'line', 192, 674, 1_076, 28],
      ['c-p-two-2', 'line', 192, 706, 1_076, 28],
    ]);
  });

  test('on a narrow stage has positions as headings over their claims', () => {
    const narrow = front(state(), { stage: { width: 1_000, height: 700 }, folds: FOLDS });
    expect(narrow.form.columns).toBe('claims');
    // Claims begin at the margin; a card is at least 300 wide.
    expect(rowsOf(narrow)).toEqual([
      ['~motion', 'motion', 12, 12, 976, 240],
      ['p-one', 'position', 12, 272, 976, 110],
      ['c-p-one-0', 'line', 12, 386, 976, 28],
      ['c-p-one-1', 'open', 12, 482, 300, 160],
      ['c-p-one-1.0', 'open', 352, 463, 300, 160],
      ['c-p-one-1.0.0', 'card', 692, 418, 300, 120],
      ['c-p-one-1.0.1', 'card', 692, 548, 300, 120],
      ['c-p-one-1.1', 'line', 352, 678, 636, 28],
      ['c-p-one-2', 'line', 12, 716, 976, 28],
      ['p-two', 'position', 12, 756, 976, 110],
      ['c-p-two-0', 'line', 12, 870, 976, 28],
      ['c-p-two-1', 'line', 12, 902, 976, 28],
      ['c-p-two-2', 'line', 12, 934, 976, 28],
    ]);
  });

  test('on a phone has arguments below their claim, indented; claims above the open one stay rows', () => {
    // The margin is 16, and so is the indent of each level. Rows and lines are 6 apart, cards and open claims 12, positions 20.
    expect(rowsOf(front(state(), { stage: PHONE, folds: FOLDS }))).toEqual([
      ['~motion', 'motion', 16, 12, 358, 240],
      ['p-one', 'position', 16, 264, 358, 110],
      ['c-p-one-0', 'row', 16, 380, 358, 48],
      ['c-p-one-1', 'open', 16, 434, 358, 160],
      ['c-p-one-1.0', 'open', 32, 606, 342, 160],
      ['c-p-one-1.0.0', 'card', 48, 778, 326, 120],
      ['c-p-one-1.0.1', 'card', 48, 910, 326, 120],
      ['c-p-one-1.1', 'line', 32, 1_036, 342, 28],
      ['c-p-one-2', 'line', 16, 1_070, 358, 28],
      ['p-two', 'position', 16, 1_118, 358, 110],
      ['c-p-two-0', 'line', 16, 1_234, 358, 28],
      ['c-p-two-1', 'line', 16, 1_268, 358, 28],
      ['c-p-two-2', 'line', 16, 1_302, 358, 28],
    ]);
  });

  test('with a new argument has it last under its claim, which is open with all above it', () => {
    const target = { kind: 'claim', id: 'c-p-one-0.1' } as const;
    const written = front(state(), { ghost: { target, relation: 'attack' } });
    // An open claim is at most 120 below the first of its arguments.
    expect(rowsOf(written).slice(1, 10)).toEqual([
      ['p-one', 'position', 12, 272, 160, 110],
      ['c-p-one-0', 'open', 192, 392, 300, 160],
      ['c-p-one-0.0', 'line', 532, 272, 736, 28],
      ['c-p-one-0.1', 'open', 532, 424, 300, 160],
      ['c-p-one-0.1.0', 'card', 872, 304, 396, 120],
      ['c-p-one-0.1.1', 'card', 872, 434, 396, 120],
      ['~new', 'ghost', 872, 564, 396, 230],
      ['c-p-one-1', 'line', 192, 810, 1_076, 28],
      ['c-p-one-2', 'line', 192, 842, 1_076, 28],
    ]);
    expect(written.byId.get('~new')).toMatchObject({
      kind: 'ghost',
      relation: 'attack',
      undercuts: null,
      parent: 'c-p-one-0.1',
      place: 3,
      siblings: 3,
      depth: 4,
      lane: 'p-one',
    });
    const onLink = { kind: 'link', id: 'l-p-one-0' } as const;
    const undercut = front(state(), { ghost: { target: onLink, relation: 'attack' } }).byId.get('~new');
    expect(undercut).toMatchObject({ undercuts: 'l-p-one-0', parent: 'c-p-one-0' });
  });

  test('with few claims on a large stage is open in large type, arguments beside each', () => {
    const few = front(grown(2, 1, 1).state, { stage: { width: 2_000, height: 1_200 } });
    expect(few).toMatchObject({ whole: true, form: { scale: 'grand', columns: 'motion' } });
    // Motion 320, gap 48, position 280, gap 48, open claim 460, gap 40, argument 640: 1,836 in the middle of 2,000. Open claims are 24 apart;
    // an argument ends where its claim does.
    expect(rowsOf(few)).toEqual([
      ['~motion', 'motion', 82, 425, 320, 240],
      ['p-one', 'position', 450, 131, 280, 110],
      ['c-p-one-0', 'open', 778, 131, 460, 160],
      ['c-p-one-0.0', 'card', 1_278, 171, 640, 120],
      ['c-p-one-1', 'open', 778, 315, 460, 160],
      ['c-p-one-1.0', 'card', 1_278, 355, 640, 120],
      ['p-two', 'position', 450, 609, 280, 110],
      ['c-p-two-0', 'open', 778, 609, 460, 160],
      ['c-p-two-0.0', 'card', 1_278, 649, 640, 120],
      ['c-p-two-1', 'open', 778, 793, 460, 160],
      ['c-p-two-1.0', 'card', 1_278, 833, 640, 120],
    ]);
  });

  test('with many claims shows some of each position, and how many more there are', () => {
    const many = front(grown(12, 3, 1).state);
    const one = rowsOf(many).filter(([id]) => id.includes('p-one'));
    // A row takes 48 + 4; no height is free.
    expect(one).toEqual([
      ['p-one', 'position', 212, 12, 160, 110],
      ...Array.from({ length: 7 }, (_, at): Row => [`c-p-one-${at}`, 'row', 392, 12 + at * 52, 876, 48]),
      ['~more:p-one', 'more', 392, 376, 640, 28],
    ]);
    expect(many.byId.get('~more:p-one')).toMatchObject({ more: 5, place: 8, siblings: 8, children: [] });
    const asked = front(grown(12, 3, 1).state, { asked: new Map([['p-one', 1]]) });
    const shown = asked.boxes.filter(({ parent }) => parent === 'p-one').map(({ id }) => id);
    expect(shown).toEqual(Array.from({ length: 12 }, (_, at) => `c-p-one-${at}`));
  });
});

describe('a front that follows an earlier one', () => {
  const folds = new Map([['c-p-two-2', true]]);
  const fold = () => front(state());
  const open = () => front(state(), { folds, earlier: fold() });

  test('keeps an opened claim where its row was, in the room that its siblings leave', () => {
    const opened = open();
    expect(opened.down).toBe(fold().down);
    // Lines are 28 high and 4 apart: the arguments begin at 348, the claim stays at 430.
    expect(rowsOf(opened)).toEqual([
      ['~motion', 'motion', 12, 263, 180, 240],
      ['p-one', 'position', 212, 162, 160, 110],
      ['c-p-one-0', 'line', 392, 162, 876, 28],
      ['c-p-one-1', 'line', 392, 194, 876, 28],
      ['c-p-one-2', 'line', 392, 226, 876, 28],
      ['p-two', 'position', 212, 284, 160, 110],
      ['c-p-two-0', 'line', 392, 284, 876, 28],
      ['c-p-two-1', 'line', 392, 316, 876, 28],
      ['c-p-two-2', 'open', 392, 430, 300, 160],
      ['c-p-two-2.0', 'card', 732, 348, 536, 120],
      ['c-p-two-2.1', 'card', 732, 478, 536, 120],
    ]);
  });

  test('moves it down where a claim above it is opened', () => {
    const both = front(state(), { folds: new Map([...folds, ['c-p-one-0', true]]), earlier: open() });
    // Two arguments and what follows them take 260.
    expect(rowsOf(both)).toEqual([
      ['~motion', 'motion', 12, 368, 180, 240],
      ['p-one', 'position', 212, 162, 160, 110],
      ['c-p-one-0', 'open', 392, 162, 300, 160],
      ['c-p-one-0.0', 'card', 732, 162, 536, 120],
      ['c-p-one-0.1', 'card', 732, 292, 536, 120],
      ['c-p-one-1', 'line', 392, 422, 876, 28],
      ['c-p-one-2', 'line', 392, 454, 876, 28],
      ['p-two', 'position', 212, 494, 160, 110],
      ['c-p-two-0', 'line', 392, 494, 876, 28],
      ['c-p-two-1', 'line', 392, 526, 876, 28],
      ['c-p-two-2', 'open', 392, 558, 300, 160],
      ['c-p-two-2.0', 'card', 732, 558, 536, 120],
      ['c-p-two-2.1', 'card', 732, 688, 536, 120],
    ]);
  });
});
