import { describe, expect, test } from 'vitest';
import { dotOf, leadingVectors } from '#domain/analysis/opinions/leading-vectors.ts';

describe('the leading directions of a large matrix', () => {
  /** A matrix of 80 rows that lengthens its axes by these. */
  const lengthening = (valueAt: (axis: number) => number) =>
    Array.from({ length: 80 }, (_, row) =>
      Float64Array.from({ length: 80 }, (_each, axis) => (axis === row ? valueAt(row) : 0)),
    );
  const axisOf = ({ vector }: { vector: readonly number[] }) =>
    vector.map((value) => Math.round(Math.abs(value) * 1e9) / 1e9).indexOf(1);

  test.each<[string, (axis: number) => number, [number, number][]]>([
    [
      'are followed where they stand out',
      (axis) => (axis === 5 ? 9 : axis === 70 ? 4 : 1 / (axis + 2)),
      [
        [9, 5],
        [4, 70],
      ],
    ],
    [
      'are found in the whole where they do not',
      (axis) => 80 - axis / 1_000,
      [
        [80, 0],
        [79.999, 1],
      ],
    ],
    ['are found where there is one alone', (axis) => (axis === 33 ? 2 : 0), [[2, 33]]],
  ])('%s', (_, valueAt, expected) => {
    const pairs = leadingVectors(lengthening(valueAt)).filter(({ value }) => value > 1e-9);
    expect(pairs.map((pair) => [Math.round(pair.value * 1e9) / 1e9, axisOf(pair)])).toEqual(expected);
  });

  test('have no length where nothing has', () => {
    expect(leadingVectors(lengthening(() => 0)).map(({ value }) => value)).toEqual([0, 0]);
  });

  test('are at right angles to each other and of length 1', () => {
    const [first, second] = leadingVectors(lengthening((axis) => 1 + 1 / (axis + 1))).map(({ vector }) =>
      Float64Array.from(vector),
    );
    if (!first || !second) return expect.fail('no directions');
    expect(dotOf(first, first)).toBeCloseTo(1, 9);
    expect(dotOf(second, second)).toBeCloseTo(1, 9);
    expect(dotOf(first, second)).toBeCloseTo(0, 9);
  });

  test.each([0, 1, 3, 4, 5, 7, 8, 9])('products of %i numbers are sums of all', (length) => {
    const numbers = Float64Array.from({ length }, (_, nth) => nth + 1);
    expect(dotOf(numbers, numbers)).toBe((length * (length + 1) * (2 * length + 1)) / 6);
  });
});
