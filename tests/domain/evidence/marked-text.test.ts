import { expect, test } from 'vitest';
import { type CitedPassage, citedPassages } from '#domain/evidence/library.ts';
import { MARKING_PASSAGES, markedText } from '#domain/evidence/marked-text.ts';
import { aDebate, articleOf, citePassage, newClaim } from '../../support/debate-builder.ts';

const ARTICLE = 'One sentence that everyone cites.\n\nAnd one more.';
const WORDS = 'sentence that everyone cites';

/** Many claims cite the same words, each from another character on. */
function manyPassages(): readonly CitedPassage[] {
  const debate = aDebate().does('olga', articleOf('s-a', ['', ARTICLE]));
  for (let key = 0; key < WORDS.length; key += 1)
    debate
      .does('dana', newClaim(`n${key}`, 'c-a'))
      .does('dana', citePassage(`q-${key}`, `c-n${key}`, [ARTICLE, WORDS.slice(key)]));
  return citedPassages(debate.state, 's-a');
}

test('[EV11] a limited number of passages mark a stretch, and every passage has its link where it ends', () => {
  const cited = manyPassages();
  const stretches = markedText(ARTICLE, cited).flatMap((paragraph) => paragraph.stretches);
  expect(cited.length).toBeGreaterThan(MARKING_PASSAGES);
  const counts = stretches.map(({ passages }) => passages.length);
  expect(Math.max(...counts)).toBe(MARKING_PASSAGES);
  const ids = (passages: readonly CitedPassage[]) => passages.map(({ passage }) => passage.id).sort();
  expect(ids(stretches.flatMap(({ ending }) => ending))).toEqual(ids(cited));
  expect(stretches.map(({ text }) => text).join('')).toBe(ARTICLE.replace('\n\n', ''));
});
