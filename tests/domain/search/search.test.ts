import { describe, expect, test } from 'vitest';
import { mentionOf, referenceTo } from '#domain/debate/comments/mentions.ts';
import { openPathTo } from '#domain/front/folds.ts';
import { diffText } from '#domain/ot/text-change.ts';
import { findInDebate, formsOf, wordsOf } from '#domain/search/find-in-debate.ts';
import { foundStretches } from '#domain/search/found-stretches.ts';
import { NO_CRITERIA, type SearchCriteria } from '#domain/search/search-criteria.ts';
import { stemmerOf } from '#domain/search/stemmer-of.ts';
import { foldText } from '#domain/words/fold-text.ts';
import { isMistyped } from '#domain/words/near-words.ts';
import {
  aDebate,
  agree,
  cite,
  comment,
  lock,
  mark,
  newClaim,
  retract,
  targetOf,
} from '../../support/debate-builder.ts';

describe('searching a debate', () => {
  test('[SE1] a claim is found by its text, by its sources and by the comments on it', () => {
    const { state } = aDebate().does('dana', cite('c-a'));
    expect(findInDebate(state, 'one two')).toEqual(['c-a']);
    expect(findInDebate(state, 'source')).toEqual(['c-a']);
    expect(findInDebate(state, 'why')).toEqual(['c-a']);
    expect(findInDebate(state, 'why three')).toEqual(['c-a']);
    expect(findInDebate(state, 'three six')).toEqual([]);
  });

  test('[SE1] positions are found by name and summary', () => {
    const { state } = aDebate().does('olga', {
      type: 'summary.edit',
      positionId: 'west',
      base: 1,
      change: diffText('', 'Where the sun sets'),
    });
    expect(findInDebate(state, 'west')).toEqual(['west']);
    expect(findInDebate(state, 'sun sets')).toEqual(['west']);
  });

  test('[SE1] hits are in reading order, each once', () => {
    const { state } = aDebate()
      .does('dana', newClaim('later', 'west', { text: 'seven one' }))
      .does('dana', newClaim('under', 'c-a', { text: 'one and one again' }));
    expect(findInDebate(state, 'one')).toEqual(['c-a', 'c-under', 'c-later']);
  });

  test('[SE1] a blank query, what left the map and withdrawn comments are not found', () => {
    const { state } = aDebate()
      .does('emil', retract('c-d'))
      .does('dana', { type: 'comment.withdraw', commentId: 'm-a' });
    for (const query of ['', '  ', 'seven', 'why']) expect(findInDebate(state, query)).toEqual([]);
  });

  test('[SE1] the ids of people and claims that a comment mentions are not words of it', () => {
    const text = `${mentionOf('emil')} wrote what ${referenceTo('c-d')} says`;
    const { state } = aDebate().does('dana', comment({ commentId: 'm-m', on: targetOf('c-b'), text }));
    expect(findInDebate(state, 'wrote what says')).toEqual(['c-b']);
    for (const id of ['emil', 'mil', 'c-d']) expect(findInDebate(state, id)).toEqual([]);
  });

  test('[SE1] a comment on a step is found with the claim the step comes from', () => {
    const { state } = aDebate().does('dana', {
      type: 'comment.add',
      commentId: 'm-step',
      on: targetOf('l-b'),
      replyTo: null,
      text: 'A leap',
    });
    expect(findInDebate(state, 'leap')).toEqual(['c-b']);
  });

  test.each([
    ['Façade ÉCOLE', 'facade ecole'],
    ['Straße', 'STRASSE'],
    ['Łódź Ørsted', 'lodz orsted'],
    ['ｗｉｄｅ', 'wide'],
    ['مُحَمَّد', 'محمد'],
    ['أحمـــد', 'احمد'],
    ['中国制造2025', '制造'],
    ['eins\n  zwei', 'eins zwei'],
    ['it’s', "it's"],
    ['İstanbul', 'istanbul'],
    ['Ο ΛΟΓΟΣ', 'λογοσ'],
    ['Demo\u00adkra\u00adtie', 'Demokratie'],
    ['می\u200cخواهم', 'میخواهم'],
    ['ایران یک کشور', 'ايران يك كشور'],
    ['\u200fشنومي ۲۰۲۵', '2025'],
  ])('[SE2] %s is found by %s', (text, query) => {
    expect(foldText(text)).toContain(foldText(query));
    const { state } = aDebate().does('dana', newClaim('t', 'west', { text }));
    expect(findInDebate(state, query)).toEqual(['c-t']);
  });

  const ENGLISH = [
    'A tariff on steel raises the price of every car that is built here',
    'Subsidies went to companies that would have invested anyway',
    'The company said so of its own accord, and nobody believed it',
  ];
  const GERMAN = [
    'Ein Zoll auf Stahl verteuert jedes Auto, das hier gebaut wird',
    'Die Häuser der Stadt gehören allen',
  ];
  const DANISH = [
    'Danmark er et demokrati, og alle borgere har ret til at sige deres mening, også når den ikke deles af flertallet i landet',
    'Vi skal beskytte retten til at ytre sig frit',
  ];
  const NORWEGIAN = [
    'Byene bør stenge sentrum for biler, fordi luften blir renere',
    'Barna kan gå alene til skolen når det ikke er trafikk i gatene',
  ];
  const FINNISH = [
    'Kaupunkien pitäisi sulkea keskustansa autoilta, koska ilma puhdistuu',
    'Lapset voivat kävellä kouluun yksin, kun kaduilla ei ole liikennettä',
  ];
  const saying = (texts: readonly string[]) => {
    const debate = aDebate();
    for (const [at, text] of texts.entries()) debate.does('dana', newClaim(`t${at}`, 'west', { text }));
    return debate;
  };

  test.each([
    [ENGLISH, 'tariffs', ['c-t0']],
    [ENGLISH, 'subsidy investing', ['c-t1']],
    [ENGLISH, 'Companies!', ['c-t1', 'c-t2']],
    [GERMAN, 'Zölle', ['c-t0']],
    [GERMAN, 'Häusern', ['c-t1']],
    [DANISH, 'meningen', ['c-t0']],
    [NORWEGIAN, 'bilene', ['c-t0']],
    [FINNISH, 'autoihin', ['c-t0']],
  ])('[SE7] of %j, %s finds other forms of its words', async (texts, query, found) => {
    const { state } = saying(texts);
    const means = { allowsTypos: false };
    expect(findInDebate(state, query, means)).not.toEqual(found);
    const stemmer = await stemmerOf(state);
    expect(findInDebate(state, query, { ...means, stemmer })).toEqual(found);
  });

  test('[SE7] whole words come before other forms, these before parts of words, and texts before what is beside them', async () => {
    const debate = saying([
      'The megatariffy thing is a part of a word in the claim that stands first of all of these',
      'Both tariffs are forms of the word that is looked for in this debate of people',
      'A tariff is the word itself',
      'Nothing of it',
    ]).does('dana', comment({ commentId: 'm-t', on: targetOf('c-t3'), text: 'No tariff here' }));
    const stemmer = await stemmerOf(debate.state);
    expect(findInDebate(debate.state, 'tariff', { stemmer })).toEqual(['c-t2', 'c-t1', 'c-t0', 'c-t3']);
  });

  test.each([
    ['tarrif', 'letters doubled or not'],
    ['tarif steel', 'a part of a word, as it is not'],
    ['subsidise', 'another ending'],
    ['copmany', 'two letters swapped'],
    ['compny', 'a letter missing'],
    ['beleived', 'two letters swapped'],
  ])('[SE8] %s is taken for what it is near to (%s)', async (query) => {
    const { state } = saying(ENGLISH);
    const stemmer = await stemmerOf(state);
    expect(findInDebate(state, query, { stemmer }).length).toBeGreaterThan(0);
  });

  test('[SE8] a word that is somewhere in the debate, a short one and a number are taken as they are', async () => {
    const { state } = saying([
      ...ENGLISH,
      'The cat sat in 20250 and thought of trade',
      'Somebody else made a trace',
    ]);
    const stemmer = await stemmerOf(state);
    for (const query of ['trade made', 'cot', '20251', 'tarriffffs'])
      expect(findInDebate(state, query, { stemmer }), query).toEqual([]);
    expect(findInDebate(state, 'tarrif', { stemmer, allowsTypos: false })).toEqual([]);
  });

  test.each([
    ['tariff', 'tarrif', true],
    ['tariff', 'atrif', false],
    ['tariff', 'tarif', true],
    ['tariff', 'tarifff', true],
    ['tariff', 'tarixf', true],
    ['tariff', 'atriff', true],
    ['tariff', 'tariff', false],
    ['abcd', 'abce', false],
  ])('[SE8] %s and %s: one typing error apart? %s', (word, other, isNear) => {
    expect(isMistyped(word, other)).toBe(isNear);
    expect(isMistyped(other, word)).toBe(isNear);
  });

  test('[SE3] ancestors of a hit are opened, and open siblings close', () => {
    const { state } = aDebate().does(
      'dana',
      newClaim('deep', 'c-b'),
      newClaim('side', 'c-b'),
      newClaim('deeper', 'c-deep'),
    );
    const folds = new Map([['c-side', true]]);
    const all = new Map(['c-deep', 'c-b', 'c-a'].map((id) => [id, true]));
    expect(openPathTo(state, folds, 'c-deeper')).toEqual(all);
    expect(openPathTo(state, folds, 'l-deeper')).toEqual(all);
    expect(openPathTo(state, folds, 'c-a')).toBe(folds);
    expect(openPathTo(state, folds, 'west')).toBe(folds);
    expect(openPathTo(state, folds, 'nothing')).toBe(folds);
  });

  test('[SE4] it is narrowed down by author, by position and by what is the matter with a claim', () => {
    const debate = aDebate()
      .does('dana', cite('c-a'))
      .does('dana', newClaim('att', 'c-d', { relation: 'attack', text: 'one more attack' }))
      .does('olga', mark('c-b', 'unclear'), lock('c-d'));
    for (const [who, answer] of Object.entries({
      olga: 'agree',
      mona: 'agree',
      susi: 'disagree',
      dana: 'disagree',
    }))
      debate.does(who, { ...agree('c-a'), answer: answer as 'agree' });
    const { state } = debate;
    const found = (wish: Partial<SearchCriteria>) => findInDebate(state, { ...NO_CRITERIA, ...wish });
    expect(found({ authors: new Set(['emil']) })).toEqual(['c-b', 'c-d']);
    expect(found({ authors: new Set(['dana']), words: 'one' })).toEqual(['c-a', 'c-att']);
    expect(found({ positions: new Set(['west']) })).toEqual(['west', 'c-d', 'c-att']);
    expect(found({ trait: 'contested' })).toEqual(['c-a']);
    expect(found({ trait: 'marked' })).toEqual(['c-b']);
    expect(found({ trait: 'locked' })).toEqual(['c-d']);
    expect(found({ trait: 'unsourced' })).not.toContain('c-a');
    expect(found({ trait: 'unanswered' })).toContain('c-att');
    debate.does('emil', newClaim('answer', 'c-att', { relation: 'attack' }));
    expect(findInDebate(debate.state, { ...NO_CRITERIA, trait: 'unanswered' })).not.toContain('c-att');
    expect(found({ authors: new Set() })).toEqual([]);
  });

  test.each([
    ['The École of trade', 'ecole trade', 'The [École] of [trade]'],
    ['中国制造2025', '制造', '中国[制造]2025'],
    ['مُحَمَّد هنا', 'محمد', '[مُحَمَّد] هنا'],
    ['Straße 👩‍👩‍👧 zu', 'strasse 👩‍👩‍👧', '[Straße] [👩‍👩‍👧] zu'],
    ['one\n  two three', 'two', 'one\n  [two] three'],
    ['Ο ΛΟΓΟΣ', 'λόγος', 'Ο [ΛΟΓΟΣ]'],
    ['Demo\u00adkra\u00adtie heute', 'demokratie', '[Demo\u00adkra\u00adtie] heute'],
    ['nothing', 'else', 'nothing'],
    ['', 'else', ''],
  ])('[SE6] in %s, %s is set apart', (text, query, marked) => {
    const stretches = foundStretches(text, wordsOf(query));
    expect(stretches.map((one) => (one.found ? `[${one.text}]` : one.text)).join('')).toBe(marked);
    expect(stretches.map((one) => one.text).join('')).toBe(text);
  });

  test('[SE6] each word of a query is looked for once', () => {
    expect(wordsOf('A bee, a Bee, à bee')).toEqual(['a', 'bee,', 'bee']);
  });

  test('[SE6] other forms and mistyped words are set apart as whole words', async () => {
    const { state } = saying(ENGLISH);
    const query = 'Tariffs stael';
    const isForm = formsOf(query, await stemmerOf(state), ['stael']);
    const shown = foundStretches(ENGLISH[0] ?? '', wordsOf(query), isForm);
    expect(shown.filter(({ found }) => found).map((one) => one.text)).toEqual(['tariff', 'steel']);
  });
});
