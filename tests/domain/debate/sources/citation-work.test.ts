import { expect, test } from 'vitest';
import { decide } from '#domain/debate/engine/decide.ts';
import { selectorsOf } from '#domain/debate/sources/passage-place.ts';
import type { Passage } from '#domain/debate/sources/source.ts';
import { aDebate, articleOf, cite, type DebateBuilder } from '#tests/support/debate-builder.ts';

const WORD = 'shade';
const ARTICLE = Array.from(
  { length: 40 },
  (_, at) => `Tree number ${at} gives ${WORD} to street ${at}.`,
).join(' ');

/** Cites the word in these sentences for c-a. */
function citeWordIn(sentences: readonly number[]) {
  const passages = sentences.map((sentence) => {
    const start = ARTICLE.indexOf(WORD, ARTICLE.indexOf(`number ${sentence} gives`));
    const { exact, prefix, suffix } = selectorsOf(ARTICLE, start, start + WORD.length) ?? expect.fail();
    return { id: `q-${sentence}`, exact, prefix, suffix, start, end: start + WORD.length };
  });
  return { ...cite('c-a'), passages };
}

/** The debate with the cited passages of c-a, which call back when they are searched for. */
function watched({ state }: DebateBuilder, searched: () => void) {
  const citation = state.citations.get('c-a') ?? expect.fail('nothing is cited');
  const passages = citation.passages.map((passage): Passage => {
    const { prefix, ...others } = passage;
    return {
      ...others,
      get prefix() {
        searched();
        return prefix;
      },
    };
  });
  return { ...state, citations: state.citations.set('c-a', { ...citation, passages }) };
}

test('[EV9] each passage that a claim cites is searched for at most once when others with its words are cited', () => {
  const first = Array.from({ length: 10 }, (_, at) => at);
  const debate = aDebate()
    .does('olga', articleOf('s-a', ['', ARTICLE]))
    .does('dana', citeWordIn(first))
    .does('olga', articleOf('s-a', [ARTICLE, `!${ARTICLE}`], 2));
  let searches = 0;
  const state = watched(debate, () => {
    searches += 1;
  });
  const dana = state.participants.get('dana') ?? expect.fail('nobody');
  const decision = decide(state, citeWordIn([...first.map((at) => at + 20), 0]), dana);
  const effects = decision.ok ? decision.effects : expect.fail(decision.rejection.code);
  expect(effects).toMatchObject([
    { type: 'claim.cited', passages: first.map((at) => ({ id: `q-${at + 20}` })) },
  ]);
  expect(searches).toBe(first.length);
});
