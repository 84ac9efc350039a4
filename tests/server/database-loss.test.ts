import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Prisma } from '../../prisma/client/client.ts';
import { DatabaseUnavailable } from '../../server/database/database-unavailable.ts';
import { type Database, openDatabase } from '../../server/database/open-database.ts';
import { StartError } from '../../server/database/start-error.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { startEmbeddedDatabase } from '../support/database.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { freePort } from '../support/postgres-process.ts';

describe('PostgreSQL', () => {
  let server: TestPostgres;
  let database: Database;
  beforeAll(async () => {
    server = await startPostgres({ fsync: false });
    database = await openDatabase({ databaseUrl: server.url, dataDir: '' });
  });
  afterAll(async () => {
    await database?.close();
    await server?.stop();
  });

  const uses: [string, () => Promise<unknown>][] = [
    ['a ping', () => database.ping()],
    ['a model', () => database.prisma.debate.findMany()],
    ['a raw statement', () => new DatabaseLog(database).heads(['d'])],
    [
      'a batch',
      () => database.prisma.$transaction([database.prisma.debate.count(), database.prisma.user.count()]),
    ],
    ['a transaction', () => database.prisma.$transaction((transaction) => transaction.debate.count())],
  ];

  it('that crashes is DatabaseUnavailable to everything, and used again when it is back (F4)', async () => {
    for (const [, use] of uses) await use();
    await server.kill();
    for (let again = 1; again <= 2; again += 1) {
      for (const [name, use] of uses) {
        const failure = await use().catch((error: unknown) => error);
        expect(failure, name).toBeInstanceOf(DatabaseUnavailable);
      }
    }
    await server.restart();
    for (const [, use] of uses) await use();
  });

  it.each([
    ['53100', 'a full disk'],
    ['58030', 'a file it cannot read'],
    ['XX000', 'trouble of its own'],
  ])(
    'that answers %s for %s is DatabaseUnavailable: what people did waits, and is not refused (F4)',
    async (code) => {
      const failing = `DO $$ BEGIN RAISE EXCEPTION 'trouble' USING ERRCODE = '${code}'; END $$`;
      const throughPrisma = database.prisma.$executeRawUnsafe(failing);
      await expect(throughPrisma).rejects.toThrow(DatabaseUnavailable);
      await expect(database.rowsOf(Prisma.raw(failing))).rejects.toThrow(DatabaseUnavailable);
    },
  );

  it.each([
    ['22021', 'cannot store what it is given'],
    ['XX001', 'finds corrupted rows'],
    ['XX002', 'finds a corrupted index'],
  ])('that answers %s because it %s is not', async (code) => {
    const given = `DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '${code}'; END $$`;
    await expect(database.rowsOf(Prisma.raw(given))).rejects.not.toThrow(DatabaseUnavailable);
  });

  it('is not called away when its disk fails while it is migrated', async () => {
    const databaseUrl = await server.createDatabase('failing');
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(`
      CREATE FUNCTION fail() RETURNS event_trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'could not write a file' USING ERRCODE = '58030'; END $$;
      CREATE EVENT TRIGGER failing ON ddl_command_start EXECUTE FUNCTION fail()`);
    await client.end();
    const failure = await openDatabase({ databaseUrl, dataDir: '' }).catch((error: unknown) => error);
    expect(String(failure)).toMatch(/could not be brought up to date.*could not write a file/);
  });

  it('that cuts a statement off while it runs is DatabaseUnavailable', async () => {
    const cutOff = database.prisma.$queryRaw`SELECT pg_sleep(60)::text`;
    const refused = expect(cutOff).rejects.toThrow(DatabaseUnavailable);
    const cut = () => database.prisma.$queryRaw<unknown[]>`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE query LIKE '%pg_sleep(60)%' AND wait_event = 'PgSleep'`;
    await expect.poll(cut).toHaveLength(1);
    await refused;
    await database.ping();
  });

  it('without a free connection is DatabaseUnavailable after a while, not a wait for ever', async () => {
    const narrow = await openDatabase({
      databaseUrl: `${server.url}?connection_limit=1&connect_timeout=4`,
      dataDir: '',
    });
    // Opens its one connection.
    await narrow.ping();
    const holder = new pg.Client({ connectionString: server.url });
    await holder.connect();
    await holder.query('SELECT pg_advisory_lock(1)');
    // Prisma begins when it is asked for the outcome.
    const busy = narrow.prisma.$queryRaw`SELECT pg_advisory_lock(1)::text`.then((rows) => rows);
    await expect(narrow.ping()).rejects.toThrow(DatabaseUnavailable);
    await holder.end();
    await busy;
    await narrow.ping();
    await narrow.close();
  });

  it('errors of ours stay what they are', async () => {
    const wrong = database.prisma.$queryRaw`SELECT * FROM no_such_table`;
    await expect(wrong).rejects.not.toThrow(DatabaseUnavailable);
    const double = { data: { key: 'a', value: 'b' } };
    await database.prisma.setting.create(double);
    await expect(database.prisma.setting.create(double)).rejects.toMatchObject({ code: 'P2002' });
  });

  it.each<[string, (url: URL) => void, RegExp]>([
    [
      'another database',
      (url) => {
        url.pathname = '/none';
      },
      /no such database/,
    ],
    [
      'another kind of address',
      (url) => {
        url.protocol = 'mysql:';
      },
      /DATABASE_URL is not an address/,
    ],
    [
      'no number of connections',
      (url) => url.searchParams.set('connection_limit', 'many'),
      /"connection_limit"/,
    ],
  ])('with %s in its address says what is wrong', async (_, change, sentence) => {
    const url = new URL(server.url);
    change(url);
    const failure = await openDatabase({ databaseUrl: url.href, dataDir: '' }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(StartError);
    expect(String(failure)).toMatch(sentence);
  });

  it('that is not there says so, without the password', async () => {
    const url = `postgresql://parley:secret-word@127.0.0.1:${await freePort()}/parley`;
    const failure = await openDatabase({ databaseUrl: url, dataDir: '' }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartError);
    expect(String(failure)).toMatch(/cannot be reached/);
    expect(String(failure)).not.toContain('secret-word');
  });
});

describe('the embedded database', () => {
  it('that is closed is DatabaseUnavailable', async () => {
    const { database, stop } = await startEmbeddedDatabase();
    await stop();
    await expect(database.ping()).rejects.toThrow(DatabaseUnavailable);
  });
});
