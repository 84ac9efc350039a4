import { ChangeSet as Oracle, Text } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildChangeSet,
  type ChangeSet,
  changedText,
  changeJson,
  changeSetFrom,
  invertChangeSet,
  joinedReplacementsIn,
  mapPosition,
  replacementsIn,
  type TextChange,
} from '#domain/ot/change-set.ts';
import { composeChangeSets } from '#domain/ot/compose.ts';
import { transformChangeSet } from '#domain/ot/transform.ts';

/**
 * Our change sets beside CodeMirror's, which the editor speaks and which all texts were merged by once: what comes out is the
 * same to the last part.
 */

const RUNS = { numRuns: 1_000 };

const unit = fc.constantFrom('a', 'b', '\n', '文', '😀', 'é');
const aText = fc.array(unit, { maxLength: 8 }).map((units) => units.join(''));
const putIn = fc.constantFrom('', '', 'x', 'yz', '\n', 'p\nq', '\n\nr', '😀');

/** A part before one knows how much text is left for it; parts stand in any order, joined with their neighbours or not. */
type RoughPart = readonly [
  kind: 'keep' | 'replace' | 'replace by an empty line',
  length: number,
  text: string,
];

const roughPart = fc.tuple(
  fc.constantFrom<RoughPart[0]>('keep', 'replace', 'replace', 'replace by an empty line'),
  fc.integer({ min: 0, max: 4 }),
  putIn,
);
const roughChange = fc.array(roughPart, { maxLength: 7 });

/** The parts as far as they fit the length; the rest is kept. */
function fitted(rough: readonly RoughPart[], length: number): TextChange {
  let left = length;
  const parts = rough.flatMap(([kind, wanted, text]): TextChange => {
    const taken = Math.min(wanted, left);
    left -= taken;
    if (kind === 'keep') return taken === 0 ? [] : [taken];
    if (kind === 'replace') return [text === '' ? [taken] : [taken, ...text.split('\n')]];
    return [[taken, '']];
  });
  return left === 0 ? parts : [...parts, left];
}

const aChange = fc
  .record({ text: aText, rough: roughChange })
  .map(({ text, rough }) => ({ text, change: fitted(rough, text.length) }));

const twoChanges = fc
  .record({ text: aText, one: roughChange, two: roughChange })
  .map(({ text, one, two }) => ({
    text,
    one: fitted(one, text.length),
    two: fitted(two, text.length),
  }));

const oneAfterTheOther = fc
  .record({ text: aText, one: roughChange, two: roughChange })
  .map(({ text, one, two }) => {
    const first = fitted(one, text.length);
    return { text, first, second: fitted(two, read(first).newLength) };
  });

function read(change: TextChange): ChangeSet {
  const set = changeSetFrom(change);
  if (set === null) throw new Error(`No change: ${JSON.stringify(change)}`);
  return set;
}

function documentOf(text: string): Text {
  return Text.of(text.split('\n'));
}

/** The replacements of CodeMirror's change, separate or joined. */
function oracleReplacements(oracle: Oracle, individual: boolean) {
  const replaced: { from: number; to: number; text: string; at: number }[] = [];
  oracle.iterChanges(
    (from, to, at, _end, text) => replaced.push({ from, to, text: text.toString(), at }),
    individual,
  );
  return replaced;
}

describe('changes come out as CodeMirror’s change sets do', () => {
  test('read and written', () => {
    fc.assert(
      fc.property(aChange, ({ change }) => {
        const [set, oracle] = [read(change), Oracle.fromJSON(change)];
        expect(changeJson(set)).toEqual(oracle.toJSON());
        expect([set.length, set.newLength]).toEqual([oracle.length, oracle.newLength]);
      }),
      RUNS,
    );
  });

  test('made in a text', () => {
    fc.assert(
      fc.property(aChange, ({ text, change }) => {
        expect(changedText(read(change), text)).toBe(
          Oracle.fromJSON(change).apply(documentOf(text)).toString(),
        );
      }),
      RUNS,
    );
  });

  test('lists its replacements, adjacent ones as one', () => {
    fc.assert(
      fc.property(aChange, ({ change }) => {
        const [set, oracle] = [read(change), Oracle.fromJSON(change)];
        expect(joinedReplacementsIn(set)).toEqual(oracleReplacements(oracle, false));
        const single = oracleReplacements(oracle, true).map(({ from, to, text }) => ({ from, to, text }));
        expect(replacementsIn(set)).toEqual(single);
        expect(set.inserted).toBe(single.reduce((sum, { text }) => sum + text.length, 0));
      }),
      RUNS,
    );
  });

  test('made of replacements', () => {
    fc.assert(
      fc.property(aChange, fc.boolean(), ({ text, change }, joined) => {
        const set = read(change);
        const replacements = joined ? joinedReplacementsIn(set) : replacementsIn(set);
        const specs = replacements.map(({ from, to, text: put }) => ({ from, to, insert: documentOf(put) }));
        expect(changeJson(buildChangeSet(replacements, text.length))).toEqual(
          Oracle.of(specs, text.length).toJSON(),
        );
      }),
      RUNS,
    );
  });

  test('carried over each other, whichever is the earlier', () => {
    fc.assert(
      fc.property(twoChanges, fc.boolean(), ({ one, two }, earlier) => {
        const expected = Oracle.fromJSON(one).map(Oracle.fromJSON(two), earlier).toJSON();
        expect(changeJson(transformChangeSet(read(one), read(two), earlier))).toEqual(expected);
      }),
      { numRuns: 4_000 },
    );
  });

  test('put together', () => {
    fc.assert(
      fc.property(oneAfterTheOther, ({ first, second }) => {
        const expected = Oracle.fromJSON(first).compose(Oracle.fromJSON(second)).toJSON();
        expect(changeJson(composeChangeSets(read(first), read(second)))).toEqual(expected);
      }),
      { numRuns: 4_000 },
    );
  });

  test('inverted', () => {
    fc.assert(
      fc.property(aChange, ({ text, change }) => {
        const expected = Oracle.fromJSON(change).invert(documentOf(text)).toJSON();
        expect(changeJson(invertChangeSet(read(change), text))).toEqual(expected);
      }),
      RUNS,
    );
  });

  test('each place of the text goes where it does there, on both sides', () => {
    fc.assert(
      fc.property(aChange, ({ text, change }) => {
        const [set, oracle] = [read(change), Oracle.fromJSON(change)];
        for (let place = 0; place <= text.length; place += 1) {
          expect(mapPosition(set, place, false)).toBe(oracle.mapPos(place, -1));
          expect(mapPosition(set, place, true)).toBe(oracle.mapPos(place, 1));
        }
      }),
      RUNS,
    );
  });
});

