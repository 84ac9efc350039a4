import { expect, test } from 'vitest';
import { isWeakened, strengthBand, strengthLook } from '#domain/analysis/strength/shown-strength.ts';

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

test('[PV1] in a perspective a claim stands out or steps back by the word of its strength, as its number is shown', () => {
  const looks = [0, 0.394, 0.396, 0.4, 0.594, 0.596, 0.6, 1].map(strengthLook);
  expect(looks).toEqual(['weak', 'weak', undefined, undefined, undefined, 'strong', 'strong', 'strong']);
  for (const strength of [0.1, 0.3, 0.396, 0.4, 0.596, 0.7, 0.9]) {
    const look = strengthLook(strength);
    const word = strengthBand(strength);
    expect(look === undefined ? word === 'medium' : word.endsWith(look)).toBe(true);
  }
});
