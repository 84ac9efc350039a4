import { describe, expect, test } from 'vitest';
import { finish } from '#domain/collections/steps.ts';
import { ClaimIndex } from '#domain/search/claim-index.ts';
import { isShingle, termsOf } from '#domain/search/claim-terms.ts';
import { findSteps } from '#domain/search/find-in-debate.ts';
import { foundStretches } from '#domain/search/found-stretches.ts';
import { stillOffered } from '#domain/search/said-already.ts';
import { criteriaSteps, NO_CRITERIA, type Trait, VIEWER_TRAITS } from '#domain/search/search-criteria.ts';
import { isSameSide, sideOf } from '#domain/search/side-of.ts';
import { isMistyped } from '#domain/words/near-words.ts';
import { UNSTEMMED } from '#domain/words/word-forms.ts';
import {
  aDebate,
  agree,
  cite,
  hide,
  lock,
  mark,
  merge,
  newClaim,
  retract,
  targetOf,
} from '../../support/debate-builder.ts';
import { setScheme } from '../../support/pairs/made-operations.ts';

describe('the terms of a text', () => {
  const third = 1 / Math.sqrt(3);

  test.each<[string, Record<string, number>]>([
    ['', {}],
    ['a', { a: 0.3 }],
    // Of three letters and the sign of a beginning there are two stretches of three.
    ['Tax', { tax: 0.3, '~^ta': 1 / Math.sqrt(2), '~tax': 1 / Math.sqrt(2) }],
    ['rent', { rent: 1, '~^re': third, '~ren': third, '~ent': third }],
    // Where two words share a stretch, the greater weight counts.
    [
      'rent tent',
      { rent: 1, tent: 1, '~^re': third, '~^te': third, '~ren': third, '~ten': third, '~ent': third },
    ],
    ['税收', { 税: 0.3, 收: 0.3, 税收: 1 }],
  ])('%j', (text, terms) => {
    const found = termsOf(text, UNSTEMMED);
    expect([...found.keys()].sort()).toEqual(Object.keys(terms).sort());
    for (const [term, weight] of found) expect(weight, term).toBeCloseTo(terms[term] ?? Number.NaN, 12);
  });

  test('shingles are known by their sign', () => {
    expect(['~ren', 'ren', '^ren'].map(isShingle)).toEqual([true, false, false]);
  });
});

/** BM25 and Dice's coefficient as in the books, over all claims and terms, without an index. */
function plainly(texts: readonly string[], asked: string) {
  const all = texts.map((text) => termsOf(text, UNSTEMMED));
  const query = termsOf(asked, UNSTEMMED);
  const sum = (numbers: Iterable<number>) => [...numbers].reduce((whole, one) => whole + one, 0);
  const rarity = (term: string) => {
    const count = all.filter((terms) => terms.has(term)).length;
    return Math.log(1 + (all.length - count + 0.5) / (count + 0.5));
  };
  const weighed = (terms: ReadonlyMap<string, number>) =>
    sum([...terms].map(([term, weight]) => weight * rarity(term)));
  const average = sum(all.map((terms) => sum(terms.values()))) / all.length;
  return all.map((terms) => {
    const long = 0.25 + (0.75 * sum(terms.values())) / average;
    const parts = [...terms].map(
      ([term, weight]) => ((query.get(term) ?? 0) * rarity(term) * weight * 2.2) / (weight + 1.2 * long),
    );
    const shared = sum(
      [...terms].map(([term, weight]) => Math.min(weight, query.get(term) ?? 0) * rarity(term)),
    );
    return { score: sum(parts), similarity: (2 * shared) / (weighed(query) + weighed(terms)) };
  });
}

