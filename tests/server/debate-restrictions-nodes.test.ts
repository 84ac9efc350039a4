import { afterAll, beforeAll, expect, test } from 'vitest';
import { parley } from '../../server/handle.ts';
import { bundleServer } from '../nodes/bundled-server.ts';
import { freshDataFolder } from '../support/data-template.ts';
import { connectLive } from '../support/live-client.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';
import { ROOT } from '../support/signed-in-with-account.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const DEBATE = 'made-in-china-2025';
const SECRET = 'the same on both nodes, and long enough to be taken';

let postgres: TestPostgres;
let here: TestServer;
let elsewhere: ServerProcess;

beforeAll(async () => {
  // First: making the folder may start a server here, and stop it.
  const dataDir = await freshDataFolder();
  postgres = await startPostgres({ fsync: false });
  here = await startTestServer({ database: { url: postgres.url }, settings: { AUTH_SECRET: SECRET } });
  elsewhere = await startServerProcess(
    { DATA_DIR: dataDir, DATABASE_URL: postgres.url, AUTH_SECRET: SECRET },
    [(await bundleServer()).file],
  );
}, 120_000);
afterAll(async () => {
  await elsewhere?.end('SIGKILL');
  await here?.stop();
  await postgres?.stop();
});

test('[AD6] connections on another node end when an administrator hides a debate, without Redis, and come back after', async () => {
  const cookie = await here.signIn('Dana');
  const dana = await connectLive(elsewhere.origin, { cookie });
  expect(await dana.open(DEBATE)).toMatchObject({ ok: true, participantId: expect.any(String) });
  const reader = await connectLive(elsewhere.origin);
  expect(await reader.open(DEBATE)).toMatchObject({ ok: true });
  const { debateRestrictions } = parley();
  expect(await debateRestrictions.restrict(ROOT, DEBATE, 'hidden', 'Unlawful')).toEqual({ ok: true });
  expect(await dana.closed).toBe('io server disconnect');
  expect(await reader.closed).toBe('io server disconnect');
  expect([dana.closings, reader.closings]).toEqual([
    [{ reason: 'access_changed' }],
    [{ reason: 'access_changed' }],
  ]);
  expect(JSON.stringify([dana.frames, reader.frames])).not.toContain('Unlawful');
  const again = await connectLive(elsewhere.origin, { cookie });
  expect(await again.open(DEBATE)).toMatchObject({ rejection: { code: 'debate_not_found' } });
  await debateRestrictions.restrict(ROOT, DEBATE, 'hidden', null);
  await expect.poll(async () => (await again.open(DEBATE)).ok).toBe(true);
  again.close();
});
