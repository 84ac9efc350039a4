import { describe, expect, test } from 'vitest';
import { brokenInvariants } from '#domain/debate/engine/invariants.ts';
import { invertEffect } from '#domain/debate/engine/invert.ts';
import { countOpenCriticalQuestions } from '#domain/debate/lineage/open-critical-questions.ts';
import { CRITICAL_QUESTIONS, openCriticalQuestions, SCHEMES } from '#domain/debate/map/scheme.ts';
import { checkLimits } from '#domain/formats/imports/check-limits.ts';
import { entriesOf } from '#domain/formats/imports/entries-of.ts';
import { SCHEME_WORDS, schemeRemarks } from '#domain/formats/scheme-words.ts';
import { aDebate, type DebateBuilder, merge, move, retract, split } from '#tests/support/debate-builder.ts';
import { writtenText } from '#tests/support/exchanged.ts';
import { answerQuestion, setScheme } from '#tests/support/pairs/made-operations.ts';

const openOf = ({ state }: DebateBuilder, claimId: string) =>
  countOpenCriticalQuestions(state, state.claims.get(claimId) ?? expect.fail('no claim'));
/** dana's c-a argues from cause (4 questions), and question 2 is answered. */
const aCausalDebate = () =>
  aDebate()
    .does('dana', setScheme('l-a', 'cause'))
    .does('emil', answerQuestion('l-a', 'cause', 2));

describe('[CQ1] a change of kind', () => {
  test('is undone with the answers', () => {
    const { state } = aCausalDebate();
    const undo = invertEffect(state, { type: 'link.schemeSet', linkId: 'l-a', scheme: 'sign' }, 'dana');
    expect(undo).toEqual(setScheme('l-a', 'cause', [2]));
    const debate = aCausalDebate().does('dana', setScheme('l-a', 'sign'), undo ?? expect.fail('no undo'));
    expect(debate.state.links.get('l-a')).toEqual(state.links.get('l-a'));
  });
  test('from none is undone by none', () => {
    const undo = invertEffect(
      aDebate().state,
      { type: 'link.schemeSet', linkId: 'l-a', scheme: 'sign' },
      'dana',
    );
    expect(undo).toEqual(setScheme('l-a', null));
  });
  test('[CQ2] begins with every question open', () => {
    const debate = aCausalDebate().does('dana', setScheme('l-a', 'analogy'));
    expect(openCriticalQuestions(debate.state.links.get('l-a') ?? {})).toEqual([1, 2, 3, 4]);
  });
});

describe('[CQ3] open questions of a claim', () => {
  test('are those that nobody answered', () => {
    expect(openOf(aDebate(), 'c-a')).toBe(0);
    expect(openOf(aCausalDebate(), 'c-a')).toBe(3);
    expect(openOf(aCausalDebate().does('dana', answerQuestion('l-a', 'cause', 2, false)), 'c-a')).toBe(4);
  });
  test('are those of its own cross-links too, while these are there', () => {
    const debate = aDebate().does('emil', setScheme('x-a', 'sign'));
    expect([openOf(debate, 'c-d'), openOf(debate, 'c-b')]).toEqual([3, 0]);
    expect(openOf(debate.does('emil', { type: 'link.retract', linkId: 'x-a' }), 'c-d')).toBe(0);
  });
  test('are not those of the place of a claim merged into it', () => {
    const debate = aCausalDebate().does('olga', merge('c-a', 'c-d'));
    expect(openOf(debate, 'c-d')).toBe(0);
    expect(openOf(debate, 'c-a')).toBe(0);
  });
  test('[LN1] are those of the cross-links of a claim merged into it, while these are shown', () => {
    const debate = aDebate().does('emil', setScheme('x-a', 'sign')).does('olga', merge('c-d', 'c-a'));
    expect([openOf(debate, 'c-a'), openOf(debate, 'c-d')]).toEqual([3, 0]);
    expect(openOf(debate.does('dana', answerQuestion('x-a', 'sign', 1)), 'c-a')).toBe(2);
    expect(openOf(debate.does('emil', { type: 'link.retract', linkId: 'x-a' }), 'c-a')).toBe(0);
  });
  test('are none once it is retracted', () => {
    expect(openOf(aCausalDebate().does('dana', retract('c-a')), 'c-a')).toBe(0);
  });
});

describe('[CQ4] the kind of an argument', () => {
  test('stays with it where it is moved', () => {
    const debate = aCausalDebate().does('dana', move('c-a', 'west'));
    expect(debate.state.links.get('l-a')).toMatchObject({ scheme: 'cause', answeredQuestions: [2] });
  });
  test('is none of a part that is split off', () => {
    const parted = aCausalDebate().does(
      'dana',
      split('c-a', ['one two three', 'one two'], { key: 'p', text: 'three' }),
    );
    expect(parted.state.links.get('l-a')).toMatchObject({ scheme: 'cause' });
    const part = parted.state.links.get(parted.state.claims.get('c-p')?.parentLink ?? '');
    expect(part).not.toMatchObject({ scheme: expect.anything() });
  });
  test('comes from a file with the answers that it may have, once each and in order', () => {
    const { state } = aCausalDebate();
    const link = state.links.get('l-a') ?? expect.fail('no link');
    const links = state.links.set('l-a', { ...link, answeredQuestions: [5, 3, 3, 1] });
    const owner = { ownerId: 'olga', visibility: 'private', now: 9_000 } as const;
    const entries = entriesOf({ state: { ...state, links }, names: new Map(), kept: [] }, owner);
    expect(brokenInvariants({ ...state, links })).toHaveLength(1);
    expect(() => checkLimits(entries)).not.toThrow();
    expect(entries.map(({ effect }) => effect)).toContainEqual({
      type: 'link.schemeSet',
      linkId: 'l-a',
      scheme: 'cause',
      answeredQuestions: [1, 3],
    });
  });
  test('comes back from an export', () => {
    const { state } = aCausalDebate().does('emil', setScheme('x-a', 'sign'));
    const owner = { ownerId: 'olga', visibility: 'private', now: 9_000 } as const;
    const set = entriesOf({ state, names: new Map(), kept: [] }, owner).flatMap(({ effect }) =>
      effect.type === 'link.schemeSet' ? [effect] : [],
    );
    expect(set).toEqual([
      { type: 'link.schemeSet', linkId: 'l-a', scheme: 'cause', answeredQuestions: [2] },
      { type: 'link.schemeSet', linkId: 'x-a', scheme: 'sign' },
    ]);
  });
});

describe('exports for readers say the kind and the open questions', () => {
  const debate = (state = aCausalDebate().state) => ({ state, names: new Map<string, string>(), kept: [] });
  test.each(['markdown', 'html'] as const)('%s', (format) => {
    expect(writtenText(format, debate())).toMatch(
      /kind of argument: cause and effect(;| ·) open questions: How strongly does one lead to the other\? Could the effect be prevented\? Do they only occur together\?/,
    );
    expect(writtenText(format, debate(aDebate().state))).not.toContain('kind of argument');
  });
  test('a sentence says that all are answered', () => {
    expect(schemeRemarks({ scheme: 'sign', answeredQuestions: [1, 2, 3] })).toEqual([
      'kind of argument: sign, all questions answered',
    ]);
  });
});

test.each(SCHEMES)('%s has words for each of its questions', (scheme) => {
  const { name, pattern, questions } = SCHEME_WORDS[scheme];
  expect(questions).toHaveLength(CRITICAL_QUESTIONS[scheme]);
  for (const words of [name, pattern, ...questions.flatMap(({ asks, doubt }) => [asks, doubt])])
    expect(words.trim()).not.toBe('');
});