describe('[SE9] similarity', () => {
  const TEXTS = [
    'Rents rise wherever a tram goes',
    'Rents rise and rents fall',
    'A tram is cheap',
    'Buses are late, and so are trams in the rain of a long winter',
    'Wherever trams go, rents rise',
    'Nothing of it',
  ];
  const index = () => {
    const debate = aDebate();
    for (const [nth, text] of TEXTS.entries()) debate.does('dana', newClaim(`t${nth}`, 'west', { text }));
    const claims = debate.state.claims.filter(({ id }) => id.startsWith('c-t'));
    const made = new ClaimIndex(UNSTEMMED);
    finish(made.update({ claims }));
    return { made, claims };
  };

  test.each(['Rents rise with a tram', 'rain', 'trams', 'Rents rise and rents fall', 'unheard'])(
    'of “%s” is that of the books',
    (asked) => {
      const plain = plainly(TEXTS, asked).map(({ score, similarity }, nth) => ({
        claimId: `c-t${nth}`,
        score,
        similarity,
      }));
      const expected = plain.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
      const found = index().made.similarTo(asked, () => 1, 9);
      expect(found.map(({ claimId }) => claimId)).toEqual(expected.map(({ claimId }) => claimId));
      for (const [nth, { similarity }] of found.entries())
        expect(similarity).toBeCloseTo(expected[nth]?.similarity ?? -1, 12);
      expect(index().made.similarTo(asked, () => 1, 2)).toEqual(found.slice(0, 2));
    },
  );

  test('counts by the factor of each claim, and leaves out those of 0', () => {
    const [first, second] = index().made.similarTo('Rents rise with a tram', () => 1, 2);
    const weigh = (id: string) => (id === first?.claimId ? 0 : 1);
    expect(index().made.similarTo('Rents rise with a tram', weigh, 1)).toEqual([second]);
    expect(
      index()
        .made.similarTo('Rents rise with a tram', (id) => (id === first?.claimId ? 0.01 : 1), 9)
        .at(-1),
    ).toEqual(first);
  });

  test('of pairs that share a word is that of one to the other, the greatest first', () => {
    const { made } = index();
    const pairs = finish(made.pairs(0.2));
    const expected = TEXTS.flatMap((text, nth) =>
      plainly(TEXTS, text).flatMap(({ similarity }, other) =>
        other > nth && similarity >= 0.2 ? [{ of: [`c-t${nth}`, `c-t${other}`], similarity }] : [],
      ),
    ).sort((a, b) => b.similarity - a.similarity);
    expect(pairs.map(({ ids }) => [...ids].sort())).toEqual(expected.map(({ of }) => of));
    for (const [nth, { similarity }] of pairs.entries())
      expect(similarity).toBeCloseTo(expected[nth]?.similarity ?? -1, 12);
    expect(pairs.length).toBeGreaterThan(1);
  });

  test('is read again only where texts changed', () => {
    const { made, claims } = index();
    const { version } = made;
    finish(made.update({ claims }));
    expect(made.version).toBe(version);
    finish(made.update({ claims: claims.map((claim) => ({ ...claim })) }));
    expect(made.version).toBe(version);
    finish(made.update({ claims: claims.filter(({ id }) => id !== 'c-t1') }));
    expect(made.version).toBe(version + 1);
    expect(made.similarTo('fall', () => 1, 9)).toEqual([]);
  });
});

describe('[SE7] the score of a hit', () => {
  // A word of its own text: 4 + 4; part of a word: 2 + 4; beside it, in a source or a comment: 4 or 2; near: 1, and 4 more if its own.
  test.each<[string, readonly string[], number, readonly string[]]>([
    ['three', ['c-a'], 8, []],
    ['one three', ['c-a'], 16, []],
    ['hree', ['c-a'], 6, []],
    ['thre', ['c-a'], 6, []],
    ['source', ['c-a'], 4, []],
    ['ourc', ['c-a'], 2, []],
    ['why', ['c-a'], 4, []],
    ['threw', ['c-a'], 5, ['threw']],
    ['sourse', ['c-a'], 1, ['sourse']],
    ['one threw', ['c-a'], 13, ['threw']],
    ['threw seven', [], 0, []],
    ['east', ['east'], 8, []],
    ['zzzzz', [], 0, []],
  ])('%s', (words, ids, best, mistyped) => {
    const { state } = aDebate().does('dana', cite('c-a'));
    expect(finish(findSteps(state, words))).toEqual({ ids, best, mistyped });
  });

  test('a part at the beginning is found as a word further on', () => {
    const { state } = aDebate().does('dana', newClaim('n', 'west', { text: 'oneness is one' }));
    expect(finish(findSteps(state, 'one')).ids).toEqual(['c-a', 'c-n']);
    expect(finish(findSteps(state, 'oneness')).best).toBe(8);
  });
});

