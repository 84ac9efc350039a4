import { afterAll, describe, expect, test } from 'vitest';
import { POST } from '../../app/api/imports/route.ts';
import { READING_BOUNDS } from '../../server/services/imports/imports.ts';
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
