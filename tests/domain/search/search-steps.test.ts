import { describe, expect, test } from 'vitest';
import { findSteps } from '#domain/search/find-in-debate.ts';
import { NO_CRITERIA } from '#domain/search/search-criteria.ts';
import { aDebate, comment, targetOf } from '../../support/debate-builder.ts';
import { fillUp } from '../../support/decision-cases.ts';
import { finishCounting } from '../../support/finish-counting.ts';

/** A debate with so many comments of 5,000 characters on one of its claims. */
function withComments(count: number) {
  const debate = aDebate();
  for (let nth = 0; nth < count; nth += 1)
    debate.does(
      'dana',
      comment({ commentId: `m-${nth}`, on: targetOf('c-a'), text: `z ${'b'.repeat(4_998)}` }),
    );
  return debate.state;
}

describe('[SE1] a search can pause', () => {
  test.each([1, 100])('after each two long comments on one claim that it compares with %i words', (words) => {
    const { count, result } = finishCounting(findSteps(withComments(20), 'z '.repeat(words)));
    expect(count).toBeGreaterThan((20 / 2) * words);
    expect(result).toMatchObject({ ids: ['c-a'], best: 4 * words });
  });

  test('after each code that it compares with those of a claim and of what was merged into it', () => {
    const stepsFor = (query: string) => finishCounting(findSteps(aDebate().state, query)).count;
    // No code has vowels.
    expect(stepsFor('22222 '.repeat(30)) - stepsFor('22222')).toBeGreaterThan(2 * 29);
    expect(stepsFor('aaaaa '.repeat(30)) - stepsFor('aaaaa')).toBe(0);
  });

  test('while it finds the unanswered attacks among 10,000 claims', () => {
    const debate = aDebate();
    fillUp('claims', 10_000)(debate);
    const { count, result } = finishCounting(
      findSteps(debate.state, { ...NO_CRITERIA, trait: 'unanswered' }),
    );
    // 500 claims in a step.
    expect(count).toBeGreaterThan(10_000 / 500);
    expect(result.ids).toEqual(['c-u', 'c-d']);
  });
});