describe('[SE4] filters', () => {
  const passing = (more: object) => {
    const { state } = aDebate()
      .does('dana', cite('c-a'), newClaim('e', 'c-d', { relation: 'attack', text: 'eight' }))
      .does('mona', mark('c-b', 'unclear'), setScheme('l-b', 'example', [1]))
      .does('emil', agree('c-d'))
      .does('olga', lock('west'), lock('c-d'));
    const passes = finish(criteriaSteps(state, { ...NO_CRITERIA, ...more }));
    return ['east', 'west', 'c-a', 'c-b', 'c-d', 'c-e', 'c-u'].filter(passes);
  };

  test.each<[Trait, readonly string[]]>([
    ['contested', []],
    ['unanswered', ['c-e', 'c-u']],
    ['unsourced', ['c-b', 'c-d', 'c-e', 'c-u']],
    ['questioned', ['c-b']],
    ['marked', ['c-b']],
    ['locked', ['c-d']],
    // c-b is their own, c-d has their vote, and c-e replies to what is locked.
    ['unvoted', ['c-u']],
  ])('%s', (trait, ids) => {
    expect(passing({ trait, viewer: 'emil' })).toEqual(ids);
  });

  test('of positions, with claims in their lanes or that they hold; of authors, claims alone', () => {
    expect(passing({})).toEqual(['east', 'west', 'c-a', 'c-b', 'c-d', 'c-e', 'c-u']);
    expect(passing({ positions: new Set(['east']) })).toEqual(['east', 'c-a', 'c-b', 'c-u']);
    expect(passing({ positions: new Set(['west']), trait: 'unsourced' })).toEqual(['c-d', 'c-e']);
    expect(passing({ positions: new Set() })).toEqual([]);
    expect(passing({ authors: new Set(['dana']) })).toEqual(['c-a', 'c-e', 'c-u']);
    expect(passing({ authors: new Set(['dana']), positions: new Set(['west']) })).toEqual(['c-e']);
    expect(VIEWER_TRAITS).toHaveLength(7);
  });
});

test('[SE9] claims found for a draft are left out once they are gone, and once each', () => {
  const debate = aDebate().does(
    'dana',
    newClaim('n', 'west'),
    newClaim('o', 'west'),
    newClaim('p', 'west'),
    newClaim('q', 'west'),
  );
  debate.does('dana', retract('c-o')).does('mona', hide('c-p'), merge('c-n', 'c-d'));
  const offered = (author: string | null, on = 'east') =>
    stillOffered(debate.state, ['c-n', 'c-d', 'c-o', 'c-p', 'c-q', 'c-z'], { target: targetOf(on), author });
  expect(offered('dana')).toEqual(['c-d', 'c-p', 'c-q']);
  expect(offered('emil')).toEqual(['c-d', 'c-q']);
  expect(offered(null)).toEqual(['c-d', 'c-q']);
  expect(offered('emil', 'c-q')).toEqual(['c-d']);
});

describe('[SE8] one typing error', () => {
  test.each<[string, string, boolean]>([
    ['trams', 'tram', true],
    ['tram', 'trams', false],
    ['trams', 'tra', false],
    ['trams', 'trums', true],
    ['trams', 'truns', false],
    ['trams', 'tarms', true],
    ['trams', 'strams', true],
    ['trams', 'trrams', true],
    ['address', 'adress', true],
    ['address', 'adres', true],
    ['trams', 'smart', false],
    ['trams', 'tramway', false],
    ['tram5', 'tram6', false],
    ['abcde', 'bacdf', false],
  ])('%s for %s: %s', (word, other, isNear) => {
    expect(isMistyped(word, other)).toBe(isNear);
  });
});

describe('[SE6] stretches that are set apart', () => {
  test.each<[string, readonly string[], string]>([
    ['aaa', ['aa'], '[aaa]'],
    ['ab ba', ['b'], 'a[b] [b]a'],
    ['one two', ['e t'], 'on[e t]wo'],
    ['one  \n two', ['e t'], 'on[e  \n t]wo'],
    ['one', [''], 'one'],
    ['Maße', ['ss'], 'Ma[ß]e'],
    ['two', ['one', 'two'], '[two]'],
  ])('of %j by %j', (text, words, marked) => {
    const stretches = foundStretches(text, words);
    expect(stretches.map((one) => (one.found ? `[${one.text}]` : one.text)).join('')).toBe(marked);
  });

  test('whole words by their forms', () => {
    const stretches = foundStretches('So, trams (2) go', [], (word) => word === 'trams' || word === '2');
    expect(stretches.map(({ text, found }) => (found ? `[${text}]` : text)).join('')).toBe(
      'So, [trams] ([2]) go',
    );
  });
});

test('[SE10] an argument in no lane may say the same as any other', () => {
  const { state } = aDebate();
  const nowhere = sideOf(state, targetOf('c-z'), 'attack');
  expect(nowhere).toEqual({ lane: null, isFor: false });
  for (const relation of ['support', 'attack'] as const) {
    const east = sideOf(state, targetOf('east'), relation);
    expect([isSameSide(nowhere, east), isSameSide(east, nowhere)]).toEqual([true, true]);
  }
});
