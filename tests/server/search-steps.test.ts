import { expect, test } from 'vitest';
import { UNSTEMMED } from '#domain/words/word-forms.ts';
import { type SearchedDebate, searchSteps } from '#server/services/debates/search-steps.ts';
import { aDebate, newClaim } from '../support/debate-builder.ts';
import { finishCounting } from '../support/finish-counting.ts';
import { upTo } from '../support/log-node.ts';

const NOTHING = { words: '', author: '', position: '', trait: null };

/** A debate with so many claims more about ostriches, and with so many people. */
function searched(claims: number, people: number): SearchedDebate {
  const debate = aDebate();
  for (const nth of upTo(claims))
    debate.does('dana', newClaim(`n${nth}`, 'west', { text: `Ostrich ${nth}` }));
  const names = new Map(upTo(people).map((nth) => [`person${nth}`, `Person ${nth}`]));
  return {
    id: 'd_one',
    seq: debate.state.seq,
    view: debate.state,
    names: names.set('dana', 'Dana'),
    stemmer: UNSTEMMED,
  };
}

const stepsOf = (debate: SearchedDebate, more: object) =>
  finishCounting(searchSteps(debate, { ...NOTHING, ...more }, false));

test('[SE5] a search of a debate can pause before each hit that it shows', () => {
  const debate = searched(12, 0);
  const none = stepsOf(debate, { words: 'emu' });
  expect(none.result).toBeNull();
  const some = stepsOf(debate, { words: 'ostrich' });
  expect(some.result?.found).toMatchObject({ count: 12, hits: upTo(10).map((nth) => ({ id: `c-n${nth}` })) });
  expect(some.count - none.count).toBe(10);
});

test('[SE5] a search of a debate can pause after each name of a person', () => {
  const debate = searched(1, 2_000);
  const { count, result } = stepsOf(debate, { author: 'DANA dana' });
  expect(count - stepsOf(debate, { trait: 'locked' }).count).toBeGreaterThanOrEqual(2_000);
  expect(result?.found.hits).toContainEqual(expect.objectContaining({ id: 'c-n1', author: 'Dana' }));
});
