/** As much of a persistent map as is asked here. */
interface Records<Item> {
  readonly size: number;
  get(key: string): Item | undefined;
  forEach(look: (item: Item, key: string) => void): unknown;
}

/**
 * Keys of what is new in a map, has gone or is not alike. Maps share what did not change: asking costs one look at each record.
 */
export function changedKeys<Item>(
  before: Records<Item>,
  after: Records<Item>,
  alike: (a: Item, b: Item) => boolean,
): string[] {
  if (before === after) return [];
  const changed: string[] = [];
  const [old, now] = [listOf(before), listOf(after)];
  // Two maps that share most of their records have them in one order: then no key need be looked up.
  let [at, to] = [0, 0];
  while (at < old.keys.length || to < now.keys.length) {
    const [was, is] = [old.keys[at], now.keys[to]];
    if (was !== undefined && was === is) {
      const [a, b] = [old.items[at], now.items[to]];
      if (a !== b && a !== undefined && b !== undefined && !alike(a, b)) changed.push(was);
      at += 1;
      to += 1;
    } else if (is !== undefined && before.get(is) === undefined) {
      changed.push(is);
      to += 1;
    } else if (was !== undefined && after.get(was) === undefined) {
      changed.push(was);
      at += 1;
    } else {
      return changedAnywhere(before, after, alike);
    }
  }
  return changed;
}

/** The same of maps that have what they share in different orders. */
function changedAnywhere<Item>(
  before: Records<Item>,
  after: Records<Item>,
  alike: (a: Item, b: Item) => boolean,
): string[] {
  const changed: string[] = [];
  after.forEach((item, key) => {
    const was = before.get(key);
    if (was === undefined || (was !== item && !alike(was, item))) changed.push(key);
  });
  before.forEach((_, key) => {
    if (after.get(key) === undefined) changed.push(key);
  });
  return changed;
}

interface Listed<Item> {
  readonly keys: readonly string[];
  readonly items: readonly Item[];
}

const listed = new WeakMap<object, Listed<unknown>>();

/** The records of a map one after another; kept with it, since what is new now is what was before the next time. */
function listOf<Item>(records: Records<Item>): Listed<Item> {
  const known = listed.get(records);
  if (known) return known as Listed<Item>;
  const [keys, items]: [string[], Item[]] = [[], []];
  records.forEach((item, key) => {
    keys.push(key);
    items.push(item);
  });
  listed.set(records, { keys, items });
  return { keys, items };
}
