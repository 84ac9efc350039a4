import { expect, test } from 'vitest';
import { UNSTEMMED } from '#domain/words/word-forms.ts';
import { type SearchedDebate, searchSteps, shownSteps } from '#server/services/debates/search-steps.ts';
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

/** The shown results of a search, and the number of steps. */
function shownOf(debate: SearchedDebate, more: object) {
  const { result } = stepsOf(debate, more);
  return finishCounting(shownSteps(debate, { ...NOTHING, ...more }, result ?? expect.fail('nothing found')));
}

test('[SE5] a search of a debate can pause before each hit that it shows', () => {
  const debate = searched(12, 0);
  expect(stepsOf(debate, { words: 'emu' }).result).toBeNull();
  const { count, result } = shownOf(debate, { words: 'ostrich' });
  expect(result).toMatchObject({ count: 12, hits: upTo(10).map((nth) => ({ id: `c-n${nth}` })) });
  expect(count).toBe(11);
});

test('[SE5] a search of a debate can pause after each name of a person', () => {
  const debate = searched(1, 2_000);
  const { count, result } = stepsOf(debate, { author: 'DANA dana' });
  expect(count - stepsOf(debate, { trait: 'locked' }).count).toBeGreaterThanOrEqual(2_000);
  expect(result?.ids).toContain('c-n1');
  const { hits } = shownOf(debate, { author: 'DANA dana' }).result;
  expect(hits).toContainEqual(expect.objectContaining({ id: 'c-n1', author: 'Dana' }));
});

test('[SE6] an excerpt ends before the 13th match, however many the text holds', () => {
  const { view } = searched(1, 0);
  const text = 'a '.repeat(250).trim();
  const claims = view.claims.map((claim) => ({ ...claim, text }));
  const { result } = shownOf({ ...searched(1, 0), view: { ...view, claims } }, { words: 'a' });
  for (const hit of result.hits.filter(({ id }) => view.claims.has(id))) {
    expect(hit.text.filter(({ found }) => found)).toHaveLength(12);
    expect(hit.text.map((stretch) => stretch.text).join('')).toBe(`${'a '.repeat(12)}…`);
    expect(hit).toMatchObject({ beside: false });
  }
  const few = shownOf(searched(1, 0), { words: 'ostrich' }).result.hits[0]?.text;
  expect(few?.map((stretch) => stretch.text)).toEqual(['Ostrich', ' 1']);
});

test('[SE5] a hit that was hidden since it was found is not shown', () => {
  const debate = searched(2, 0);
  const { result } = stepsOf(debate, { words: 'ostrich' });
  const claims = debate.view.claims.delete('c-n1');
  const later = { ...debate, view: { ...debate.view, claims } };
  const wish = { ...NOTHING, words: 'ostrich' };
  const shown = finishCounting(shownSteps(later, wish, result ?? expect.fail('nothing found'))).result;
  expect(shown.hits.map(({ id }) => id)).toEqual(['c-n2']);
});
