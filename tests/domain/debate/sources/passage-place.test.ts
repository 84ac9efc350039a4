import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { findPassage as placeIn, type Selectors, selectorsOf } from '#domain/debate/sources/passage-place.ts';
import { SearchedText } from '#domain/debate/sources/searched-text.ts';

const placeOf = (text: string, selectors: Selectors) => placeIn(new SearchedText(text), selectors);

const ENGLISH =
  'Trees give shade. In the street there was no shade before. Trees also drop leaves, and leaves are swept. There was no shade before.';
const CHINESE = '树木给街道带来荫凉。没有树木的街道很热。人们喜欢走在有荫凉的街道上。';
const ARABIC = 'الأشجار تعطي الظل. في الشارع لم يكن هناك ظل من قبل. يحب الناس المشي في الظل.';
const EMOJI = 'We planted 🌳🌳 here. 👩‍👩‍👧 came, and then 🏳️‍🌈 and 🌳 again: 🌳🌳 stand now.';

/** The selectors of the `nth` occurrence of these words. */
function select(text: string, words: string, nth = 0): Selectors {
  let at = text.indexOf(words);
  for (let passed = 0; passed < nth; passed += 1) at = text.indexOf(words, at + 1);
  const selectors = at < 0 ? null : selectorsOf(text, at, at + words.length);
  if (!selectors) throw new Error(`no “${words}”`);
  return selectors;
}

function found(text: string, selectors: Selectors): string | null {
  const place = placeOf(text, selectors);
  return place && text.slice(place.start, place.end);
}

const spaced = (text: string) => text.replace(/\s+/gu, ' ').trim();

describe('[EV5] where a passage stands', () => {
  test.each([
    ['English', ENGLISH, 'give shade'],
    ['Chinese', CHINESE, '没有树木的街道'],
    ['Arabic', ARABIC, 'لم يكن هناك ظل'],
    ['emoji', EMOJI, '👩‍👩‍👧 came'],
  ])('%s: at its place, and elsewhere after more was written before and behind it', (_, text, words) => {
    const selectors = select(text, words);
    expect(found(text, selectors)).toBe(words);
    expect(found(`新 🎈 first. ${text}`, selectors)).toBe(words);
    expect(found(`${text} And after.`, selectors)).toBe(words);
  });

  test('of several places with the same words that one which stands among the same words', () => {
    const second = select(ENGLISH, 'no shade before', 1);
    const moved = `Once more. ${ENGLISH}`;
    expect(placeOf(moved, second)?.start).toBe(moved.lastIndexOf('no shade before'));
    const first = select(ENGLISH, 'no shade before', 0);
    expect(placeOf(moved, first)?.start).toBe(moved.indexOf('no shade before'));
  });

  test('lost, if several places cannot be distinguished', () => {
    const text =
      'ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha ha';
    const middle = selectorsOf(text, 45, 47);
    if (!middle) throw new Error('it is there');
    expect(placeOf(text, middle)).toEqual({ start: 45, end: 47 });
    expect(
      placeOf(`${text.slice(0, 90)}.${text.slice(0, 88)}`, { ...middle, start: 44, end: 46 }),
    ).toBeNull();
  });

  test('lost, where its words are others, and found again once they are back', () => {
    const selectors = select(ENGLISH, 'Trees also drop leaves');
    const revised = ENGLISH.replace('also drop', 'never drop');
    expect(placeOf(revised, selectors)).toBeNull();
    expect(found(ENGLISH, selectors)).toBe('Trees also drop leaves');
  });

  test('a short word that stands once, among other words, is not taken for the passage', () => {
    const selectors = select('They said no, and went.', 'no');
    expect(placeOf('Nobody came. There was no tree in sight.', selectors)).toBeNull();
  });

  test('a long passage that stands once is found among other words', () => {
    const words = 'leaves are swept by whoever lives there';
    const selectors = select(`In autumn ${words}, every day.`, words);
    expect(found(`Elsewhere, one hears, ${words}; sometimes.`, selectors)).toBe(words);
  });

  test('where lines break elsewhere it says the same words', () => {
    const selectors = select(ENGLISH, 'In the street there was no shade');
    const broken = ENGLISH.replace('In the street', 'In the\n  street').replace('Trees give', 'Trees\ngive');
    expect(spaced(found(broken, selectors) ?? '')).toBe('In the street there was no shade');
  });

  test('signs of patterns are signs', () => {
    const text = 'Costs (a+b)* are [high]. Some\ncosts are $5 \\ day?';
    const selectors = select(text, '(a+b)* are [high]');
    expect(found(text.replaceAll('are', 'are\n'), selectors)).toBe('(a+b)* are\n [high]');
  });
});

