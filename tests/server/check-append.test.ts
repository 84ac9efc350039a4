import { expect, test } from 'vitest';
import { erasureChecks, newDebateChecks } from '../../server/log/check-append.ts';
import { entriesFrom, entryAt } from '../contract/log-under-test.ts';
import { finishCounting } from '../support/finish-counting.ts';

const ENTRIES = 1_200;

test('the entries of a new debate are checked one a step', () => {
  const debate = { id: 'd', title: 'Trade', visibility: 'public' as const, listing: {} };
  expect(finishCounting(newDebateChecks(debate, entriesFrom(1, ENTRIES), [])).count).toBe(ENTRIES + 1);
  const wrong = [...entriesFrom(1, ENTRIES), entryAt(ENTRIES + 2)];
  expect(() => finishCounting(newDebateChecks(debate, wrong, []))).toThrow(RangeError);
});

test('the entries that an erasure rewrites are checked one a step', () => {
  const erasure = { debateId: 'd', head: ENTRIES, participantId: 'dana', words: true };
  const rewritten = entriesFrom(1, ENTRIES);
  const { count } = finishCounting(erasureChecks({ ...erasure, rewritten, entry: entryAt(ENTRIES + 1) }));
  expect(count).toBe(ENTRIES + 2);
});
