import { expect, test } from 'vitest';
import { isSaveable } from '../../app/_board/core/offline/is-saveable.ts';

test.each([
  ['/', true],
  ['/?q=trade', false],
  ['/debates/d_x', true],
  ['/debates/d_x/claims/c_y', true],
  ['/debates/d_x?after=c_y', false],
  ['/debates/d_x?at=1', false],
  ['/debates/d_x/history', false],
  ['/debates/d_x/history?at=1', false],
  ['/debates/d_x/perspectives?of=a&beside=b', false],
  ['/debates/d_x/embed', false],
  ['/debates/../account', false],
])(
  'for reading without a network a browser keeps boards and their list, which nothing is asked of: %s',
  (address, kept) => {
    expect(isSaveable(new URL(address, 'https://debates.example.org'))).toBe(kept);
  },
);
