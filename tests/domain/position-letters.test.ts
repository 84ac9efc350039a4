import { expect, test } from 'vitest';
import { positionLetters } from '../../domain/layout/position-letters.ts';

test.each([
  [
    ['U.S. hawks', 'Beijing planners', 'EU chamber'],
    ['U', 'B', 'E'],
  ],
  [
    ['Camp 1', 'Camp 2', 'Others'],
    ['C1', 'C2', 'O'],
  ],
  [
    ['Camp 10', 'Camp 11', 'camp 2'],
    ['1', '2', 'c2'],
  ],
  [
    ['丹麦', '德国', '😀', ''],
    ['丹', '德', '😀', '4'],
  ],
])('[MA12] %j are told by %j', (names, letters) => {
  const positions = names.map((name, at) => ({
    id: `p${at}`,
    name,
    hue: 'blue' as const,
    summary: '',
    order: `a${at}`,
    removed: false,
  }));
  expect([...positionLetters(positions).values()]).toEqual(letters);
});
