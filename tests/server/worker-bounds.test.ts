import { readdirSync, readFileSync } from 'node:fs';
import { expect, onTestFinished, test, vi } from 'vitest';
import { POST } from '../../app/api/imports/route.ts';
import { finish } from '../../domain/collections/steps.ts';
import { snapshotText } from '../../server/log/snapshots/snapshot-text.ts';
import {
  CALCULATION_BOUNDS,
  OpinionsCalculator,
} from '../../server/services/analysis/opinions-calculator.ts';
import { type ExportedParts, exportApart } from '../../server/services/exports/export-apart.ts';
import { WorkerFailure } from '../../server/workers/worker-failure.ts';
import { WorkerProcess } from '../../server/workers/worker-process.ts';
import { anyDebate } from '../support/any-debate.ts';
import { upTo } from '../support/log-node.ts';
import { startTestServer } from '../support/test-server.ts';

const POLICY = { secret: false, named: true };

/** Votes of a crowd: who is who, and what each thinks of everything. */
function votes(people: number, claims: number) {
  const participants = upTo(people).map((n) => `m_${n}`);
  const statements = upTo(claims).map((n) => `c_${n}`);
  const cells = Int8Array.from({ length: people * claims }, (_, at) => (at % 7 < 3 ? 1 : -1));
  return [{ participants, statements, cells, totals: null }];
}

test('votes that exhaust the worker’s memory fail alone, and the next ones are calculated', async () => {
  const small = new OpinionsCalculator({ ...CALCULATION_BOUNDS, memoryMb: 24 });
  await expect(small.calculate(votes(1_500, 900), POLICY)).rejects.toThrow(WorkerFailure);
  const enough = new OpinionsCalculator();
  const { disclosed } = await enough.calculate(votes(20, 10), POLICY);
  expect(disclosed.kind).toBeDefined();
  small.stop();
  enough.stop();
});

/** A file of several pieces: a debate that kept much. */
function largeFile(): ExportedParts<'parley'> {
  const records = upTo(4_000).map((n) => ({ locution: { start: `${n} ${'x'.repeat(80)}` } }));
  return {
    state: finish(snapshotText(anyDebate(1).state)),
    scope: { branch: null, people: 'names', called: new Map() },
    kept: [{ format: 'aif', records }],
    as: 'parley',
  };
}

test('[EX6] a file whose process was killed while it was open fails, and does not end early', async () => {
  const worker = new WorkerProcess('export', { processorMs: 60_000, memoryMb: 768, residentMb: 1_536 });
  const first = await worker.run<Uint8Array>(largeFile());
  expect(first.length).toBeGreaterThan(0);
  worker.stop();
  await expect(worker.run<Uint8Array>('more')).rejects.toThrow(WorkerFailure);
  worker.stop();
});

test('[EX6] a file is whole after its reader stalled for minutes', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const pieces: Uint8Array[] = [];
    for await (const piece of exportApart(largeFile(), new AbortController().signal)) {
      pieces.push(piece);
      vi.advanceTimersByTime(300_000);
    }
    expect(pieces.length).toBeGreaterThan(1);
    expect(() => JSON.parse(Buffer.concat(pieces).toString())).not.toThrow();
  } finally {
    vi.useRealTimers();
  }
});

/** Processes that this one started, and that run a worker's script, as pid and script. */
function startedWorkers(): [number, string][] {
  return readdirSync('/proc').flatMap((pid): [number, string][] => {
    try {
      const parent = / \(.*\) \S (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
      const script = /[a-z]+-worker(?=\.js)/.exec(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))?.[0];
      return Number(parent) === process.pid && script ? [[Number(pid), script]] : [];
    } catch {
      // No process, or one that has just ended.
      return [];
    }
  });
}

/** The one process that this one started to start workers. */
function starterPid(): number {
  const started = startedWorkers();
  expect(started.map(([, script]) => script)).toEqual(['starter-worker']);
  return started[0]?.[0] as number;
}

test('[EX5] a small process starts the workers: starting one from a large process would hold its thread', async () => {
  const worker = new WorkerProcess('export', { processorMs: 60_000, memoryMb: 768, residentMb: 1_536 });
  await worker.run(largeFile());
  process.kill(starterPid(), 'SIGKILL');
  await expect(worker.run('more')).rejects.toMatchObject({ why: 'ended' });
  expect((await worker.run<Uint8Array>(largeFile())).length).toBeGreaterThan(0);
  worker.stop();
});

test('[EX5] when that process ends, the log says so once, with the signal, and the next import starts another', async () => {
  const server = await startTestServer();
  onTestFinished(() => server.stop());
  const cookie = await server.signIn('Ida');
  const imported = async () => {
    const headers = { host: new URL(server.origin).host, origin: server.origin, cookie };
    const url = `${server.origin}/api/imports?name=a.tgf&visibility=unlisted`;
    const answer = await POST(new Request(url, { method: 'POST', headers, body: 'x The bridge holds\n#\n' }));
    return answer.json();
  };
  expect(await imported()).toMatchObject({ ok: true });
  const killed = starterPid();
  process.kill(killed, 'SIGKILL');
  const ends = () => server.logs.map((line) => JSON.parse(line)).filter(({ signal }) => signal === 'SIGKILL');
  await expect.poll(ends).toHaveLength(1);
  expect(await imported()).toMatchObject({ ok: true });
  expect(starterPid()).not.toBe(killed);
  expect(ends()).toMatchObject([
    { level: 40, code: null, msg: expect.stringContaining('starts workers ended') },
  ]);
});
