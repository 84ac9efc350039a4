import { expect, test, vi } from 'vitest';
import { createGroupLookup } from '../../../domain/collections/group-by.ts';
import { PersistentMap } from '../../../domain/collections/persistent-map.ts';

test('a collection is grouped once, however many keys are looked up, and a changed one is grouped again', () => {
  const keyOf = vi.fn(({ on }: { readonly on: string }) => on);
  const lookUp = createGroupLookup(keyOf);
  const items = PersistentMap<string, { readonly on: string }>([
    ['1', { on: 'a' }],
    ['2', { on: 'b' }],
    ['3', { on: 'a' }],
  ]);
  expect(lookUp(items, 'a')).toHaveLength(2);
  expect(lookUp(items, 'b')).toEqual([{ on: 'b' }]);
  expect(lookUp(items, 'c')).toEqual([]);
  expect(keyOf).toHaveBeenCalledTimes(3);
  expect(lookUp(items.set('4', { on: 'c' }), 'c')).toEqual([{ on: 'c' }]);
});
