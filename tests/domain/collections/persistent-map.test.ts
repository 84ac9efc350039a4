import fc from 'fast-check';
import { Map as ImmutableMap } from 'immutable';
import { describe, expect, test } from 'vitest';
import { MapBuilder, PersistentMap } from '#domain/collections/persistent-map.ts';

/** Two halves whose hash comes to the same: whatever follows them, so does all of it. */
const ONE_HASH = ['gvgppfhr', 'rautwzkl'] as const;

/** Few keys, so that they meet again; some of one hash, to the last bit. */
const key = fc.oneof(
  fc.nat(40).map((n) => `k${n}`),
  fc.array(fc.constantFrom(...ONE_HASH), { minLength: 1, maxLength: 4 }).map((halves) => halves.join('')),
  fc.string({ maxLength: 3 }),
);

type Act =
  | readonly ['set', string, number]
  | readonly ['delete', string]
  | readonly ['deleteAll', readonly string[]]
  | readonly ['filter', number];

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constant('set' as const), key, fc.nat(5)) },
  { weight: 3, arbitrary: fc.tuple(fc.constant('delete' as const), key) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('deleteAll' as const), fc.array(key, { maxLength: 20 })) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('filter' as const), fc.nat(5)) },
);
const acts = fc.array(act, { maxLength: 120 });

function done(map: PersistentMap<string, number>, [what, ...on]: Act): PersistentMap<string, number> {
  if (what === 'set') return map.set(on[0] as string, on[1] as number);
  if (what === 'deleteAll') return map.deleteAll(on[0] as readonly string[]);
  return what === 'delete' ? map.delete(on[0] as string) : map.filter((value) => value !== on[0]);
}

function doneThere(map: ImmutableMap<string, number>, [what, ...on]: Act): ImmutableMap<string, number> {
  if (what === 'set') return map.set(on[0] as string, on[1] as number);
  if (what === 'deleteAll') return map.deleteAll(on[0] as readonly string[]);
  return what === 'delete' ? map.delete(on[0] as string) : map.filter((value) => value !== on[0]);
}

const inOrder = (records: Iterable<readonly [string, number]>) =>
  [...records].sort(([a], [b]) => (a < b ? -1 : 1));

/** The nodes of a map, without their owners. */
const shapeOf = (map: object) =>
  JSON.stringify((map as { readonly root: object }).root, (name, part) =>
    name === 'owner' ? undefined : (part as unknown),
  );

