import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDataFolder } from '../support/data-template.ts';
import { connectLive } from '../support/live-client.ts';
import { upTo } from '../support/log-node.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';

import {
  acknowledged,
  expectNothingLost,
  isReady,
  SEEDED,
  startHere,
  startLoad,
} from '../support/under-load.ts';

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
      await expect.poll(() => acknowledged(writers)).toBeGreaterThan(15 * crash);
      await postgres.kill();
      await expect.poll(() => isReady(server)).toBe(503);
      expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
      const before = acknowledged(writers);
      await postgres.restart();
      await expect.poll(() => isReady(server)).toBe(200);
      await expect.poll(() => acknowledged(writers)).toBeGreaterThan(before);
    }
    expect(server.isAlive).toBe(true);
    for (const { client } of writers) expect(client.socket.connected).toBe(true);
    for (const { client } of writers) client.close();
    await expectNothingLost(writers, server.origin);
    await reader.seen(Math.max(...writers.map(({ client }) => client.snapshot().seq)));
    expect(reader.gaps()).toEqual([]);
    reader.close();
  });

  test('[OP6] killed under load: what was acknowledged is there, once (F1, F2)', async () => {
    const writers = await startLoad(server);
    await expect.poll(() => acknowledged(writers)).toBeGreaterThan(50);
    await server.end('SIGKILL');
    await Promise.all(writers.map(({ client }) => client.closed));
    server = await startServerProcess({ DATA_DIR: dataDir, DATABASE_URL: postgres.url });
    await expectNothingLost(writers, server.origin);
  });

  test('[OP8] asked to stop while PostgreSQL is away, it ends all the same', async () => {
    const writers = await startLoad(server);
    await expect.poll(() => acknowledged(writers)).toBeGreaterThan(10);
    await postgres.kill();
    await expect.poll(() => isReady(server)).toBe(503);
    expect(await server.end('SIGTERM')).toBe(0);
    await Promise.all(writers.map(({ client }) => client.closed));
    await postgres.restart();
    const next = await startHere({ DATA_DIR: dataDir, DATABASE_URL: postgres.url });
    await expectNothingLost(writers, `http://127.0.0.1:${next.port}`);
    await next.stop();
  });

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
  });
});
