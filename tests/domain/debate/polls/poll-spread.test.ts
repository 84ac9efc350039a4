import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bin, spreadOf } from '#domain/debate/polls/spread.ts';
import { aDebate } from '#tests/support/debate-builder.ts';
import { numberPoll } from '#tests/support/polls.ts';

const isIn = ({ from, to }: Bin, number: number) =>
  (from === null || number >= from) && (to === null || number < to);
const inTwelveDigits = (number: number) => Number(number.toPrecision(12));

/** Any number that can be an answer, and neighbours of it that differ in their last digits only. */
const nasty = fc.oneof(
  fc.double({ min: -1e15, max: 1e15, noNaN: true }),
  fc.double({ min: 0.1, max: 1, noNaN: true }),
  fc.double({ min: -1e-300, max: 1e-300, noNaN: true }),
  fc.integer({ min: -20, max: 20 }),
  fc.integer({ min: 999_999_999_990_000, max: 1_000_000_000_000_000 }),
  fc.integer({ min: 1, max: 9 }).map((last) => 0.3 + last * 5e-17),
);
const answers = fc.oneof(
  fc.array(nasty, { minLength: 1, maxLength: 40 }),
  fc
    .tuple(nasty, fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 40 }))
    .map(([near, steps]) => steps.map((step) => near * (1 + step * Number.EPSILON))),
);

describe('[PO12] histograms of any numbers', () => {
  test('[PO12] numbers that differ only in the last digits of a double have a histogram', () => {
    for (const numbers of [
      [0.3000000000005, 0.30000000000050003],
      [0.1234567890123, 0.1234567890123, 0.1234567890123],
      [1234567890123, 1234567890124, 1234567890125, 1234567890126],
      [999999999998499, 999999999998501],
      [5e-324, 1e-323, 5e-323],
    ])
      expect(spreadOf(numbers).bins.reduce((sum, { count }) => sum + count, 0)).toBe(numbers.length);
  });

  test('[PO12] have at most 11 bins, and each number is in one', () => {
    fc.assert(
      fc.property(answers, (numbers) => {
        const { bins } = spreadOf(numbers);
        expect(bins.length).toBeLessThanOrEqual(11);
        for (const number of numbers.map(inTwelveDigits))
          expect(bins.filter((bin) => isIn(bin, number)).length, `${number}`).toBe(1);
        for (const bin of bins)
          expect(numbers.map(inTwelveDigits).filter((number) => isIn(bin, number)).length).toBe(bin.count);
      }),
      { numRuns: 2_000 },
    );
  });

  test('[PO12] an answer has 12 significant digits', () => {
    const debate = aDebate().does('olga', numberPoll('p-n'));
    debate.does('emil', { type: 'poll.answer', pollId: 'p-n', choice: 0.3000000000005 });
    debate.does('dana', { type: 'poll.answer', pollId: 'p-n', choice: 1234567890123 });
    expect([...(debate.state.answers.get('p-n')?.values() ?? [])].sort()).toEqual([0.3, 1234567890120]);
  });
});

describe('[PO14] histograms of secret polls', () => {
  const MANY = [40, 41, 41, 42, 42, 43, 43, 44, 44, 45, 45];

  test('[PO14] say nothing of where one person’s number is', () => {
    const seen = (last: number) => spreadOf([...MANY, last], 5);
    expect(seen(49)).toEqual(seen(46));
    expect(seen(47.5)).toEqual(seen(49));
    expect(seen(10_000)).toEqual(seen(49));
    const { bins, whole } = seen(49);
    expect([bins[0]?.from, bins.at(-1)?.to, whole]).toEqual([null, null, true]);
  });

  test('[PO14] have no bin of fewer people than the threshold, and none of all', () => {
    fc.assert(
      fc.property(answers, (numbers) => {
        const { bins } = spreadOf(numbers, 5);
        expect(bins.length === 1).toBe(false);
        expect(bins.length).toBeLessThanOrEqual(11);
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(bins.length > 0 ? numbers.length : 0);
        for (const { count } of bins) expect(count === 0 || count >= 5).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
