import { expect, test } from 'vitest';
import { isWeakened } from '#domain/analysis/strength/shown-strength.ts';

test('[AN26] a claim is weakened if its votes alone would place it higher', () => {
  const votes = { agree: 16, disagree: 2 };
  expect([0.04, 0.39, 0.4, 0.9].map((strength) => isWeakened(strength, votes))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(isWeakened(0.04, { agree: 0, disagree: 16 })).toBe(false);
});
