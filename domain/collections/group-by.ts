/** Items by a key, each group in the order of the items. Takes linear time. */
export function groupBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) addTo(groups, keyOf(item), item);
  return groups;
}

/** A function that finds the items of a key in a collection that never changes. Each collection is grouped once, when first asked about. */
export function createGroupLookup<Item>(
  keyOf: (item: Item) => string,
): (items: Collection<Item>, key: string) => readonly Item[] {
  const known = new WeakMap<Collection<Item>, Map<string, Item[]>>();
  return (items, key) => {
    const groups = known.get(items) ?? groupBy(items.values(), keyOf);
    known.set(items, groups);
    return groups.get(key) ?? [];
  };
}

interface Collection<Item> {
  values(): Iterable<Item>;
}

/** Adds an item to the group of its key, in place. */
export function addTo<Item>(groups: Map<string, Item[]>, key: string, item: Item): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}