describe('[EV6] whole characters', () => {
  test('a selection that cuts an emoji in two takes it whole; white space at its edges is left', () => {
    const at = EMOJI.indexOf('🌳');
    expect(selectorsOf(EMOJI, at + 1, at + 3)?.exact).toBe('🌳🌳');
    expect(selectorsOf('  two words  ', 0, 13)?.exact).toBe('two words');
    expect(selectorsOf('   ', 0, 3)).toBeNull();
  });

  test('no selector has half a character, wherever one selects', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', '中', '🌳', 'ظ', '👩‍👧', '\n'),
      maxLength: 120,
    });
    fc.assert(
      fc.property(text, fc.nat(200), fc.nat(200), (words, one, other) => {
        const selectors = selectorsOf(words, Math.min(one, other), Math.max(one, other));
        if (!selectors) return;
        const { exact, prefix, suffix, start, end } = selectors;
        for (const part of [exact, prefix, suffix]) expect(part.isWellFormed()).toBe(true);
        expect(words.slice(start, end)).toBe(exact);
        expect(words.slice(start - prefix.length, start)).toBe(prefix);
        expect(words.slice(end, end + suffix.length)).toBe(suffix);
        expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(LIMITS.contextUnits);
      }),
    );
  });
});

describe('[EV5] whatever becomes of a text', () => {
  const words = fc.constantFrom('tree', 'shade', '树', '木', 'ظل', '🌳', '👩‍👧', 'no', 'and', '.', '\n');
  const article = fc.array(words, { minLength: 3, maxLength: 60 }).map((all) => all.join(' '));
  const edits = fc.array(fc.tuple(fc.nat(400), fc.nat(12), fc.array(words, { maxLength: 4 })), {
    maxLength: 6,
  });

  /** Words are taken out at some places, and others put in, never within a character. */
  function edited(text: string, changes: readonly (readonly [number, number, readonly string[]])[]): string {
    const characters = [...text];
    for (const [at, length, more] of changes)
      characters.splice(Math.min(at, characters.length), length, ...more.flatMap((word) => [...word, ' ']));
    return characters.join('');
  }

  test('a passage says the same words as it did, or is lost', () => {
    fc.assert(
      fc.property(article, fc.nat(300), fc.nat(300), edits, (text, one, other, changes) => {
        const selectors = selectorsOf(text, Math.min(one, other), Math.max(one, other));
        if (!selectors) return;
        const now = edited(text, changes);
        const says = found(now, selectors);
        if (says !== null) expect(spaced(says)).toBe(spaced(selectors.exact));
      }),
      { numRuns: 2_000 },
    );
  });

  test('in a text that is as it was it stands where it stood', () => {
    fc.assert(
      fc.property(article, fc.nat(300), fc.nat(300), (text, one, other) => {
        const selectors = selectorsOf(text, Math.min(one, other), Math.max(one, other));
        if (!selectors) return;
        expect(placeOf(text, selectors)).toEqual({ start: selectors.start, end: selectors.end });
      }),
    );
  });

  test('text added before and after it, beyond its stored context, does not lose it', () => {
    const apart = Array.from({ length: 12 }, (_, at) => `line${at}`).join(' ');
    fc.assert(
      fc.property(article, article, (before, behind) => {
        const text = `${before} ${apart} the passage itself ${apart} ${behind}`;
        const selectors = select(text, 'the passage itself');
        expect(found(`${behind} ${text} ${before}`, selectors)).toBe('the passage itself');
      }),
    );
  });

  test('every space that patterns know as one may stand between words', () => {
    const spaces = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((unit) =>
      /\s/u.test(unit),
    );
    expect(spaces.length).toBeGreaterThan(20);
    for (const space of spaces)
      expect(new SearchedText(`say one${space}${space}two then`).occurrencesOf('one two')).toEqual([
        { start: 4, end: 12 },
      ]);
  });

  /** Where words stand by a regular expression: right, but its time is the product of both lengths. */
  function byPattern(text: string, exact: string): { start: number; end: number }[] {
    const isWhole = (place: number) =>
      !/^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(place - 1, place + 1));
    const letters = [...Array(text.length).keys()].filter((start) => text.startsWith(exact, start));
    const toTheLetter = letters
      .map((start) => ({ start, end: start + exact.length }))
      .filter(({ start, end }) => isWhole(start) && isWhole(end));
    if (toTheLetter.length > 0 || !/\s/u.test(exact)) return toTheLetter;
    const words = exact
      .trim()
      .split(/\s+/u)
      .map((word) => word.replace(/[.*+?(){}[\]\\^$|]/g, '\\$&'));
    return [...text.matchAll(new RegExp(words.join('\\s+'), 'gu'))].map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
    }));
  }

  test('its words are found where a pattern of them finds them', () => {
    const unit = fc.constantFrom('a', 'b', 'ab', ' ', '\n', '  ', '.', '🌳', '\u3000');
    const string = (maxLength: number) =>
      fc.array(unit, { minLength: 1, maxLength }).map((units) => units.join(''));
    fc.assert(
      fc.property(string(60), string(5), (text, words) => {
        fc.pre(words.trim() !== '');
        expect(new SearchedText(text).occurrencesOf(words)).toEqual(byPattern(text, words));
      }),
      { numRuns: 3_000 },
    );
  });

  test('each passage of a whole article is found after more was written before it', () => {
    const text = Array.from({ length: 6_000 }, (_, at) => `Sentence number ${at} tells of trees and shade.`)
      .join(' ')
      .slice(0, LIMITS.articleCharacters);
    const passages = Array.from({ length: 150 }, (_, at) => select(text, `number ${at * 25} tells`));
    const now = `A new beginning. ${text}`;
    const article = new SearchedText(now);
    for (const passage of passages) expect(placeIn(article, passage)?.start).toBe(passage.start + 17);
  });

  test('[EV9] a longer passage is not searched for longer, whatever it and the article say', () => {
    const sizes = { article: LIMITS.articleCharacters, passage: LIMITS.passageUnits };
    const hostile = (unit: string, length: number) => unit.repeat(length).slice(0, length - 1);
    const searches: [string, (length: number) => Selectors][] = [
      ['a ', (length) => aroundNothing(`${hostile('a ', length)}b`)],
      ['a', (length) => aroundNothing(`${hostile('a', length / 2)}b${hostile('a', length / 2)}`)],
      [' ', (length) => aroundNothing(`a${hostile(' ', length - 2)}b`)],
      ['ab ', (length) => aroundNothing(`${hostile('ab\t', length)}c`)],
    ];
    for (const [unit, passageOf] of searches) {
      const article = hostile(unit, sizes.article);
      const ratio = () => leastTime(article, passageOf(sizes.passage)) / leastTime(article, passageOf(20));
      // A hundred times as long: matched word by word from each place, it took a hundred times as long.
      // Something else on the machine may slow down one try, hardly three.
      const ratios = [ratio()];
      while (Math.min(...ratios) >= 15 && ratios.length < 3) ratios.push(ratio());
      expect(Math.min(...ratios), JSON.stringify(unit)).toBeLessThan(15);
    }
  });

  function aroundNothing(exact: string): Selectors {
    return { exact, prefix: '', suffix: '', start: 0, end: exact.length };
  }

  function leastTime(article: string, passage: Selectors): number {
    const times = Array.from({ length: 5 }, () => {
      const begun = performance.now();
      expect(placeOf(article, passage)).toBeNull();
      return performance.now() - begun;
    });
    return Math.min(...times);
  }
});
