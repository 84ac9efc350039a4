import { describe, expect, test } from 'vitest';
import type { FrontLook } from '#domain/front/front-box.ts';
import { emptyHeight, frontForm, isLarge, type LargeScale, largeScales } from '#domain/front/front-form.ts';
import { firstSentence, frontHeight, type WidthIn } from '#domain/front/front-heights.ts';
import { aDebate, CREATE, DebateBuilder, newClaim } from '../../support/debate-builder.ts';

const LAPTOP = { width: 1_280, height: 745 };
const PHONE = { width: 390, height: 700 };

/** A font in which a character is ten wide in the type of a claim, and five more for each other property. */
const widthIn: WidthIn = (face, weight, size) => {
  const wide = 10 + (face === 'serif' ? 5 : 0) + (weight === 650 ? 5 : 0) + (size >= 19 ? 5 : 0);
  return (text) => text.length * wide;
};

/** So many words of nine characters. */
const words = (count: number) => Array(count).fill('x'.repeat(9)).join(' ');

describe('the height of what a front shows', () => {
  const summary = `${words(4)}. And more`;
  const position = {
    type: 'position.add',
    positionId: 'north',
    name: words(2),
    hue: 'teal',
    summary,
  } as const;
  const debate = aDebate().does('olga', position, { type: 'debate.edit', motion: words(3) });
  debate.does('dana', newClaim('n', 'east', { text: words(3) }));
  const laptop = frontForm(LAPTOP, 0, '');
  const phone = frontForm(PHONE, 0, '');
  const narrow = { ...laptop, columns: 'claims' } as const;
  const above = { ...laptop, columns: 'positions' } as const;
  const heightOf = (id: string, look: FrontLook, width: number, form = laptop, isLegendOpen?: boolean) =>
    frontHeight(debate.state, { id, look, width, form }, widthIn, isLegendOpen);

  test.each<[string, () => number, number]>([
    // Words of 225 pixels in lines of 28: one a line, so three lines.
    [
      'a motion beside its positions, with a legend',
      () => heightOf('~motion', 'motion', 230),
      55 + 3 * 28 + 32 + 133,
    ],
    ['one whose legend is closed', () => heightOf('~motion', 'motion', 230, laptop, false), 55 + 3 * 28 + 32],
    ['one of one line', () => heightOf('~motion', 'motion', 1_000), 55 + 28 + 32 + 133],
    ['one above its positions', () => heightOf('~motion', 'motion', 230, above), 31 + 3 * 28],
    ['one above its claims', () => heightOf('~motion', 'motion', 230, narrow), 31 + 3 * 28],
    ['one on a phone', () => heightOf('~motion', 'motion', 230, phone), 55 + 3 * 31 + 32 + 133],
    // The name needs 225 pixels a word, the summary's first sentence 90 a word.
    ['a position with a summary', () => heightOf('north', 'position', 230), 37 + 2 * 24 + 2 * 18],
    ['one without', () => heightOf('east', 'position', 230), 37 + 24],
    ['a row, its text beside its counts', () => heightOf('c-n', 'row', 48 + 222 + 190), 2 + 6 + 2 * 20],
    ['a row of one line', () => heightOf('c-a', 'row', 876), 2 + 6 + 28],
    [
      'a row on a phone, its counts below',
      () => heightOf('c-n', 'row', 48 + 190, phone),
      2 + 16 + 2 * 20 + 32,
    ],
    ['a card', () => heightOf('c-n', 'card', 31 + 190), 2 + 78 + 2 * 20],
    ['an open claim', () => heightOf('c-n', 'open', 31 + 189), 2 + 78 + 3 * 20],
    ['a line', () => heightOf('c-n', 'line', 100), 28],
    ['a row for more', () => heightOf('~more:east', 'more', 100), 28],
    ['a row without claims', () => heightOf('~empty:east', 'empty', 100), 48],
    ['a new argument', () => heightOf('~new', 'ghost', 100), 230],
    ['something unknown', () => heightOf('c-gone', 'card', 100), 2 + 78 + 20],
  ])('%s', (_, height, expected) => {
    expect(height()).toBe(expected);
  });

  test('in a debate without claims the motion has a hint on how to begin', () => {
    const { state } = new DebateBuilder().does('system', CREATE);
    const box = { id: '~motion', look: 'motion', width: 1_000, form: laptop } as const;
    expect(frontHeight(state, box, widthIn)).toBe(55 + 28 + 154);
  });

  test.each([
    ['One. Two.', 'One.'],
    ['Is it? Yes', 'Is it?'],
    ['3.5 of them', '3.5 of them'],
    ['没有。 对', '没有。'],
    ['Stop!', 'Stop!'],
    ['', ''],
  ])('the first sentence of “%s” is “%s”', (text, expected) => {
    expect(firstSentence(text)).toBe(expected);
  });
});

describe('the form of a front', () => {
  const long = 'x'.repeat(121);
  test.each([
    [390, 0, 'phone', 'one'],
    [719, 2, 'phone', 'one'],
    [720, 0, 'small', 'claims'],
    [763, 0, 'small', 'claims'],
    [764, 0, 'small', 'positions'],
    [963, 0, 'small', 'positions'],
    [964, 0, 'small', 'motion'],
    [1_063, 1, 'small', 'positions'],
    [1_064, 1, 'small', 'motion'],
    [864, 1, 'small', 'positions'],
    [863, 1, 'small', 'claims'],
    [1_204, 2, 'small', 'positions'],
    [1_203, 2, 'small', 'claims'],
    [1_340, 0, 'medium', 'motion'],
    [1_699, 1, 'medium', 'motion'],
    [1_700, 0, 'large', 'motion'],
    [1_700, 3, 'large', 'positions'],
  ])('on a stage %i wide with %i open levels it is %s, in columns %s', (width, levels, scale, columns) => {
    expect(frontForm({ width, height: 700 }, levels, '')).toMatchObject({ scale, columns });
  });

  test('the motion has the largest type beside its columns, and smaller type if it is long', () => {
    const motion = (width: number, levels: number, text: string, large?: LargeScale) =>
      frontForm({ width, height: 700 }, levels, text, large).motion.size;
    expect(motion(1_280, 0, 'x'.repeat(120))).toBe(23);
    expect(motion(1_280, 0, long)).toBe(19);
    expect(motion(1_280, 2, '')).toBe(19);
    expect(motion(1_280, 2, long)).toBe(19);
    expect([motion(390, 0, ''), motion(390, 0, long)]).toEqual([26, 21]);
    expect([motion(1_340, 0, ''), motion(1_340, 0, long)]).toEqual([27, 23]);
    expect([motion(1_700, 0, ''), motion(1_700, 0, long)]).toEqual([36, 28]);
    expect([motion(1_700, 0, '', 'grand'), motion(1_700, 0, long, 'grand')]).toEqual([46, 36]);
  });

  test('large type is for stages that are wide enough, the largest first', () => {
    const on = (width: number) => largeScales({ width, height: 700 });
    expect([on(1_199), on(1_200), on(1_679), on(1_680)]).toEqual([
      [],
      ['roomy'],
      ['roomy'],
      ['grand', 'roomy'],
    ]);
    expect((['grand', 'roomy', 'large', 'small'] as const).map(isLarge)).toEqual([true, true, false, false]);
  });

  test('a row without claims has the height of a line and its space', () => {
    expect(emptyHeight(frontForm(LAPTOP, 0, '', 'roomy'))).toBe(55);
  });
});
