import { describe, expect, test } from 'vitest';
import { isContested, moreDividedFirst } from '#domain/debate/votes/signs.ts';
import { NO_VOTES } from '#domain/debate/votes/vote.ts';

describe('states of a claim', () => {
  test.each([
    [0, 0, 0, false],
    [2, 2, 0, false],
    [2, 2, 9, false],
    [3, 2, 0, true],
    [2, 3, 7, true],
    [4, 1, 0, false],
    [60, 40, 0, true],
    [61, 39, 0, false],
  ])('[VO6] %i for, %i against, %i passing: contested is %s', (agree, disagree, pass, contested) => {
    expect(isContested({ ...NO_VOTES, agree, disagree, pass })).toBe(contested);
  });
});

test('the claim with more votes on its smaller side comes first, then the one with the smaller id', () => {
  const of = (id: string, agree: number, disagree: number) => ({
    id,
    tally: { ...NO_VOTES, agree, disagree },
  });
  const claims = [of('c-b', 5, 5), of('c-a', 5, 5), of('c-d', 60, 40), of('c-c', 50, 45)];
  expect(claims.sort(moreDividedFirst).map(({ id }) => id)).toEqual(['c-c', 'c-d', 'c-a', 'c-b']);
});
