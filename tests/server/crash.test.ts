import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';
import { createServer, type RunningServer } from '../../server/create-server.ts';
import { StartError } from '../../server/database/start-error.ts';
import { readEnv } from '../../server/env.ts';
import { createLogger } from '../../server/logger.ts';
import { freshDataFolder } from '../support/data-template.ts';
import { connectLive } from '../support/live-client.ts';
import { startWriter, type Writer } from '../support/load.ts';
import { addClaim, upTo } from '../support/log-node.ts';
import { noPages } from '../support/no-pages.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { connectRaw } from '../support/raw-socket.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';

const SEEDED = 'made-in-china-2025';
/** A name and a word that must be in no log. */
const NAMES = ['Xanthippe', 'Yolanda', 'Zacharias'];

let run = 0;

/** Three people who write without end. */
async function startLoad(server: ServerProcess): Promise<Writer[]> {
  run += 1;
  return Promise.all(
    NAMES.map(async (name) => startWriter(server.origin, SEEDED, `${name}${run}`, await server.signIn(name))),
  );
}

const acknowledged = (writers: Writer[]) => writers.reduce((sum, writer) => sum + writer.acknowledged(), 0);

/** All come back and ask everything again: what was acknowledged is there, once; so is, then, what was not. */
async function expectNothingLost(writers: Writer[], origin: string): Promise<void> {
  const back = await Promise.all(writers.map((writer) => writer.comeBack(origin)));
  const fresh = await connectLive(origin);
  await fresh.open(SEEDED);
  const survived = new Set(fresh.snapshot().claims.map(({ id }) => id));
  for (const { asked } of back) {
    for (const { operation, answer } of asked.values()) {
      if (answer?.ok && operation.type === 'claim.add') expect(survived).toContain(operation.claimId);
    }
  }
  const answers: OperationAnswer[] = [];
  for (const { client, asked } of back) {
    for (const [n, { operation, answer }] of asked) {
      const again = await client.submit(operation, n);
      answers.push(again);
      if (answer?.ok) expect(again).toEqual(answer);
    }
  }
  const numbers = answers.map((answer) => (answer.ok ? answer.seq : answer.rejection.code));
  expect(numbers.filter((seq) => typeof seq !== 'number')).toEqual([]);
  expect(new Set(numbers).size).toBe(numbers.length);
  const last = Math.max(...numbers.map(Number), fresh.snapshot().seq);
  await fresh.seen(last);
  for (const { client } of back) {
    await client.seen(last);
    expect(client.gaps()).toEqual([]);
    expect({ ...client.snapshot(), votes: [] }).toEqual(fresh.snapshot());
    client.close();
  }
  // The numbers of the log have no hole: told from any point on, entries reach the head.
  const reader = await connectLive(origin);
  const from = writers[0]?.client.frames.find(({ to }) => last - to <= 400);
  if (!from) throw new Error('nobody heard of an entry');
  const welcome = await reader.open(SEEDED, from.to, [], from.at);
  if (!welcome.ok || welcome.state.kind !== 'entries') throw new Error('not told entry by entry');
  const claims = welcome.state.frame.entries.filter(({ effect }) => effect.type === 'claim.added');
  expect(claims.length).toBeGreaterThanOrEqual(numbers.filter((seq) => Number(seq) > from.to).length);
  reader.close();
  fresh.close();
}

/** A server in this process: it starts sooner. */
function startHere(settings: Record<string, string>): Promise<RunningServer> {
  const env = readEnv({ HOST: '127.0.0.1', PORT: '0', ...settings });
  return createServer(env, createLogger('silent'), noPages);
}

async function isReady(server: ServerProcess): Promise<number> {
  return (await fetch(`${server.origin}/readyz`)).status;
}

describe('on the embedded database', () => {
  let dataDir: string;
  let server: ServerProcess;

  beforeAll(async () => {
    dataDir = await freshDataFolder();
    server = await startServerProcess({ DATA_DIR: dataDir });
  });

  afterAll(async () => {
    await server.end('SIGKILL');
    await rm(dataDir, { recursive: true, force: true });
  });

  test('[OP6] killed under load: what was acknowledged is there, once (F1, F2, F12)', async () => {
    const writers = await startLoad(server);
    await expect.poll(() => acknowledged(writers), { timeout: 10_000 }).toBeGreaterThan(60);
    expect(await server.end('SIGKILL')).toBeNull();
    await Promise.all(writers.map(({ client }) => client.closed));
    expect(writers.some((writer) => writer.unanswered().length > 0)).toBe(true);
    server = await startServerProcess({ DATA_DIR: dataDir });
    await expectNothingLost(writers, server.origin);
  }, 60_000);

  test('[OP2] a second server on its port says so, and lets go of its folder', async () => {
    const { port } = new URL(server.origin);
    const folder = await freshDataFolder();
    const second = startHere({ DATA_DIR: folder, PORT: port });
    await expect(second).rejects.toThrow(StartError);
    await expect(second).rejects.toThrow(
      `Port ${port} is in use by another program. Stop it, or set PORT to another number.`,
    );
    expect(existsSync(join(folder, 'parley.lock'))).toBe(false);
    expect(await isReady(server)).toBe(200);
    await rm(folder, { recursive: true });
  });

  test('[OP8] told to stop under load: answers, says goodbye, ends with 0 though a client is deaf', async () => {
    const deaf = await connectRaw(server.origin);
    deaf.pause();
    const ann = await connectLive(server.origin, { cookie: await server.signIn('Ann') });
    await ann.open(SEEDED);
    const position = ann.snapshot().positions[0]?.id ?? expect.fail('no position');
    // What the server has not read when it closes has no answer: it is asked again after the restart.
    const answers = upTo(40).map((n) =>
      ann.submit({ ...addClaim(`stop${n}`, undefined, position), positionId: null }).catch(() => null),
    );
    await answers[0];
    const ended = server.end('SIGTERM');
    const all = await Promise.all(answers);
    const accepted = all.filter((answer) => answer?.ok).length;
    const refusals = all.flatMap((answer) => (!answer || answer.ok ? [] : [answer.rejection.code]));
    expect(refusals.filter((code) => code !== 'unavailable')).toEqual([]);
    expect(await ann.closed).toMatch(/io server disconnect|transport close/);
    expect(ann.closings).toEqual([{ reason: 'restarting' }]);
    expect(await ended).toBe(0);
    expect(existsSync(join(dataDir, 'parley.lock'))).toBe(false);
    const next = await startHere({ DATA_DIR: dataDir });
    const reader = await connectLive(`http://127.0.0.1:${next.port}`);
    await reader.open(SEEDED);
    const there = reader.snapshot().claims.filter(({ id }) => id.startsWith('c_stop'));
    expect(there).toHaveLength(accepted);
    reader.close();
    deaf.end();
    await next.stop();
  }, 60_000);

  test('[OP9] nothing people wrote, and no name, is in its output', () => {
    const output = server.output();
    for (const secret of [...NAMES, 'Ann', 'Claim ']) expect(output).not.toContain(secret);
  });
});

