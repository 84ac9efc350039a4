import { describe, expect, test } from 'vitest';
import { componentsOf } from '#domain/analysis/strength/components.ts';

describe('the components of a graph', () => {
  test.each<[string, number[][], number[], number[][]]>([
    ['a chain, each after what leads to it', [[1], [2], []], [0], [[0], [1], [2]]],
    ['a circle', [[1], [2], [0]], [1], [[1, 2, 0]]],
    ['a place reached from two sides', [[1, 3], [2], [], [2]], [0], [[0], [3], [1], [2]]],
    ['a place reached from another root', [[1], [], [1]], [0, 2], [[2], [0], [1]]],
    [
      'two circles, one behind the other',
      [[1], [0, 2], [3], [2]],
      [0],
      [
        [0, 1],
        [2, 3],
      ],
    ],
    ['a circle with a way back from its end', [[1], [2], [3, 0], [1]], [0], [[0, 1, 2, 3]]],
    ['nothing that is not reached', [[1], [], [0]], [1], [[1]]],
    ['a place that leads to itself', [[0]], [0], [[0]]],
  ])('%s', (_, next, from, parts) => {
    expect(componentsOf(next, from)).toEqual(parts);
  });
});
