import { describe, expect, test } from 'vitest';
import { FairQueue, type QueueBounds } from '../../server/limits/fair-queue.ts';
import { upTo } from '../support/log-node.ts';

/** A queue whose jobs end when the test says so; those that have begun, in order. */
function controlled(bounds: QueueBounds) {
  const queue = new FairQueue(bounds);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const add = (name: string, person: string | null, address = 'here', signal?: AbortSignal) =>
    queue.run(
      { person, address },
      async () => {
        begun.push(name);
        await new Promise<void>((end) => ends.set(name, end));
        return name;
      },
      signal,
    );
  const end = async (name: string) => {
    ends.get(name)?.();
    // A waiting job begins in the turn of the event loop after another ends.
    for (const _ of upTo(2)) await new Promise(setImmediate);
  };
  /** Ends the jobs one after another as they come; their names in that order. */
  const endAll = async () => {
    for (let at = 0; at < begun.length; at += 1) await end(begun[at] ?? '');
    return begun;
  };
  return { queue, begun, add, end, endAll };
}

/** The immediate refusals of jobs that are not accepted. */
async function refusedOf(jobs: readonly Promise<unknown>[]): Promise<number> {
  const waits = new Promise((resolve) => setImmediate(resolve, 'waits'));
  const now = await Promise.all(jobs.map((job) => Promise.race([job, waits])));
  return now.filter((answer) => answer === 'busy').length;
}

describe('[OP15] a fair queue', () => {
  const held = { person: 3, readersOfAddress: 5, peopleOfAddress: 6, all: 13 };
  const bounds = { held, running: { all: 1 } };

  test('gives addresses and people turns, and readers one of three', async () => {
    const { queue, begun, add, endAll } = controlled({ ...bounds, held: {} });
    // Two turns and the third, under way: the next round begins after it.
    for (const _ of upTo(2)) await queue.run({ person: 'x', address: 'x' }, async () => {});
    await new Promise(setImmediate);
    add('first', 'x', 'x');
    const put = (person: string | null, address: string, n: number) => {
      for (const _ of upTo(n)) add(`${person ?? 'reader'}@${address}`, person, address);
    };
    put('ann', 'hall', 3);
    put('ben', 'hall', 2);
    put('cid', 'home', 2);
    put(null, 'cafe', 2);
    expect(begun).toEqual(['first']);
    expect(await endAll()).toEqual([
      'first',
      'ann@hall',
      'cid@home',
      'reader@cafe',
      'ben@hall',
      'cid@home',
      'reader@cafe',
      'ann@hall',
      'ben@hall',
      'ann@hall',
    ]);
  });

  test('is bounded by person, by address and in all; a job that leaves makes room', async () => {
    const { add } = controlled(bounds);
    add('first', 'x', 'x');
    const put = async (person: string | null, address: string) =>
      10 - (await refusedOf(upTo(10).map((n) => add(`${person}${n}`, person, address))));
    const leaving = new AbortController();
    const left = add('leaving', 'ann', 'a', leaving.signal);
    expect(await put('ann', 'a')).toBe(2);
    expect([await put(null, 'a'), await put('ben', 'a'), await put('cid', 'a')]).toEqual([5, 3, 0]);
    expect(await put('ann', 'c')).toBe(0);
    leaving.abort();
    expect(await left).toBe('busy');
    expect([await put('ann', 'a'), await put('dan', 'b')]).toEqual([1, 3]);
  });

  test('that one address has filled takes what comes from another: the newest of the fullest address gives way', async () => {
    const { add } = controlled({ ...bounds, held: { ...held, peopleOfAddress: 20 } });
    add('first', 'x', 'x');
    const gone: string[] = [];
    const guests = upTo(12).map((n) => `guest${n}`);
    for (const guest of guests)
      add(guest, guest, 'flood').then((answer) => answer === 'busy' && gone.push(guest));
    expect(await add('late', 'late', 'flood')).toBe('busy');
    const others = upTo(3).flatMap((n) => [add(`r${n}`, null, 'home'), add(`a${n}`, 'ann', 'cafe')]);
    expect(await refusedOf(others)).toBe(0);
    expect(gone).toEqual(guests.slice(-6).reverse());
  });

  test('runs one job of a person at a time if limited so, even if nobody else waits', async () => {
    const { begun, add, end, endAll } = controlled({ held: {}, running: { person: 1, all: 2 } });
    const all = ['m1', 'm2', 'm3'].map((name) => add(name, 'mallory'));
    const elsewhere = add('m4', 'mallory', 'elsewhere');
    const fine = add('i1', 'ida');
    expect(begun).toEqual(['m1', 'i1']);
    await end('i1');
    expect(await fine).toBe('i1');
    expect(begun).toEqual(['m1', 'i1']);
    await end('m1');
    expect(begun).toHaveLength(3);
    expect(await endAll()).toEqual(['m1', 'i1', 'm4', 'm2', 'm3']);
    expect(await Promise.all([...all, elsewhere])).toEqual(['m1', 'm2', 'm3', 'm4']);
  });

  test('takes turns between people, and between addresses however many people come from one', async () => {
    const { add, endAll } = controlled({ held: {}, running: { all: 1 } });
    const all = [
      add('first', 'zoe'),
      add('a1', 'anna'),
      add('a2', 'anna'),
      add('b1', 'bert'),
      add('b2', 'bert'),
      add('far', 'fay', 'elsewhere'),
    ];
    expect(await endAll()).toEqual(['first', 'a1', 'far', 'b1', 'a2', 'b2']);
    expect(await Promise.all(all)).toHaveLength(6);
  });

  test('takes only so many of a person and from an address, those under way included', async () => {
    const { add, endAll } = controlled({
      held: { person: 2, peopleOfAddress: 4 },
      running: { person: 1, all: 2 },
    });
    const taken = [add('a1', 'anna'), add('b1', 'bert'), add('a2', 'anna')];
    expect(await add('a3', 'anna')).toBe('busy');
    taken.push(add('c1', 'carl'));
    expect(await add('d1', 'dora')).toBe('busy');
    taken.push(add('d2', 'dora', 'elsewhere'));
    await endAll();
    expect(await Promise.all(taken)).toEqual(['a1', 'b1', 'a2', 'c1', 'd2']);
  });

  test('gives the place of a job that fails, or that says it has ended, to the next', async () => {
    const queue = new FairQueue({ held: {}, running: { all: 1 } });
    const anna = { person: 'anna', address: 'here' };
    const failing = queue.run(anna, () => Promise.reject(new Error('It failed')));
    const ending = queue.run(anna, (end) => {
      end();
      return new Promise(() => {});
    });
    const next = queue.run(anna, async () => 'done');
    await expect(failing).rejects.toThrow('It failed');
    expect(await Promise.race([ending, next])).toBe('done');
  });
});
