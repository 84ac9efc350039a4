import { afterAll, describe, expect, test } from 'vitest';
import { POST } from '../../app/api/imports/route.ts';
import { FairQueue } from '../../server/use-cases/fair-queue.ts';
import { READING_BOUNDS } from '../../server/use-cases/imports.ts';
import { WorkerProcess } from '../../server/workers/worker-process.ts';
import { bytesOf } from '../support/exchanged.ts';
import { withTestServer } from '../support/live-debates.ts';

const server = withTestServer();

const GRAPH = bytesOf('x The bridge holds\ny It is old\n#\ny x\n');

/** Front matter in which each name stands for ten of the one before: few bytes that merge to billions of values. */
const ALIASES = bytesOf(
  [
    '===',
    'a: &a [x,x,x,x,x,x,x,x,x,x]',
    ...[...'bcdefghij'].map((name, at) => {
      const before = `*${'abcdefghi'[at]}`;
      return `${name}: &${name} [${Array.from({ length: 10 }, () => before).join(',')}]`;
    }),
    '===',
    '',
    '[A]: b',
    '',
  ].join('\n'),
);

async function look(bytes: Uint8Array, query: string, cookie: string) {
  const { origin } = server();
  const headers = { host: new URL(origin).host, origin, cookie };
  const answer = await POST(
    new Request(`${origin}/api/imports?${query}`, { method: 'POST', headers, body: bytes as BodyInit }),
  );
  return { status: answer.status, ...(await answer.json()) };
}

const HOSTILE = [
  ['argdown', ALIASES],
  ['argdown', bytesOf('{'.repeat(32_000))],
  ['kialo', bytesOf(`Discussion Title: x\n\n1. y\n1.1. Pro: ${'['.repeat(60_000)}`)],
  ['aif', bytesOf('['.repeat(60_000))],
  ['parley', bytesOf('{"a":'.repeat(12_000))],
] as const;

test('[FI1] whatever is in a file, its reader alone ends: the file is answered, and the next one is read', async () => {
  const cookie = await server().signIn('Ida');
  expect(ALIASES.length).toBeLessThan(600);
  for (const [format, bytes] of HOSTILE) {
    expect(await look(bytes, `format=${format}`, cookie)).toMatchObject({ ok: expect.any(Boolean) });
    expect(await look(GRAPH, 'name=a.tgf', cookie)).toMatchObject({ status: 200, ok: true });
  }
});

test('[FI3] several hostile files of one person and one of another are all answered', async () => {
  const [mallory, ida] = [await server().signIn('Mallory'), await server().signIn('Ida')];
  const hostile = Array.from({ length: 8 }, () =>
    look(HOSTILE[1][1], 'format=argdown', mallory).then(({ status }) => status),
  );
  const fine = await look(GRAPH, 'name=a.tgf', ida);
  expect(fine).toMatchObject({ status: 200, ok: true });
  expect(await Promise.all(hostile)).toEqual(Array.from({ length: 8 }, () => expect.any(Number)));
});

describe('[FI2] a reader that goes over a bound ends, and the next file gets another', () => {
  const file = (text: string, format: string) => ({
    bytes: bytesOf(text),
    fileName: '',
    format,
    owner: null,
    now: 1_000,
  });
  const lists = file(`[${'[],'.repeat(2_000_000)}[]]`, 'aif');
  const small = file('x y\n#\n', 'tgf');
  const workers: WorkerProcess[] = [];
  const worker = (bounds: Partial<typeof READING_BOUNDS>) => {
    const made = new WorkerProcess('import', { ...READING_BOUNDS, ...bounds });
    workers.push(made);
    return made;
  };
  afterAll(() => {
    for (const each of workers) each.stop();
  });

  test.each([
    ['time', { processorMs: 60 }],
    ['memory', { memoryMb: 48, processorMs: 60_000 }],
  ] as const)('%s', async (why, bounds) => {
    const reader = worker(bounds);
    await expect(reader.run(lists)).rejects.toMatchObject({ name: 'WorkerFailure', why });
    expect(await worker({}).run(small)).toMatchObject({ preview: { claims: 1 } });
  });

  test('memory outside of the heap', async () => {
    const reader = worker({ residentMb: 8 });
    await expect(reader.run(lists)).rejects.toMatchObject({ why: 'memory' });
  });

  test('a worker that is ended under way', async () => {
    const reader = worker({ processorMs: 60_000 });
    const read = reader.run(lists);
    reader.stop();
    await expect(read).rejects.toMatchObject({ why: 'ended' });
    expect(await reader.run(small)).toMatchObject({ preview: { claims: 1 } });
  });
});