describe('a persistent map', () => {
  test('has what a map of Immutable has after the same, and says so in every way', () => {
    fc.assert(
      fc.property(acts, fc.array(key), (all, asked) => {
        let [ours, theirs] = [PersistentMap<string, number>(), ImmutableMap<string, number>()];
        for (const each of all) [ours, theirs] = [done(ours, each), doneThere(theirs, each)];
        expect(inOrder(ours)).toEqual(inOrder(theirs));
        expect(ours.size).toBe(theirs.size);
        for (const one of asked) {
          expect(ours.get(one)).toBe(theirs.get(one));
          expect(ours.has(one)).toBe(theirs.has(one));
        }
        const records = [...ours];
        expect([...ours.keys()]).toEqual(records.map(([name]) => name));
        expect([...ours.values()]).toEqual(records.map(([, value]) => value));
        const looked: [string, number][] = [];
        ours.forEach((value, name) => {
          looked.push([name, value]);
        });
        expect(looked).toEqual(records);
        expect(ours.reduce((sum, value) => sum + value, 0)).toBe(
          theirs.reduce((sum, value) => sum + value, 0),
        );
        expect(ours.count((value) => value > 2)).toBe(theirs.count((value) => value > 2));
        expect(ours.some((value) => value === 5)).toBe(theirs.some((value) => value === 5));
        expect(ours.find((value) => value === 5)).toBe(theirs.find((value) => value === 5));
        expect(inOrder(ours.map((value) => value + 1))).toEqual(inOrder(theirs.map((value) => value + 1)));
        expect(JSON.parse(JSON.stringify(ours))).toEqual(Object.fromEntries(records));
      }),
    );
  });

  test('is never changed by what is made of it, by a builder neither', () => {
    fc.assert(
      fc.property(acts, acts, (first, more) => {
        const map = first.reduce(done, PersistentMap<string, number>());
        const was = [...map];
        more.reduce(done, map);
        const builder = new MapBuilder(map);
        for (const each of more) if (each[0] === 'set') builder.set(each[1], each[2]);
        const built = builder.map();
        expect([...map]).toEqual(was);
        const sets = more.filter((each) => each[0] === 'set');
        expect([...built]).toEqual([...sets.reduce(done, map)]);
      }),
    );
  });

  test('goes through its records in one order, whatever was done to make it', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const map = all.reduce(done, PersistentMap<string, number>());
        expect([...PersistentMap(inOrder(map))]).toEqual([...map]);
        expect([...PersistentMap(inOrder(map).reverse())]).toEqual([...map]);
      }),
    );
  });

  test('stays the same one where nothing is otherwise', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const map = all.reduce(done, PersistentMap<string, number>());
        for (const [name, value] of map) expect(map.set(name, value)).toBe(map);
        expect(map.delete('nobody has this')).toBe(map);
        expect(map.filter(() => true)).toBe(map);
      }),
    );
  });

  test('lists the differences to an earlier one, after any changes', () => {
    const alike = (a: number, b: number) => a % 3 === b % 3;
    fc.assert(
      fc.property(acts, acts, fc.boolean(), (first, more, isShared) => {
        const was = first.reduce(done, PersistentMap<string, number>());
        const made = more.reduce(done, was);
        const is = isShared ? made : PersistentMap(made);
        const names = [...new Set([...was.keys(), ...is.keys()])];
        const differing = names.filter((name) => {
          const [a, b] = [was.get(name), is.get(name)];
          return a === undefined || b === undefined || !alike(a, b);
        });
        expect(is.changedSince(was, alike).sort()).toEqual(differing.sort());
        expect(is.changedSince(is, () => false)).toEqual([]);
      }),
    );
  });

  test('finds one changed record among many without looking at the others', () => {
    const was = PersistentMap(Array.from({ length: 10_000 }, (_, nth): [string, number] => [`c${nth}`, nth]));
    const looked: number[] = [];
    const is = was.set('c4711', -1).delete('c12').set('new', 1);
    const changed = is.changedSince(was, (a) => {
      looked.push(a);
      return false;
    });
    expect(changed.sort()).toEqual(['c12', 'c4711', 'new']);
    expect(looked).toEqual([4711]);
  });

  test('loses many keys at once as one by one, and stays the same one where it has none of them', () => {
    fc.assert(
      fc.property(acts, fc.array(key), (all, gone) => {
        const map = all.reduce(done, PersistentMap<string, number>());
        const oneByOne = gone.reduce((left, name) => left.delete(name), map);
        for (const keys of [gone, new Set(gone)]) {
          const left = map.deleteAll(keys);
          expect(shapeOf(left)).toEqual(shapeOf(oneByOne));
          expect([...left]).toEqual([...oneByOne]);
          expect(left.size).toBe(oneByOne.size);
          expect(left.deleteAll(keys)).toBe(left);
        }
      }),
    );
  });

  test('is asked in one look at each record, not by key, where many keys go', () => {
    const records = Array.from({ length: 1_000 }, (_, nth): [string, number] => [`c${nth}`, nth]);
    let looks = 0;
    class Counted extends Set<string> {
      override has(name: string): boolean {
        looks += 1;
        return super.has(name);
      }
    }
    const gone = new Counted(Array.from({ length: 100_000 }, (_, nth) => `c${nth * 2}`));
    expect(PersistentMap(records).deleteAll(gone).size).toBe(500);
    expect(looks).toBe(1_000);
  });

  test('of thousands of keys with one hash finds each', () => {
    const names = Array.from({ length: 4_096 }, (_, nth) =>
      Array.from({ length: 12 }, (_, bit) => ONE_HASH[(nth >> bit) & 1]).join(''),
    );
    let map = PersistentMap(names.map((name, nth) => [name, nth] as const));
    expect(map.size).toBe(4_096);
    for (const [nth, name] of names.entries()) expect(map.get(name)).toBe(nth);
    for (const name of names.slice(1)) map = map.delete(name);
    expect([...map]).toEqual([[names[0], 0]]);
  });
});
