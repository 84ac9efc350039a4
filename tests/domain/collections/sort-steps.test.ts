import { expect, test } from 'vitest';
import { sortSteps } from '#domain/collections/sort-steps.ts';

/** Numbers in an order that looks like none, some of them twice. */
const mixed = (count: number) => Array.from({ length: count }, (_, nth) => (nth * 7_919) % (count - 1 || 1));

/** The items in order, and the most comparisons made in one step. */
function sorted<Item>(items: readonly Item[], by: (a: Item, b: Item) => number) {
  let [compared, most] = [0, 0];
  const steps = sortSteps(items, (a, b) => {
    compared += 1;
    return by(a, b);
  });
  for (;;) {
    const step = steps.next();
    most = Math.max(most, compared);
    compared = 0;
    if (step.done) return { items: step.value, most };
  }
}

test.each([0, 1, 2, 499, 500, 501, 1_750, 20_000])('%i items are sorted as at once', (count) => {
  const items = mixed(count);
  expect(sorted(items, (a, b) => a - b).items).toEqual([...items].sort((a, b) => a - b));
  expect(items).toEqual(mixed(count));
});

test('items that are equal keep their order', () => {
  const items = mixed(3_000).map((key, nth) => ({ key: key % 7, nth }));
  const by = (a: { key: number }, b: { key: number }) => a.key - b.key;
  expect(sorted(items, by).items).toEqual([...items].sort(by));
});

test('a step compares no more items if there are more of them', () => {
  const [few, many] = [2_000, 50_000].map((count) => sorted(mixed(count), (a, b) => a - b).most);
  expect(many).toBeLessThan(2 * (few ?? 0));
});