describe('[FI3] files are read in turns', () => {
  /** Work whose end is decided by the test. */
  function controlled(limits: ConstructorParameters<typeof FairQueue>[0]) {
    const queue = new FairQueue(limits);
    const begun: string[] = [];
    const ends = new Map<string, () => void>();
    const bring = (name: string, person: string, address = 'here') =>
      queue.run({ person, address }, async () => {
        begun.push(name);
        await new Promise<void>((end) => ends.set(name, end));
        return name;
      });
    const end = async (name: string) => {
      ends.get(name)?.();
      // What waits begins in the microtasks after an end.
      await new Promise(setImmediate);
    };
    return { begun, bring, end };
  }
  const limits = { atOnce: 2, atOnceFromAddress: 2, waitingOfPerson: 8, waitingFromAddress: 40 };

  test('one of a person at a time, whoever else waits', async () => {
    const { begun, bring, end } = controlled(limits);
    const all = ['m1', 'm2', 'm3'].map((name) => bring(name, 'mallory'));
    const fine = bring('i1', 'ida');
    expect(begun).toEqual(['m1', 'i1']);
    await end('i1');
    expect(await fine).toBe('i1');
    expect(begun).toEqual(['m1', 'i1']);
    for (const name of ['m1', 'm2', 'm3']) await end(name);
    expect(await Promise.all(all)).toEqual(['m1', 'm2', 'm3']);
  });

  test('round robin between people, and between addresses however many people come from one', async () => {
    const { begun, bring, end } = controlled({ ...limits, atOnce: 1 });
    const all = [
      bring('first', 'zoe'),
      bring('a1', 'anna'),
      bring('a2', 'anna'),
      bring('b1', 'bert'),
      bring('b2', 'bert'),
      bring('far', 'fay', 'elsewhere'),
    ];
    for (const name of ['first', 'a1', 'far', 'b1', 'a2', 'b2']) {
      expect(begun.at(-1)).toBe(name);
      await end(name);
    }
    expect(await Promise.all(all)).toHaveLength(6);
  });

  test('only so many of a person and from an address wait', async () => {
    const { bring, end } = controlled({ ...limits, waitingOfPerson: 1, waitingFromAddress: 2 });
    const held = [bring('a1', 'anna'), bring('b1', 'bert'), bring('a2', 'anna')];
    expect(await bring('a3', 'anna')).toBe('busy');
    held.push(bring('c1', 'carl'));
    expect(await bring('d1', 'dora')).toBe('busy');
    held.push(bring('d2', 'dora', 'elsewhere'));
    for (const name of ['a1', 'b1', 'a2', 'c1', 'd2']) await end(name);
    expect(await Promise.all(held)).toEqual(['a1', 'b1', 'a2', 'c1', 'd2']);
  });

  test('work that fails gives its place to the next', async () => {
    const queue = new FairQueue({ ...limits, atOnce: 1 });
    const of = { person: 'anna', address: 'here' };
    const failing = queue.run(of, () => Promise.reject(new Error('It failed')));
    const next = queue.run(of, async () => 'done');
    await expect(failing).rejects.toThrow('It failed');
    expect(await next).toBe('done');
  });
});
