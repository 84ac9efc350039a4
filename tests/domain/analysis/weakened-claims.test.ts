import { expect, test } from 'vitest';
import { isWeakened, strengthBand } from '#domain/analysis/strength/shown-strength.ts';

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

test('[AN26] the word of a strength is that of the number shown beside it', () => {
  expect([0.594, 0.597, 0.6, 0.197, 0.194, 0.799, 1].map(strengthBand)).toEqual([
    'medium',
    'strong',
    'strong',
    'weak',
    'very_weak',
    'very_strong',
    'very_strong',
  ]);
});
