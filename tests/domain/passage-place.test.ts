import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../domain/debate/limits.ts';
import { placeOf, type Selectors, selectorsOf } from '../../domain/debate/passage-place.ts';

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

  test('lost, where nothing tells several places apart', () => {
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

  test('what is written before it and behind it, further off than what is kept of its surroundings, does not lose it', () => {
    const apart = Array.from({ length: 12 }, (_, at) => `line${at}`).join(' ');
    fc.assert(
      fc.property(article, article, (before, behind) => {
        const text = `${before} ${apart} the passage itself ${apart} ${behind}`;
        const selectors = select(text, 'the passage itself');
        expect(found(`${behind} ${text} ${before}`, selectors)).toBe('the passage itself');
      }),
    );
  });

  test('a whole article of passages is found in time that nobody waits for', () => {
    const text = Array.from({ length: 6_000 }, (_, at) => `Sentence number ${at} tells of trees and shade.`)
      .join(' ')
      .slice(0, LIMITS.articleCharacters);
    const passages = Array.from({ length: 500 }, (_, at) => select(text, `number ${at} tells`));
    const now = `A new beginning. ${text}`;
    const begun = performance.now();
    expect(passages.every((passage) => found(now, passage) === passage.exact)).toBe(true);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
