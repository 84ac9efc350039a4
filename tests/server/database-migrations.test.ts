import { AsyncLocalStorage, createHook } from 'node:async_hooks';
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { missingMigration } from '../../server/database/author-migration.ts';
import { applyMigrations } from '../../server/database/migrate.ts';
import { pgliteMigrations, postgresqlMigrations } from '../../server/database/migration-connection.ts';
import { readMigrations } from '../../server/database/migrations-folder.ts';
import { openDatabase } from '../../server/database/open-database.ts';
import { StartError } from '../../server/database/start-error.ts';
import { emptyDatabase } from '../support/data-template.ts';
import { temporaryFolder } from '../support/database.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';

const PRISMA = join(import.meta.dirname, '../../prisma');
const RELEASED = (await readMigrations(join(PRISMA, 'migrations'))).map(({ name }) => name);

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let migrations: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  migrations = join(folder.path, 'migrations');
  await cp(join(PRISMA, 'migrations'), migrations, { recursive: true });
});
afterEach(() => folder.remove());

async function addMigration(name: string, sql: string): Promise<void> {
  await mkdir(join(migrations, name), { recursive: true });
  await writeFile(join(migrations, name, 'migration.sql'), sql);
}

describe('the migrations', () => {
  it('make the schema, and what a changed schema lacks is written as a migration', async () => {
    const schema = await readFile(join(PRISMA, 'schema.prisma'), 'utf8');
    const changed = `${schema}\nmodel Extra {\n  id String @id\n}\n`;
    const statements = (await missingMigration(migrations, changed, await emptyDatabase()))
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('--'));
    expect(statements).toEqual([
      'CREATE TABLE "Extra" (',
      '    "id" TEXT NOT NULL,',
      '    CONSTRAINT "Extra_pkey" PRIMARY KEY ("id")',
      ');',
    ]);
  });
});

