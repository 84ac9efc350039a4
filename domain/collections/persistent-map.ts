import { hashOf } from './hash-of.ts';

/**
 * An immutable map: adding, removing or changing a record makes another map, which shares everything unchanged with the first. Two maps
 * with the same records are equal part by part and iterate in the same order, however they were made.
 */
export interface PersistentMap<Key extends string, Value> extends Iterable<readonly [Key, Value]> {
  readonly size: number;
  get(key: Key): Value | undefined;
  has(key: Key): boolean;
  set(key: Key, value: Value): PersistentMap<Key, Value>;
  update(key: Key, absent: Value, change: (value: Value) => Value): PersistentMap<Key, Value>;
  delete(key: Key): PersistentMap<Key, Value>;
  deleteAll(keys: Iterable<Key>): PersistentMap<Key, Value>;
  clear(): PersistentMap<Key, Value>;
  merge(more: Iterable<readonly [Key, Value]>): PersistentMap<Key, Value>;
  /** Sets many records without creating one map for each. */
  withMutations(act: (all: MapBuilder<Key, Value>) => void): PersistentMap<Key, Value>;
  map<Other>(change: (value: Value, key: Key) => Other): PersistentMap<Key, Other>;
  flatMap<Other>(
    change: (value: Value, key: Key) => Iterable<readonly [Key, Other]>,
  ): PersistentMap<Key, Other>;
  filter(belongs: (value: Value, key: Key) => boolean): PersistentMap<Key, Value>;
  find(fits: (value: Value, key: Key) => boolean): Value | undefined;
  some(fits: (value: Value, key: Key) => boolean): boolean;
  count(fits: (value: Value, key: Key) => boolean): number;
  reduce<Result>(gather: (gathered: Result, value: Value) => Result, first: Result): Result;
  forEach(look: (value: Value, key: Key) => void): void;
  keys(): IterableIterator<Key>;
  values(): IterableIterator<Value>;
  entries(): IterableIterator<readonly [Key, Value]>;
  /**
   * Keys that were added, removed or are not alike since `before`, an earlier version of this map. What both share is not compared: the
   * cost depends on what changed, not on the size.
   */
  changedSince(before: PersistentMap<Key, Value>, alike: (was: Value, is: Value) => boolean): Key[];
  toJSON(): Record<string, Value>;
}

/** A map of these records; of two with the same key the last counts. */
export function PersistentMap<Key extends string, Value>(
  records: Iterable<readonly [Key, Value]> = [],
): PersistentMap<Key, Value> {
  const builder = new MapBuilder<Key, Value>();
  for (const [key, value] of records) builder.set(key, value);
  return builder.map();
}

/** Builds a map of many records without creating one map for each. */
export class MapBuilder<Key extends string, Value> {
  readonly #from: Trie<Key, Value> | null;
  #root: Node<Value>;
  #size: number;
  /** Nodes with this owner belong to this builder: it changes them in place. */
  readonly #owner = {};

  constructor(from: PersistentMap<Key, Value> | null = null) {
    this.#from = from as Trie<Key, Value> | null;
    this.#root = this.#from?.root ?? EMPTY;
    this.#size = this.#from?.size ?? 0;
  }

  get(key: Key): Value | undefined {
    return find(this.#root, key);
  }

  set(key: Key, value: Value): void {
    const grown = { by: 0 };
    this.#root = withRecord(this.#root, 0, hashOf(key), key, value, { owner: this.#owner, grown });
    this.#size += grown.by;
  }

  /** The current map; ends the builder. */
  map(): PersistentMap<Key, Value> {
    return this.#root === this.#from?.root ? this.#from : new Trie(this.#root, this.#size);
  }
}

/** A hash trie: at each level, five bits of a key's hash lead to a record or to a node below. */
class Trie<Key extends string, Value> implements PersistentMap<Key, Value> {
  readonly #root: Node<Value>;
  readonly #size: number;
  #list: List<Key, Value> | null = null;

  constructor(root: Node<Value>, size: number) {
    this.#root = root;
    this.#size = size;
  }

  get root(): Node<Value> {
    return this.#root;
  }

  get size(): number {
    return this.#size;
  }

