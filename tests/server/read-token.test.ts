import { readdirSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SignedIn } from '../../server/auth/sign-in/sign-ins.ts';
import { parley } from '../../server/handle.ts';
import { ROUTE_BODIES, TOKEN_MATRIX } from '../support/access-matrix.ts';
import { connectLive, type LiveClient } from '../support/live-client.ts';
import { claim } from '../support/live-debates.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

type Handler = (request: Request, context: unknown) => Promise<Response>;

/** Made again from the log, and when a token was last used: nothing that anyone else meets. */
const OF_NO_MEANING = ['snapshot', '_prisma_migrations'];

let postgres: TestPostgres;
let database: Client;
let server: TestServer;
let owner: LiveClient;
let cookie = '';
let secret = '';
let debateId = '';
const clients: LiveClient[] = [];

beforeAll(async () => {
  postgres = await startPostgres({ fsync: false });
  const databaseUrl = await postgres.createDatabase('read_token');
  server = await startTestServer({ database: { url: databaseUrl } });
  database = new Client({ connectionString: databaseUrl });
  await database.connect();
  const { auth, debates, people, tokens } = parley();
  const id = await people.create({ name: 'Olga', email: 'olga@example.org' });
  cookie = (await auth.signIn(id, 'mail', new Headers()))[0]?.split(';')[0] ?? '';
  const person = (await auth.currentPerson(new Headers({ cookie }))) as SignedIn;
  const positions = [{ name: 'Yes', hue: 'blue' as const, summary: '' }];
  const input = { title: 'Trade', motion: 'Trade makes friends', positions, visibility: 'private' as const };
  const created = await debates.create(person, input);
  debateId = created.ok ? created.debateId : expect.fail('not made');
  owner = await connect({ cookie });
  await owner.open(debateId);
  expect(await owner.submit(claim('one'))).toMatchObject({ ok: true });
  const made = await tokens.make(person, { name: 'a robot', scopes: ['read'], days: 7 });
  secret = made.ok ? made.secret : expect.fail('no token');
  // Notifications are made behind the writing, and the sweeps of the start beside it: after that nothing changes by itself.
  await parley().quotas.look();
  await vi.waitFor(
    async () => {
      const { rows } = await database.query(
        `SELECT d.id FROM debate d LEFT JOIN note_cursor c ON c.debate_id = d.id WHERE c.seq IS DISTINCT FROM d.head
         UNION ALL SELECT key FROM setting WHERE key = 'retention'`,
      );
      expect(rows).toEqual([]);
    },
    { timeout: 30_000, interval: 50 },
  );
}, 120_000);

afterAll(async () => {
  for (const client of clients) client.close();
  await server.stop();
  await database.end();
  await postgres.stop();
});

async function connect(options: Parameters<typeof connectLive>[1]): Promise<LiveClient> {
  const client = await connectLive(server.origin, options);
  clients.push(client);
  return client;
}

/** Every row the database holds, but those of no meaning. */
async function everything(): Promise<Record<string, string[]>> {
  const { rows } = await database.query<{ name: string }>(
    `SELECT relname::text AS name FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`,
  );
  const held: Record<string, string[]> = {};
  for (const { name } of rows.filter((table) => !OF_NO_MEANING.includes(table.name))) {
    const columns = name === 'sign_in' ? '(t.id, t.user_id, t.epoch, t.proven_at, t.expires_at)' : 't';
    const read = await database.query<{ row: string }>(
      `SELECT ${columns}::text AS row FROM "${name}" t ORDER BY 1`,
    );
    held[name] = read.rows.map(({ row }) => row);
  }
  return held;
}

describe('[AU17] a token to read', () => {
  test('leaves everything as it was, whatever route it asks', async () => {
    const api = joinPath(import.meta.dirname, '../../app/api');
    const files = readdirSync(api, { recursive: true, encoding: 'utf8' });
    const before = await everything();
    const { host } = new URL(server.origin);
    let asked = 0;
    for (const file of files.filter((path) => path.endsWith('route.ts'))) {
      const module = (await import(joinPath(api, file))) as Record<string, Handler>;
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((name) => name in module)) {
        const name = `${method} /api/${file.replace('/route.ts', '')}`;
        const headers = { host, authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
        const body = method === 'GET' ? {} : { body: JSON.stringify(ROUTE_BODIES[name] ?? {}) };
        const request = new Request(`${server.origin}/api/${file}`, { method, headers, ...body });
        const params = { id: debateId, claimId: 'c_one', invitationId: 'i_none', webhookId: 'w_none' };
        const answer = await module[method]?.(request, { params: Promise.resolve(params) });
        await answer?.arrayBuffer();
        if (TOKEN_MATRIX[name]?.scope === 'read') expect(answer?.status, name).toBe(200);
        expect(await everything(), name).toEqual(before);
        asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(60);
  }, 120_000);

  test('makes nobody present, and points at, marks and writes nothing, over a connection', async () => {
    const before = await everything();
    const presenceBefore = owner.presence.length;
    const robot = await connect({ headers: { origin: undefined, authorization: `Bearer ${secret}` } });
    const welcome = await robot.open(debateId);
    expect(welcome).toMatchObject({ ok: true, participantId: expect.stringMatching(/^m_/) });
    const place = { box: '~motion', across: 0, down: 0, dx: 0, dy: 0 };
    const messages = {
      presence: { at: null, writing: true },
      pointer: { over: place, look: null },
      seen: { until: 1 },
      caret: { text: 'motion', base: 1, anchor: 0, head: 0 },
      submit: { clientSeq: 1, operation: claim('by-robot') },
    };
    for (const [event, message] of Object.entries(messages)) {
      await new Promise<unknown>((resolve) => {
        (robot.socket as unknown as { emit(...args: unknown[]): void }).emit(event, message, resolve);
      });
    }
    // The owner's next operation arrives, so anything earlier would have arrived too.
    expect(await owner.submit({ type: 'vote.withdraw', claimId: 'c_one' })).toMatchObject({ ok: false });
    const { here } = welcome.ok ? { here: welcome.present } : expect.fail('not open');
    expect(here).toHaveLength(1);
    expect(owner.presence.length).toBe(presenceBefore);
    expect(owner.pointers).toEqual([]);
    expect(owner.carets).toEqual([]);
    const after = await everything();
    // The refusal of the owner's own withdrawal is kept; of the token's nothing is.
    expect({ ...after, submission: before.submission }).toEqual(before);
    expect(after.submission).toHaveLength((before.submission?.length ?? 0) + 1);
  });
});
