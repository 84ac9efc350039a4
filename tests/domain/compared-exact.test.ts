import { describe, expect, test } from 'vitest';
import { representativeness } from '../../domain/analysis/opinions/shared-opinions.ts';
import { comparePerspectives } from '../../domain/analysis/perspectives/compare-perspectives.ts';
import { theOpinions } from '../support/analysis/opinions.ts';

describe('[PV2] perspectives side by side', () => {
  const votes = (agree: number, disagree: number) => ({ agree, disagree, pass: 0 });

  test('have the claims on which they differ by a quarter, and those on which two of three are on one side', () => {
    const left = new Map(
      Object.entries({
        a: votes(4, 0),
        b: votes(3, 1),
        c: votes(2, 4),
        d: votes(2, 2),
        e: votes(9, 3),
        f: votes(1, 0),
        h: votes(2, 1),
      }),
    );
    const right = new Map(
      Object.entries({
        a: votes(0, 4),
        b: votes(2, 2),
        c: votes(1, 2),
        d: votes(1, 3),
        e: votes(6, 6),
        g: votes(1, 0),
        h: votes(8, 2),
      }),
    );
    const { differing, shared, notCompared } = comparePerspectives(left, right, [
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
      'g',
      'h',
      'i',
    ]);
    expect(differing.map(({ id, difference }) => [id, difference])).toEqual([
      ['a', 1],
      // As large a difference, but of more people; then in the order given.
      ['e', 0.25],
      ['b', 0.25],
      ['d', 0.25],
    ]);
    expect(shared.map(({ id }) => id)).toEqual(['c', 'h']);
    expect(notCompared).toBe(3);
  });
});

describe('[AN13] distinctive statements', () => {
  test('come in the order of how sure and how strong they are', () => {
    // The first group disagrees with the second on all three: on the third most, on the first least.
    const rows = ['-++', '+++', '+-+', '+++', '+++', '+++', '---', '---', '+--', '---', '-+-', '---'];
    const [first = []] = representativeness(theOpinions(rows), [
      [0, 1, 2, 3, 4, 5],
      [6, 7, 8, 9, 10, 11],
    ]);
    expect(first.map(({ statement }) => statement)).toEqual(['s2', 's0', 's1']);
    const weights = first.map(
      ({ ratio, ratioTest, probability, probabilityTest }) =>
        ratio * ratioTest * probability * probabilityTest,
    );
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  });

  test('are at most as many as anyone reads, and none of a group without others', () => {
    const rows = [
      ...Array.from({ length: 6 }, () => '+'.repeat(12)),
      ...Array.from({ length: 6 }, () => '-'.repeat(12)),
    ];
    const [first = []] = representativeness(theOpinions(rows), [
      [0, 1, 2, 3, 4, 5],
      [6, 7, 8, 9, 10, 11],
    ]);
    expect(first.map(({ statement }) => statement)).toEqual(['s0', 's1', 's10', 's11', 's2']);
  });
});