  get(key: Key): Value | undefined {
    return find(this.#root, key);
  }

  has(key: Key): boolean {
    return isIn(this.#root, key);
  }

  set(key: Key, value: Value): PersistentMap<Key, Value> {
    const grown = { by: 0 };
    const root = withRecord(this.#root, 0, hashOf(key), key, value, { owner: null, grown });
    return root === this.#root ? this : new Trie(root, this.#size + grown.by);
  }

  update(key: Key, absent: Value, change: (value: Value) => Value): PersistentMap<Key, Value> {
    return this.set(key, change(this.has(key) ? (this.get(key) as Value) : absent));
  }

  delete(key: Key): PersistentMap<Key, Value> {
    const root = withoutKey(this.#root, 0, hashOf(key), key);
    return root === this.#root ? this : new Trie(root, this.#size - 1);
  }

  deleteAll(keys: Iterable<Key>): PersistentMap<Key, Value> {
    if (this.#size === 0) return this;
    const gone: ReadonlySet<string> = keys instanceof Set ? keys : new Set(keys);
    if (gone.size * FEW < this.#size) {
      let left: PersistentMap<Key, Value> = this;
      for (const key of gone) left = left.delete(key as Key);
      return left;
    }
    const kept = { size: 0 };
    const root = withoutKeys(this.#root, gone, kept);
    return root === this.#root ? this : new Trie(root, kept.size);
  }

  clear(): PersistentMap<Key, Value> {
    return new Trie<Key, Value>(EMPTY, 0);
  }

  merge(more: Iterable<readonly [Key, Value]>): PersistentMap<Key, Value> {
    let all: PersistentMap<Key, Value> = this;
    for (const [key, value] of more) all = all.set(key, value);
    return all;
  }

  withMutations(act: (all: MapBuilder<Key, Value>) => void): PersistentMap<Key, Value> {
    const all = new MapBuilder(this);
    act(all);
    return all.map();
  }

  flatMap<Other>(
    change: (value: Value, key: Key) => Iterable<readonly [Key, Other]>,
  ): PersistentMap<Key, Other> {
    const all = new MapBuilder<Key, Other>();
    this.forEach((value, key) => {
      for (const [to, other] of change(value, key)) all.set(to, other);
    });
    return all.map();
  }

  map<Other>(change: (value: Value, key: Key) => Other): PersistentMap<Key, Other> {
    return new Trie<Key, Other>(changedNode(this.#root, change as Change<Value, Other>), this.#size);
  }

  filter(belongs: (value: Value, key: Key) => boolean): PersistentMap<Key, Value> {
    const gone: Key[] = [];
    this.forEach((value, key) => {
      if (!belongs(value, key)) gone.push(key);
    });
    return gone.length === 0 ? this : this.deleteAll(gone);
  }

  find(fits: (value: Value, key: Key) => boolean): Value | undefined {
    const { keys, values } = this.#listed();
    return values.find((value, at) => fits(value, keys[at] as Key));
  }

  some(fits: (value: Value, key: Key) => boolean): boolean {
    const { keys, values } = this.#listed();
    return values.some((value, at) => fits(value, keys[at] as Key));
  }

  count(fits: (value: Value, key: Key) => boolean): number {
    let count = 0;
    this.forEach((value, key) => {
      if (fits(value, key)) count += 1;
    });
    return count;
  }

  reduce<Result>(gather: (gathered: Result, value: Value) => Result, first: Result): Result {
    return this.#listed().values.reduce(gather, first);
  }

  forEach(look: (value: Value, key: Key) => void): void {
    const { keys, values } = this.#listed();
    values.forEach((value, at) => {
      look(value, keys[at] as Key);
    });
  }

  keys(): IterableIterator<Key> {
    return this.#listed().keys.values();
  }

  values(): IterableIterator<Value> {
    return this.#listed().values.values();
  }

  *entries(): IterableIterator<readonly [Key, Value]> {
    const { keys, values } = this.#listed();
    for (const [at, key] of keys.entries()) yield [key, values[at] as Value];
  }

  [Symbol.iterator](): IterableIterator<readonly [Key, Value]> {
    return this.entries();
  }

  changedSince(before: PersistentMap<Key, Value>, alike: (was: Value, is: Value) => boolean): Key[] {
    const changed: Key[] = [];
    compare((before as Trie<Key, Value>).root, this.#root, 0, (key, was, is) => {
      if (was === undefined || is === undefined || !alike(was, is)) changed.push(key as Key);
    });
    return changed;
  }

  toJSON(): Record<string, Value> {
    return Object.fromEntries(this.entries());
  }

  /** Its records as arrays: iterating over them is then as fast as over a list. A small map already has them. */
  #listed(): List<Key, Value> {
    if (this.#root.below.length === 0) return this.#root as unknown as List<Key, Value>;
    if (this.#list === null) {
      const list = { keys: [] as Key[], values: [] as Value[] };
      gather(this.#root, list as unknown as { keys: string[]; values: Value[] });
      this.#list = list;
    }
    return this.#list;
  }
}

interface List<Key extends string, Value> {
  readonly keys: readonly Key[];
  readonly values: readonly Value[];
}

/** One level: a bit for each of 32 slots says whether it holds a record or a node below. */
interface Node<Value> {
  records: number;
  parts: number;
  /** The keys of the records, in the order of their bits; below the last bits of a hash, all keys that share it, in order. */
  keys: string[];
  values: Value[];
  below: Node<Value>[];
  owner: object | null;
}

type Change<Value, Other> = (value: Value, key: string) => Other;

interface Writing {
  /** The owner who may change this node in place; null: nobody. */
  readonly owner: object | null;
  readonly grown: { by: number };
}

const BITS = 5;
const MASK = 31;
/** At this level no bit of a hash is left. */
const DEEPEST = 35;

/** Keys are deleted one by one from a map with more than this many times as many records; otherwise in one pass over all of it. */
const FEW = 16;

const EMPTY: Node<never> = { records: 0, parts: 0, keys: [], values: [], below: [], owner: null };

function find<Value>(root: Node<Value>, key: string): Value | undefined {
  let [node, hash] = [root, hashOf(key)];
  for (let level = 0; level < DEEPEST; level += BITS) {
    const bit = 1 << (hash & MASK);
    if (node.records & bit) {
      const at = before(node.records, bit);
      return node.keys[at] === key ? node.values[at] : undefined;
    }
    const below = node.parts & bit ? node.below[before(node.parts, bit)] : undefined;
    if (!below) return undefined;
    node = below;
    hash >>>= BITS;
  }
  const at = placeIn(node.keys, key);
  return node.keys[at] === key ? node.values[at] : undefined;
}

function isIn<Value>(root: Node<Value>, key: string): boolean {
  let [node, hash] = [root, hashOf(key)];
  for (let level = 0; level < DEEPEST; level += BITS) {
    const bit = 1 << (hash & MASK);
    if (node.records & bit) return node.keys[before(node.records, bit)] === key;
    const below = node.parts & bit ? node.below[before(node.parts, bit)] : undefined;
    if (!below) return false;
    node = below;
    hash >>>= BITS;
  }
  return node.keys[placeIn(node.keys, key)] === key;
}

function withRecord<Value>(
  node: Node<Value>,
  level: number,
  hash: number,
  key: string,
  value: Value,
  writing: Writing,
): Node<Value> {
  const bit = 1 << (hash & MASK);
  const isDeepest = level >= DEEPEST;
  const at = isDeepest ? placeIn(node.keys, key) : before(node.records, bit);
  if (isDeepest ? node.keys[at] === key : node.records & bit) {
    if (node.keys[at] === key) {
      if (node.values[at] === value) return node;
      const changed = writable(node, writing.owner);
      changed.values[at] = value;
      return changed;
    }
    return splitSlot(node, level, hash, at, key, value, writing);
  }
  if (!isDeepest && node.parts & bit) {
    const way = before(node.parts, bit);
    const part = node.below[way] ?? EMPTY;
    const now = withRecord(part, level + BITS, hash >>> BITS, key, value, writing);
    if (now === part) return node;
    const changed = writable(node, writing.owner);
    changed.below[way] = now;
    return changed;
  }
  writing.grown.by = 1;
  const changed = writable(node, writing.owner);
  changed.keys.splice(at, 0, key);
  changed.values.splice(at, 0, value);
  if (!isDeepest) changed.records |= bit;
  return changed;
}

/** Two records in the same slot move a level down. */
function splitSlot<Value>(
  node: Node<Value>,
  level: number,
  hash: number,
  at: number,
  key: string,
  value: Value,
  writing: Writing,
): Node<Value> {
  const bit = 1 << (hash & MASK);
  const changed = writable(node, writing.owner);
  const [otherKey = ''] = changed.keys.splice(at, 1);
  const [other] = changed.values.splice(at, 1) as [Value];
  const otherHash = level + BITS >= DEEPEST ? 0 : hashOf(otherKey) >>> (level + BITS);
  const own: Writing = { owner: writing.owner, grown: { by: 0 } };
  const first = withRecord<Value>(EMPTY, level + BITS, otherHash, otherKey, other, own);
  const both = withRecord(first, level + BITS, hash >>> BITS, key, value, writing);
  changed.records ^= bit;
  changed.parts |= bit;
  changed.below.splice(before(changed.parts, bit), 0, both);
  return changed;
}

function withoutKey<Value>(node: Node<Value>, level: number, hash: number, key: string): Node<Value> {
  const bit = 1 << (hash & MASK);
  const isDeepest = level >= DEEPEST;
  if (isDeepest || node.records & bit) {
    const at = isDeepest ? placeIn(node.keys, key) : before(node.records, bit);
    if (node.keys[at] !== key) return node;
    const changed = writable(node, null);
    changed.keys.splice(at, 1);
    changed.values.splice(at, 1);
    if (!isDeepest) changed.records ^= bit;
    return changed;
  }
  if ((node.parts & bit) === 0) return node;
  const way = before(node.parts, bit);
  const part = node.below[way] ?? EMPTY;
  const now = withoutKey(part, level + BITS, hash >>> BITS, key);
  if (now === part) return node;
  const changed = writable(node, null);
  if (now.keys.length > 1 || now.below.length > 0) {
    changed.below[way] = now;
    return changed;
  }
  // A single record moves a level up, as if the other had never been there.
  const at = before(node.records, bit);
  changed.below.splice(way, 1);
  changed.parts ^= bit;
  changed.records |= bit;
  changed.keys.splice(at, 0, now.keys[0] ?? '');
  changed.values.splice(at, 0, now.values[0] as Value);
  return changed;
}

/** A node without any of these keys, in one pass; counts the records that stay. The same node if none of its keys is among them. */
function withoutKeys<Value>(
  node: Node<Value>,
  gone: ReadonlySet<string>,
  kept: { size: number },
): Node<Value> {
  const left: Node<Value> = { records: 0, parts: 0, keys: [], values: [], below: [], owner: null };
  let [record, isSame] = [0, true];
  const keep = (key: string, value: Value, bit: number) => {
    left.keys.push(key);
    left.values.push(value);
    left.records |= bit;
  };
  const look = (bit: number) => {
    const key = node.keys[record] ?? '';
    if (gone.has(key)) isSame = false;
    else {
      keep(key, node.values[record] as Value, bit);
      kept.size += 1;
    }
    record += 1;
  };
  for (let ways = node.records | node.parts; ways !== 0; ways &= ways - 1) {
    const bit = ways & -ways;
    if (node.records & bit) {
      look(bit);
      continue;
    }
    const part = node.below[before(node.parts, bit)] ?? EMPTY;
    const now = withoutKeys(part, gone, kept);
    if (now !== part) isSame = false;
    if (now.keys.length > 1 || now.below.length > 0) {
      left.below.push(now);
      left.parts |= bit;
    }
    // A single record moves a level up, as in `withoutKey`.
    else if (now.keys.length === 1) keep(now.keys[0] ?? '', now.values[0] as Value, bit);
  }
  // The deepest nodes have no slots.
  while (record < node.keys.length) look(0);
  return isSame ? node : left;
}

function changedNode<Value, Other>(node: Node<Value>, change: Change<Value, Other>): Node<Other> {
  const values = node.values.map((value, at) => change(value, node.keys[at] ?? ''));
  return { ...node, values, below: node.below.map((part) => changedNode(part, change)), owner: null };
}

/** Slot by slot: a record that moved a level down because of another keeps its place relative to all others. */
function gather<Value>(node: Node<Value>, list: { keys: string[]; values: Value[] }): void {
  const { records, keys, values, below } = node;
  let [record, part] = [0, 0];
  // Without nodes below they are already in order; the deepest nodes have no slots.
  for (let bit = 1; part < below.length; bit <<= 1) {
    if (records & bit) {
      list.keys.push(keys[record] ?? '');
      list.values.push(values[record] as Value);
      record += 1;
    } else if (node.parts & bit) {
      gather(below[part] ?? EMPTY, list);
      part += 1;
    }
  }
  for (; record < keys.length; record += 1) {
    list.keys.push(keys[record] ?? '');
    list.values.push(values[record] as Value);
  }
}

type Look<Value> = (key: string, was: Value | undefined, is: Value | undefined) => void;

/** Visits each record in which two nodes at the same place differ; undefined: there is none with this key. */
function compare<Value>(was: Node<Value>, is: Node<Value>, level: number, look: Look<Value>): void {
  if (was === is) return;
  if (level >= DEEPEST) compareInOrder(was, is, look);
  // The deepest nodes have no slots.
  for (let ways = was.records | was.parts | is.records | is.parts; ways !== 0; ways &= ways - 1) {
    const bit = ways & -ways;
    if (was.records & is.records & bit) {
      const [at, to] = [before(was.records, bit), before(is.records, bit)];
      const [key, value] = [is.keys[to] ?? '', is.values[to]];
      if (was.keys[at] !== key) look(was.keys[at] ?? '', was.values[at], undefined);
      const other = was.keys[at] === key ? was.values[at] : undefined;
      if (other !== value) look(key, other, value);
    } else {
      compare(belowOf(was, level, bit), belowOf(is, level, bit), level + BITS, look);
    }
  }
}

/** The same for the deepest nodes, whose keys are in order. */
function compareInOrder<Value>(was: Node<Value>, is: Node<Value>, look: Look<Value>): void {
  let [at, to] = [0, 0];
  while (at < was.keys.length || to < is.keys.length) {
    const [old, now] = [was.keys[at], is.keys[to]];
    const isIn = now !== undefined && (old === undefined || now <= old);
    const wasIn = old !== undefined && (now === undefined || old <= now);
    const [value, other] = [wasIn ? was.values[at] : undefined, isIn ? is.values[to] : undefined];
    if (value !== other) look((isIn ? now : old) ?? '', value, other);
    at += wasIn ? 1 : 0;
    to += isIn ? 1 : 0;
  }
}

/** The content of this slot: a single record as it would be a level deeper. */
function belowOf<Value>(node: Node<Value>, level: number, bit: number): Node<Value> {
  if (node.parts & bit) return node.below[before(node.parts, bit)] ?? EMPTY;
  if ((node.records & bit) === 0) return EMPTY;
  const at = before(node.records, bit);
  const key = node.keys[at] ?? '';
  const deeper = level + BITS;
  // A shift by more than all bits would start again at 0.
  const hash = deeper >= DEEPEST ? 0 : hashOf(key) >>> deeper;
  const writing = { owner: null, grown: { by: 0 } };
  return withRecord<Value>(EMPTY, deeper, hash, key, node.values[at] as Value, writing);
}

function writable<Value>(node: Node<Value>, owner: object | null): Node<Value> {
  if (owner !== null && node.owner === owner) return node;
  const { records, parts, keys, values, below } = node;
  return { records, parts, keys: keys.slice(), values: values.slice(), below: below.slice(), owner };
}

/** The number of these bits before this one. */
function before(bits: number, bit: number): number {
  let left = bits & (bit - 1);
  left -= (left >>> 1) & 0x55555555;
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** The index of a key among these in order, or where it would be inserted: people make keys, and may make many with the same hash. */
function placeIn(keys: readonly string[], key: string): number {
  let [from, to] = [0, keys.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((keys[middle] ?? '') < key) from = middle + 1;
    else to = middle;
  }
  return from;
}