describe('whatever the changes are, the texts come out', () => {
  test('[TX5] carried over each other they lead to one text, and what both put in is in it once', () => {
    fc.assert(
      fc.property(twoChanges, ({ text, one, two }) => {
        const [first, second] = [read(one), read(two)];
        const later = transformChangeSet(second, first, false);
        const merged = changedText(later, changedText(first, text));
        expect(changedText(transformChangeSet(first, second, true), changedText(second, text))).toBe(merged);
        expect(later.inserted).toBe(second.inserted);
      }),
      RUNS,
    );
  });

  test('put together they make what one makes after the other', () => {
    fc.assert(
      fc.property(oneAfterTheOther, ({ text, first, second }) => {
        const [one, two] = [read(first), read(second)];
        expect(changedText(composeChangeSets(one, two), text)).toBe(changedText(two, changedText(one, text)));
      }),
      RUNS,
    );
  });

  test('[TX4] inverted they leave the text as it was', () => {
    fc.assert(
      fc.property(aChange, ({ text, change }) => {
        const set = read(change);
        expect(changedText(invertChangeSet(set, text), changedText(set, text))).toBe(text);
      }),
      RUNS,
    );
  });
});

describe('[TX11] reading', () => {
  test.each<[string, unknown]>([
    ['no list', { length: 1 }],
    ['a negative length', [-1]],
    ['a part of a unit', [1.5]],
    ['no number', [Number.NaN]],
    ['more than any text has', [Number.POSITIVE_INFINITY]],
    ['a number that counts no units', [2 ** 60]],
    ['a negative length taken out', [[-1]]],
    ['a part of a unit taken out', [[0.5, 'x']]],
    ['a length in words', [['1', 'x']]],
    ['a part of nothing', [[]]],
    ['a line that is no text', [[1, 'x', 2]]],
    ['a line that is not there', [[1, undefined, 'x']]],
    ['a part that is not there', [undefined]],
    ['one bad part behind good ones', [1, [1, 'x'], null]],
  ])('%s is no change', (_, json) => {
    expect(changeSetFrom(json)).toBeNull();
  });

  // CodeMirror's lose count at such parts: some of what is done with them fails, some of it puts a text in twice.
  test('parts that keep nothing are left out', () => {
    fc.assert(
      fc.property(
        aChange,
        fc.array(fc.nat({ max: 8 }), { minLength: 1, maxLength: 3 }),
        ({ change }, places) => {
          const blank = places.reduce<TextChange>((parts, place) => parts.toSpliced(place, 0, 0), change);
          expect(changeSetFrom(blank)).toEqual(changeSetFrom(change));
        },
      ),
      RUNS,
    );
  });
});

describe('changes of very many parts', () => {
  const many = 16_000;
  const text = 'abcd'.repeat(many);
  const each = (...parts: TextChange): TextChange => Array.from({ length: many }, () => parts).flat();

  const shapes: [string, TextChange, TextChange][] = [
    ['spread over the text', each(1, [1, 'x'], [1], [0, 'y', ''], 1), each([1, 'z'], 1, [2])],
    ['all put in at one place', [...each([0, 'x']), text.length], [...each([0, 'y']), text.length]],
    ['all taken out piece by piece', each([1], [2], [1]), each([2], [2])],
    ['under one that takes out all', [[text.length, 'x']], each(1, [0, 'y'], 1, [1], 1)],
    ['over one that takes out all', each(1, [1, 'x'], 2), [[text.length]]],
  ];

  test.each(shapes)('%s', (_, one, two) => {
    const [first, second] = [read(one), read(two)];
    const [oracle, other] = [Oracle.fromJSON(one), Oracle.fromJSON(two)];
    const carried = transformChangeSet(second, first, false);
    expect(written(carried)).toBe(JSON.stringify(other.map(oracle)));
    const whole = composeChangeSets(first, carried);
    expect(written(whole)).toBe(JSON.stringify(oracle.compose(other.map(oracle))));
    expect(changedText(whole, text)).toBe(changedText(carried, changedText(first, text)));
    expect(changedText(invertChangeSet(whole, text), changedText(whole, text))).toBe(text);
  });

  function written(set: ChangeSet): string {
    return JSON.stringify(changeJson(set));
  }
});
