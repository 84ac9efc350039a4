import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wrapText } from '#domain/layout/wrap-text.ts';

/** A font in which every character is ten wide. */
const widthOf = (text: string) => [...text].length * 10;

describe('the wrapping of texts on cards', () => {
  test.each([
    ['words', 'one two three four', 90, ['one two', 'three', 'four']],
    ['after a hyphen', 'long-term plan', 60, ['long-', 'term', 'plan']],
    ['a word wider than a line', 'abcdefghij kl', 40, ['abcd', 'efgh', 'ij', 'kl']],
    ['Chinese, with no closing sign at a line’s start', '中国制造，升级', 40, ['中国制', '造，升级']],
    ['both scripts together', 'AI和半导体', 40, ['AI和半', '导体']],
    ['only spaces', '   ', 40, []],
  ])('%s', (_, text, width, lines) => {
    expect(wrapText(text, width, widthOf)).toEqual(lines);
  });

  test('text that does not fit ends in an ellipsis, within the width', () => {
    expect(wrapText('one two three four', 90, widthOf, 2)).toEqual(['one two', 'three…']);
    expect(wrapText('one two', 90, widthOf, 1)).toEqual(['one two']);
  });

  test('a text ends short after a whole word, and inside of one only where that is all there is', () => {
    expect(wrapText('one two three four', 70, widthOf, 1)).toEqual(['one…']);
    expect(wrapText('one seven eight', 90, widthOf, 1)).toEqual(['one…']);
    expect(wrapText('abcdefghij kl', 60, widthOf, 1)).toEqual(['abcde…']);
    expect(wrapText('中国制造升级', 40, widthOf, 1)).toEqual(['中国制…']);
  });

  test('a word that is a little wider than a line has one to itself where that is asked for', () => {
    expect(wrapText('our abcde fg', 40, widthOf, Infinity, 1.3)).toEqual(['our', 'abcde', 'fg']);
    expect(wrapText('abcdef gh', 40, widthOf, Infinity, 1.3)).toEqual(['abcd', 'ef', 'gh']);
    expect(wrapText('our abcde fg', 40, widthOf, 2, 1.3)).toEqual(['our', 'abc…']);
  });

  test('a word of many signs that take no room is measured a few times, not once a sign', () => {
    let measured = 0;
    const counting = (text: string) => {
      measured += 1;
      return text.replaceAll('\u0301', '').length * 10;
    };
    const marks = '\u0301'.repeat(5_000);
    expect(wrapText(`a${marks}bcdef`, 40, counting)).toEqual([`a${marks}bcd`, 'ef']);
    expect(wrapText(`abcd${marks}ef`, 40, counting, 1)).toEqual(['abc…']);
    expect(measured).toBeLessThan(100);
  });

  test('no line is wider than the card, and nothing but spaces is lost', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 2, max: 12 }),
        (text, wide) => {
          const lines = wrapText(text, wide * 10, widthOf);
          const plain = (part: string) => part.replace(/\s/gu, '');
          expect(plain(lines.join(''))).toBe(plain(text));
          for (const line of lines)
            if ([...line].length > 1) expect(widthOf(line)).toBeLessThanOrEqual(wide * 10);
        },
      ),
    );
  });
});
