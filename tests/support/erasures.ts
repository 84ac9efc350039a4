import { gunzipSync } from 'node:zlib';
import { Client } from 'pg';
import { afterAll, beforeAll, expect } from 'vitest';
import { POST as signInGuest } from '../../app/api/guest/route.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { diffText } from '../../domain/ot/text-change.ts';
import { connect, makeOwnDebate, withTestServer } from './live-debates.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';
import { TestBrowser } from './test-browser.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let postgres: TestPostgres;
let server: () => TestServer;
/** Asks the database of the test file itself. */
export let database: Client;

/** Gives a test file a server on a PostgreSQL server of its own, in which nothing else is stored. */
export function withErasures(): () => TestServer {
  server = withTestServer(async () => {
    postgres = await startPostgres({ fsync: false });
    return startTestServer({ database: { url: postgres.url } });
  });
  beforeAll(async () => {
    database = new Client({ connectionString: postgres.url });
    await database.connect();
  });
  afterAll(async () => {
    await database?.end();
    await postgres?.stop();
  });
  return server;
}

/** All that the database holds, as one text; what is packed in it unpacked. */
export async function everythingStored(): Promise<string> {
  const { rows: tables } = await database.query<{ table_name: string }>(
    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'",
  );
  const texts: string[] = [];
  for (const { table_name } of tables) {
    const { rows } = await database.query(`SELECT * FROM "${table_name}"`);
    texts.push(JSON.stringify(rows));
    for (const { data } of rows) if (Buffer.isBuffer(data)) texts.push(gunzipSync(data).toString());
  }
  return texts.join('\n');
}

export async function someone(name: string): Promise<{ browser: TestBrowser; id: string }> {
  const browser = new TestBrowser(() => server().origin);
  await browser.send(signInGuest, { name });
  return { browser, id: (await browser.who())?.id ?? expect.fail('nobody') };
}

/** Someone's tab in a debate. */
export async function tabOf({ browser }: { browser: TestBrowser }, debateId: string) {
  const tab = await connect({ cookie: browser.cookie });
  const welcome = await tab.open(debateId);
  const id = (welcome.ok && welcome.participantId) || expect.fail('not in');
  const does = async (...operations: Operation[]) => {
    for (const operation of operations) expect(await tab.submit(operation)).toMatchObject({ ok: true });
  };
  return { ...tab, id, does };
}

export async function owned(visibility: 'public' | 'private' = 'public') {
  const { debateId, cookie } = await makeOwnDebate(visibility);
  const tab = await connect({ cookie });
  await tab.open(debateId);
  const does = async (...operations: Operation[]) => {
    for (const operation of operations) expect(await tab.submit(operation)).toMatchObject({ ok: true });
  };
  return { debateId, cookie, tab, does };
}

export const edit = (key: string, from: string, to: string, base = 1): Operation => ({
  type: 'claim.edit',
  claimId: `c_${key}`,
  base,
  change: diffText(from, to),
});
