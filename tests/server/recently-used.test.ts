import { expect, test } from 'vitest';
import { RecentlyUsed } from '#server/services/debates/recently-used.ts';

const kept = (values: RecentlyUsed<{ size: number }>, ...ids: string[]) => ids.filter((id) => values.use(id));

test('the values used least recently make room for new ones', () => {
  const values = new RecentlyUsed<{ size: number }>(10);
  values.keep('a', { size: 4 });
  values.keep('b', { size: 4 });
  values.use('a');
  values.keep('c', { size: 4 });
  expect(kept(values, 'b', 'c', 'a')).toEqual(['c', 'a']);
  values.keep('d', { size: 7 });
  expect(kept(values, 'a', 'c', 'd')).toEqual(['d']);
});

test('a value takes the place of the one before it, and a deleted one leaves its room', () => {
  const values = new RecentlyUsed<{ size: number }>(10);
  for (const size of [6, 5, 4]) values.keep('a', { size });
  values.keep('b', { size: 6 });
  expect(kept(values, 'a', 'b')).toEqual(['a', 'b']);
  values.delete('b');
  values.delete('b');
  values.keep('c', { size: 6 });
  expect(kept(values, 'a', 'c')).toEqual(['a', 'c']);
});

test('a value larger than all that is kept leaves the others in place', () => {
  const values = new RecentlyUsed<{ size: number }>(10);
  values.keep('a', { size: 10 });
  values.keep('b', { size: 11 });
  expect(kept(values, 'a', 'b')).toEqual(['a']);
  values.keep('a', { size: 11 });
  expect(kept(values, 'a')).toEqual([]);
});
