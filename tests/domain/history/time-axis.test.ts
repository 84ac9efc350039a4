import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countsOf, timesOf } from '#domain/history/steps-of.ts';
import { TimeAxis } from '#domain/history/time-axis.ts';
import { aDebate, comment, hide, newClaim } from '../../support/debate-builder.ts';
import { aDebateIn, WRITING } from '../../support/phased-debate.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

describe('[HI8] the axis of time', () => {
  test('a quiet fortnight takes less room than a busy hour', () => {
    const hour = Array.from({ length: 61 }, (_, minute) => minute * MINUTE);
    const later = 14 * DAY;
    const axis = new TimeAxis([...hour, later, later + MINUTE]);
    expect(axis.placeOf(60 * MINUTE)).toBeGreaterThan(0.6);
    expect(axis.placeOf(later)).toBeLessThan(1);
    expect(axis.timeAt(axis.placeOf(7 * DAY))).toBe(7 * DAY);
  });

  test('places run from 0 to 1 in the order of time, and back to the same step', () => {
    const ascending = fc
      .uniqueArray(fc.integer({ min: 0, max: 10 ** 9 }), { minLength: 2, maxLength: 40 })
      .map((times) => times.sort((a, b) => a - b));
    fc.assert(
      fc.property(ascending, (times) => {
        const axis = new TimeAxis(times);
        const places = times.map((at) => axis.placeOf(at));
        expect(places[0]).toBe(0);
        expect(places.at(-1)).toBeCloseTo(1);
        places.forEach((place, step) => {
          expect(place).toBeGreaterThanOrEqual(places[step - 1] ?? 0);
          const near = axis.stepAt(place);
          expect(Math.abs((places[near] ?? 0) - place)).toBeLessThan(1e-9);
        });
      }),
    );
  });

  test('one moment alone has its place', () => {
    const axis = new TimeAxis([5]);
    expect([axis.placeOf(5), axis.stepAt(0.7), axis.timeAt(0.5)]).toEqual([1, 0, 5]);
  });

  test('bars add up to what is counted', () => {
    const axis = new TimeAxis([0, 10, 20, 30]);
    expect(axis.bars([2, 1, 4, 0], 3)).toEqual([2, 1, 4]);
  });
});

describe('[HI8] counts of the bars', () => {
  const countsFor = (debate: ReturnType<typeof aDebate>, who: string | null) => {
    const view = debate.projection(who);
    return countsOf(view, timesOf(view));
  };
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

  test('a claim, a comment and a new wording count once each', () => {
    const debate = aDebate();
    const before = sum(countsFor(debate, null));
    debate.does('dana', newClaim('later', 'east')).does('dana', comment());
    expect(sum(countsFor(debate, null))).toBe(before + 2);
  });

  test('hidden or blind content counts only for people who may see it', () => {
    const debate = aDebate().does('dana', newClaim('bad', 'east'));
    const before = sum(countsFor(debate, 'emil'));
    debate.does('olga', hide('c-bad'));
    expect(sum(countsFor(debate, 'emil'))).toBe(before - 1);
    const blind = aDebateIn(WRITING);
    const known = countsFor(blind, 'emil');
    blind.does('dana', newClaim('secret', 'east'));
    expect(countsFor(blind, 'emil')).toEqual(known);
    expect(sum(countsFor(blind, 'dana'))).toBe(sum(known) + 1);
  });
});