describe('on PostgreSQL', () => {
  let postgres: TestPostgres;
  let server: ServerProcess;
  let dataDir: string;

  beforeAll(async () => {
    [postgres, dataDir] = await Promise.all([startPostgres(), freshDataFolder()]);
    server = await startServerProcess({ DATA_DIR: dataDir, DATABASE_URL: postgres.url });
  });

  afterAll(async () => {
    await server.end('SIGKILL');
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  test('[OP7] PostgreSQL crashing under load: not ready, then ready; nothing lost, nobody disconnected (F4)', async () => {
    const writers = await startLoad(server);
    const reader = await connectLive(server.origin);
    await reader.open(SEEDED);
    for (const crash of upTo(2)) {
      await expect.poll(() => acknowledged(writers), { timeout: 10_000 }).toBeGreaterThan(15 * crash);
      await postgres.kill();
      await expect.poll(() => isReady(server), { timeout: 10_000 }).toBe(503);
      expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
      const before = acknowledged(writers);
      await postgres.restart();
      await expect.poll(() => isReady(server), { timeout: 10_000 }).toBe(200);
      await expect.poll(() => acknowledged(writers), { timeout: 10_000 }).toBeGreaterThan(before);
    }
    expect(server.isAlive).toBe(true);
    for (const { client } of writers) expect(client.socket.connected).toBe(true);
    for (const { client } of writers) client.close();
    await expectNothingLost(writers, server.origin);
    await reader.seen(Math.max(...writers.map(({ client }) => client.snapshot().seq)));
    expect(reader.gaps()).toEqual([]);
    reader.close();
  }, 60_000);

  test('[OP6] killed under load: what was acknowledged is there, once (F1, F2)', async () => {
    const writers = await startLoad(server);
    await expect.poll(() => acknowledged(writers), { timeout: 10_000 }).toBeGreaterThan(50);
    await server.end('SIGKILL');
    await Promise.all(writers.map(({ client }) => client.closed));
    server = await startServerProcess({ DATA_DIR: dataDir, DATABASE_URL: postgres.url });
    await expectNothingLost(writers, server.origin);
  }, 60_000);

  test('[OP8] told to stop while PostgreSQL is away, it ends all the same', async () => {
    const writers = await startLoad(server);
    await expect.poll(() => acknowledged(writers)).toBeGreaterThan(10);
    await postgres.kill();
    await expect.poll(() => isReady(server), { timeout: 10_000 }).toBe(503);
    expect(await server.end('SIGTERM')).toBe(0);
    await Promise.all(writers.map(({ client }) => client.closed));
    await postgres.restart();
    const next = await startHere({ DATA_DIR: dataDir, DATABASE_URL: postgres.url });
    await expectNothingLost(writers, `http://127.0.0.1:${next.port}`);
    await next.stop();
  }, 60_000);

  test('[RL3] PostgreSQL that hangs: /readyz says so, /healthz lives, and SIGTERM ends the server within ten seconds', async () => {
    server = await startServerProcess({ DATA_DIR: dataDir, DATABASE_URL: postgres.url });
    const writers = await startLoad(server);
    await expect.poll(() => acknowledged(writers)).toBeGreaterThan(10);
    postgres.freeze();
    try {
      // More probes than the pool has connections: they share one question.
      const probes = await Promise.all(
        upTo(20).map(async () => (await fetch(`${server.origin}/readyz`)).text()),
      );
      expect(new Set(probes)).toEqual(new Set(['not ready: the database does not answer\n']));
      expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
      const began = performance.now();
      expect(await server.end('SIGTERM')).toBe(0);
      expect(performance.now() - began).toBeLessThan(10_000);
    } finally {
      postgres.thaw();
    }
    await Promise.all(writers.map(({ client }) => client.closed));
    const next = await startHere({ DATA_DIR: dataDir, DATABASE_URL: postgres.url });
    await expectNothingLost(writers, `http://127.0.0.1:${next.port}`);
    await next.stop();
  }, 60_000);
});