describe('migrating the embedded database', () => {
  let database: PGlite;
  beforeEach(async () => {
    database = await emptyDatabase();
  });
  afterEach(() => database.close());

  const migrate = () => applyMigrations(pgliteMigrations(database), migrations);
  const tables = async () =>
    (
      await database.query<{ name: string }>(
        `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
      )
    ).rows.map(({ name }) => name);

  it('applies what is missing once, and writes it down as Prisma does', async () => {
    expect(await migrate()).toEqual(RELEASED);
    expect(await migrate()).toEqual([]);
    await addMigration(
      '20990101000000_more',
      `CREATE TABLE more (a TEXT DEFAULT 'semi;colon'); -- and; here`,
    );
    expect(await migrate()).toEqual(['20990101000000_more']);
    expect(await tables()).toContain('more');
    const { rows } = await database.query(
      'SELECT migration_name, applied_steps_count, rolled_back_at, finished_at IS NOT NULL AS finished FROM _prisma_migrations ORDER BY 1',
    );
    expect(rows.at(-1)).toEqual({
      migration_name: '20990101000000_more',
      applied_steps_count: 1,
      rolled_back_at: null,
      finished: true,
    });
  });

  it('leaves no timer that would keep a command running', async () => {
    const timers = new Map<number, NodeJS.Timeout>();
    // The worker that runs the tests has timers of its own.
    const migrating = new AsyncLocalStorage<true>();
    const hook = createHook({
      init: (id, type, _, timer) => {
        if (type === 'Timeout' && migrating.getStore()) timers.set(id, timer as NodeJS.Timeout);
      },
      destroy: (id) => timers.delete(id),
    }).enable();
    await migrating.run(true, migrate);
    // A timer that was cleared is destroyed in a later turn.
    await new Promise(setImmediate);
    hook.disable();
    expect([...timers.values()].filter((timer) => timer.hasRef())).toEqual([]);
    expect(timers.size).toBeGreaterThan(0);
  });

  it('leaves nothing of a migration that fails, says why, and goes on when it is mended', async () => {
    await addMigration(
      '20990101000000_more',
      'CREATE TABLE more (a TEXT); CREATE TABLE wrong (a NO_SUCH_TYPE);',
    );
    await expect(migrate()).rejects.toThrow(/no_such_type/);
    expect(await tables()).toEqual([]);
    await addMigration('20990101000000_more', 'CREATE TABLE more (a TEXT);');
    expect(await migrate()).toEqual([...RELEASED, '20990101000000_more']);
    expect(await tables()).toContain('more');
  });

  it('refuses a migration that was changed afterwards', async () => {
    const [name = ''] = await migrate();
    await addMigration(
      name,
      `${await readFile(join(migrations, name, 'migration.sql'), 'utf8')}\n-- changed`,
    );
    await expect(migrate()).rejects.toThrow(StartError);
    await expect(migrate()).rejects.toThrow(`The migration "${name}" was changed after`);
  });

  it('refuses a database of a newer release', async () => {
    await addMigration('20990101000000_more', 'CREATE TABLE more (a TEXT);');
    await migrate();
    await expect(applyMigrations(pgliteMigrations(database), join(PRISMA, 'migrations'))).rejects.toThrow(
      /newer release/,
    );
  });

  it('refuses what another program left half-way, until that is settled', async () => {
    const [name] = await migrate();
    await database.exec('UPDATE _prisma_migrations SET finished_at = NULL');
    await expect(migrate()).rejects.toThrow(`"${name}" failed half-way`);
    await database.exec('UPDATE _prisma_migrations SET finished_at = now()');
    expect(await migrate()).toEqual([]);
  });

  it('refuses a database with tables of someone else', async () => {
    await database.exec('CREATE TABLE theirs (a TEXT)');
    await expect(migrate()).rejects.toThrow(/tables of another program/);
    expect(await tables()).toEqual(['theirs']);
  });
});

/** Runs one of Prisma's commands; its output. */
async function prisma(command: string, databaseUrl: string): Promise<string> {
  const program = join(PRISMA, '../node_modules/prisma/build/index.js');
  const ran = promisify(execFile)(process.execPath, [program, ...command.split(' ')], {
    cwd: join(PRISMA, '..'),
    // The engine of Prisma's migrations is downloaded where it is missing; these commands never run it.
    env: { ...process.env, DATABASE_URL: databaseUrl, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
  });
  const { stdout, stderr } = await ran.catch((error: { stdout: string; stderr: string }) => error);
  return stdout + stderr;
}

describe("Prisma's own commands", () => {
  it.each(['migrate dev', 'studio'])('%s says what to do for the embedded database', async (command) => {
    expect(await prisma(command, '')).toMatch(/set DATABASE_URL .* embedded database .*"npm start"/s);
  });
});

describe('migrating PostgreSQL', () => {
  let server: TestPostgres;
  let number = 0;
  let url: string;
  beforeAll(async () => {
    server = await startPostgres({ fsync: false });
  });
  afterAll(() => server?.stop());
  beforeEach(async () => {
    number += 1;
    url = await server.createDatabase(`migrating_${number}`);
  });

  const migrate = () =>
    applyMigrations(postgresqlMigrations({ connectionString: url }, undefined), migrations);
  async function rows(sql: string): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  it('is done by one of several nodes that start at once (F14)', async () => {
    const done = await Promise.all([migrate(), migrate(), migrate()]);
    expect(done.sort((a, b) => a.length - b.length)).toEqual([[], [], RELEASED]);
    expect(await rows('SELECT count(*)::int AS n FROM _prisma_migrations')).toEqual([{ n: RELEASED.length }]);
  });

  it('and seeding it too is what "prisma db seed" does', async () => {
    expect(await prisma('db seed', url)).toContain('/debates/made-in-china-2025');
    expect(await rows('SELECT id FROM debate')).toEqual([{ id: 'made-in-china-2025' }]);
  });

  it('goes on after it was cut off half-way (F14)', async () => {
    await addMigration('20990101000000_slow', 'CREATE TABLE slow (a TEXT); SELECT pg_sleep(600);');
    const cutOff = migrate();
    const refused = expect(cutOff).rejects.toThrow();
    const sleeping = `FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%' AND pid <> pg_backend_pid()`;
    await expect.poll(() => rows(`SELECT pid ${sleeping}`)).toHaveLength(1);
    await rows(`SELECT pg_terminate_backend(pid) ${sleeping}`);
    await refused;
    await addMigration('20990101000000_slow', 'CREATE TABLE slow (a TEXT);');
    expect(await migrate()).toEqual([...RELEASED, '20990101000000_slow']);
  });

  it('runs scripts with semicolons in strings, in a schema of its own too', async () => {
    await addMigration(
      '20990101000000_more',
      `CREATE TABLE more (a TEXT DEFAULT 'semi;colon'); -- and; here`,
    );
    expect(await migrate()).toEqual([...RELEASED, '20990101000000_more']);
    const database = await openDatabase({ databaseUrl: `${url}?schema=own`, dataDir: '' });
    await database.prisma.setting.create({ data: { key: 'a', value: 'b' } });
    await database.close();
    expect(await rows('SELECT value FROM own.setting')).toEqual([{ value: 'b' }]);
    expect(await rows('SELECT value FROM public.setting')).toEqual([]);
  });

  it('holds nobody up behind a table that is being read, and goes on when it no longer is', async () => {
    await migrate();
    await addMigration('20990101000000_more', 'ALTER TABLE setting ADD COLUMN more TEXT;');
    const stopReading = await readOn('setting');
    let done: string[] | undefined;
    void migrate().then((applied) => {
      done = applied;
    });
    await expect
      .poll(() => rows(`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'`))
      .toHaveLength(1);
    // Waits behind the migration, but not for the reader.
    expect(await rows('SELECT key FROM setting')).toEqual([]);
    await stopReading();
    await expect.poll(() => done).toEqual(['20990101000000_more']);
    expect(await rows('SELECT more FROM setting')).toEqual([]);
  });

  it('gives up in the end where a table is read for too long', async () => {
    await migrate();
    await addMigration('20990101000000_more', 'ALTER TABLE setting ADD COLUMN more TEXT;');
    const stopReading = await readOn('setting');
    const waits = { alone: 60_000, table: 50, pause: 10, tries: 200 };
    const tried = applyMigrations(
      postgresqlMigrations({ connectionString: url }, undefined, waits),
      migrations,
    );
    await expect(tried).rejects.toThrow(StartError);
    await expect(tried).rejects.toThrow('another program has been using a table');
    await stopReading();
    expect(await migrate()).toEqual(['20990101000000_more']);
  });

  /** Reads a table as a backup does: in a transaction that lasts until the returned function is called. */
  async function readOn(table: string): Promise<() => Promise<void>> {
    const reader = new pg.Client({ connectionString: url });
    await reader.connect();
    await reader.query(`BEGIN; LOCK TABLE ${table} IN ACCESS SHARE MODE`);
    return () => reader.end();
  }

  it('leaves nothing of a migration that fails', async () => {
    await addMigration(
      '20990101000000_more',
      'CREATE TABLE more (a TEXT); CREATE TABLE wrong (a NO_SUCH_TYPE);',
    );
    await expect(migrate()).rejects.toThrow(/no_such_type/);
    expect(await rows(`SELECT FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
  });
});
