import { describe, expect, test } from 'vitest';
import { axisOver, stretchAt } from '#domain/analysis/over-time.ts';

describe('intervals of time', () => {
  const MINUTE = 60_000;
  test.each<[string, number[], number, number, number]>([
    ['one moment', [90_000], 1, 1, 1],
    ['28 minutes', [0, 28 * MINUTE], 1, 0, 29],
    ['29 minutes and more', [0, 29 * MINUTE], 5, 0, 6],
    ['more than two hours, from no round time', [7 * MINUTE, 160 * MINUTE], 15, 0, 11],
    ['a day', [0, 1_439 * MINUTE], 60, 0, 24],
    ['three days', [3_000 * MINUTE, 8_000 * MINUTE], 180, 16, 29],
    ['two weeks', [0, 14 * 1_440 * MINUTE], 720, 0, 29],
    ['four weeks', [0, 28 * 1_440 * MINUTE], 1_440, 0, 29],
    ['half a year', [0, 180 * 1_440 * MINUTE], 10_080, 0, 26],
    ['two years', [0, 730 * 1_440 * MINUTE], 43_200, 0, 25],
    ['many years', [0, 10 * 525_600 * MINUTE], 525_600, 0, 11],
    ['more than there are intervals for', [0, 100 * 525_600 * MINUTE], 525_600, 0, 101],
  ])('%s', (_, times, minutes, begin, length) => {
    const axis = axisOver(times);
    const step = minutes * MINUTE;
    expect(axis).toEqual({ step, from: Array.from({ length }, (_, nth) => (begin + nth) * step) });
    expect(times.map((at) => stretchAt(axis, at))).toEqual(times.map((at) => Math.floor(at / step) - begin));
  });

  test('of nothing are none', () => {
    expect(axisOver([])).toEqual({ step: MINUTE, from: [] });
  });
});
