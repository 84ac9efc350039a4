import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moveDatabase } from '../../server/cli/backup/move-database.ts';
import { checkRestorable, lastMigrationOf, restoreBackup } from '../../server/cli/backup/restore-backup.ts';
import { writeBackup } from '../../server/cli/backup/write-backup.ts';
import { applyMigrations } from '../../server/database/migrate.ts';
import { postgresqlMigrations } from '../../server/database/migration-connection.ts';
import { findPrismaFolder } from '../../server/database/migrations-folder.ts';
import { type Database, openDatabase, readDatabase } from '../../server/database/open-database.ts';
import { isMoveUnderWay } from '../../server/database/unfinished-move.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import type { StoredEntry } from '../../server/log/operation-log.ts';
import { loadState } from '../../server/log/snapshots/snapshots.ts';
import { backupCommand, contentsOf } from '../support/backups.ts';
import { freshDataFolder, putEmptyDatabase } from '../support/data-template.ts';
import { startEmbeddedDatabase, temporaryFolder } from '../support/database.ts';
import { makeDebate } from '../support/log-node.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';

let postgres: TestPostgres;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const open: Database[] = [];

beforeAll(async () => {
  [postgres, folder] = await Promise.all([startPostgres({ fsync: false }), temporaryFolder()]);
});
afterAll(async () => {
  await Promise.all(open.map((database) => database.close()));
  await Promise.all([postgres.stop(), folder.remove()]);
});

const named = (name: string) => join(folder.path, name);

async function emptyPostgres(name: string): Promise<Database> {
  const database = await openDatabase({
    databaseUrl: await postgres.createDatabase(name),
    dataDir: folder.path,
  });
  open.push(database);
  return database;
}

async function emptyEmbedded(name: string): Promise<Database> {
  await putEmptyDatabase(named(name));
  const database = await openDatabase({ dataDir: named(name) });
  open.push(database);
  return database;
}

const DEBATE = 'd_under-load';

/** An entry as no correct caller would write it: its JSON has everything that reading and writing it again would lose. */
function oddEntry(seq: number): StoredEntry {
  return {
    seq,
    at: seq,
    actor: 'system',
    author: 'system',
    shape: 1,
    type: 'odd',
    payload: { '2': 'second', '1': 'first', nul: '\u0000', text: '中文 العربية 🦉 "\\ \n', big: 2 ** 53 },
  };
}

/** The names of the tables and migrations of a PostgreSQL database. */
async function schemaOf(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT 'table ' || relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       UNION ALL SELECT 'migration ' || migration_name FROM _prisma_migrations ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** Makes a PostgreSQL database as an older release left it: with the first of this release's migrations alone. */
async function olderDatabase(name: string): Promise<string> {
  const url = await postgres.createDatabase(name);
  const source = join(findPrismaFolder(), 'migrations');
  const older = named(`${name}-migrations`);
  const names = (await readdir(source, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const first = names.map((entry) => entry.name).sort()[0] ?? expect.fail('no migration');
  await cp(join(source, first), join(older, first), { recursive: true });
  await cp(join(source, 'migration_lock.toml'), join(older, 'migration_lock.toml'));
  await applyMigrations(postgresqlMigrations({ connectionString: url }, undefined), older);
  return url;
}

describe('[RL2] making a backup', { timeout: 120_000 }, () => {
  test('of an older release reads its tables and changes none', async () => {
    const url = await olderDatabase('older');
    const before = await schemaOf(url);
    expect(before.filter((name) => name.startsWith('migration '))).toHaveLength(1);
    expect(await backupCommand(['backup', named('older')], folder.path, url)).toMatch(
      /^0: \d+ rows written to /,
    );
    expect(await schemaOf(url)).toEqual(before);
    const head = JSON.parse(
      gunzipSync(await readFile(named('older')))
        .toString()
        .split('\n')[0] ?? '',
    );
    expect(head.migrations).toHaveLength(1);
  });

  test('of an older release is restored with its tables, which are then brought up to date', async () => {
    const url = await olderDatabase('older_filled');
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(`INSERT INTO setting (key, value) VALUES ('kept', 'since then')`);
    await client.end();
    await backupCommand(['backup', named('older-filled')], folder.path, url);
    const before = await schemaOf(url);
    for (const parameters of [['restore', named('older-filled')], ['move']])
      expect(await backupCommand(parameters, folder.path, url)).toMatch(
        /^1: parley: .*(already|one) has data/,
      );
    expect(await schemaOf(url)).toEqual(before);
    const started = await postgres.createDatabase('older_started');
    const target = await openDatabase({ databaseUrl: started, dataDir: folder.path });
    const source = {
      open: () => readDatabase({ databaseUrl: url, dataDir: folder.path }),
      hold: async () => undefined,
      retire: async () => expect.fail('retired'),
    };
    await expect(moveDatabase(source, target, () => undefined)).rejects.toThrow(/are of another release/);
    expect(await isMoveUnderWay(target)).toBe(false);
    const last = await lastMigrationOf(named('older-filled'));
    await expect(checkRestorable(target, last)).rejects.toThrow(
      /made with another release .* restore it into a new folder or database/,
    );
    await target.close();
    const today = await postgres.createDatabase('older_today');
    expect(await backupCommand(['restore', named('older-filled')], folder.path, today)).toMatch(
      /^0: 1 rows restored/,
    );
    const database = await openDatabase({ databaseUrl: today, dataDir: folder.path });
    expect(await database.prisma.setting.findMany()).toEqual([{ key: 'kept', value: 'since then' }]);
    expect(await database.prisma.note.count()).toBe(0);
    await database.close();
  });

  test('of a newer release is refused by name, and so is a place without a database, where nothing is made', async () => {
    const url = await postgres.createDatabase('newer');
    await (await openDatabase({ databaseUrl: url, dataDir: folder.path })).close();
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '2999_more', now())`,
    );
    await client.end();
    expect(await backupCommand(['backup', named('newer-copy')], folder.path, url)).toMatch(
      /^1: parley: .*newer release of Parley \(migration "2999_more"/,
    );
    const empty = await postgres.createDatabase('nothing');
    expect(await backupCommand(['backup', named('none')], folder.path, empty)).toMatch(
      /^1: parley: There is no debate database here/,
    );
    expect(await backupCommand(['backup', named('none')], named('no-such-folder'))).toMatch(
      /^1: parley: No database found in /,
    );
    expect(existsSync(named('no-such-folder'))).toBe(false);
  });

  test('writes nothing, whatever it is asked to', async () => {
    const dataDir = await freshDataFolder();
    const url = await postgres.createDatabase('read_only');
    await (await openDatabase({ databaseUrl: url, dataDir })).close();
    for (const options of [{ dataDir }, { dataDir, databaseUrl: url }]) {
      const reading = await readDatabase(options);
      const written = reading.prisma.setting.create({ data: { key: 'a', value: 'b' } });
      await expect(written).rejects.toThrow();
      expect(await reading.prisma.setting.count({ where: { key: 'a' } })).toBe(0);
      await reading.close();
    }
    await rm(dataDir, { recursive: true });
  });
});

describe('[OP14] a backup', { timeout: 120_000 }, () => {
  test('of the embedded database is restored into PostgreSQL, and from there into an embedded one, row for row', async () => {
    const { database, stop } = await startEmbeddedDatabase();
    const log = new DatabaseLog(database);
    await log.createDebate({ id: 'd_odd', title: 'Odd', visibility: 'private', listing: { a: 1 } }, [
      oddEntry(1),
    ]);
    const rows = await writeBackup(database, named('embedded'));
    const contents = await contentsOf(database);
    await stop();
    expect((await stat(named('embedded'))).mode & 0o777).toBe(0o600);
    expect(rows).toBe(Object.values(contents).flat().length);
    expect(contents.log_entry?.length).toBeGreaterThan(100);

    const moved = await emptyPostgres('moved');
    expect(await restoreBackup(moved, named('embedded'))).toBe(rows);
    expect(await contentsOf(moved)).toEqual(contents);

    await writeBackup(moved, named('postgresql'));
    const back = await emptyEmbedded('back');
    await restoreBackup(back, named('postgresql'));
    expect(await contentsOf(back)).toEqual(contents);
    expect((await loadState(new DatabaseLog(back), 'made-in-china-2025'))?.state.claims.size).toBe(58);
  });

  test('made while others write is of one moment: a debate as it was at one number, without a hole (F13)', async () => {
    const database = await emptyPostgres('under_load');
    const log = new DatabaseLog(database);
    await makeDebate(log, DEBATE, ['u_ann']);
    let head = (await log.heads([DEBATE])).get(DEBATE)?.head ?? 0;
    const append = async (count: number) => {
      const entries = Array.from({ length: count }, (_, index) => oddEntry(head + index + 1));
      await log.append([{ debateId: DEBATE, head, entries, answers: [] }]);
      head += count;
    };
    await append(3_000);
    const before = head;
    const backup = { done: false };
    const writing = (async () => {
      while (!backup.done) await append(5);
    })();
    await writeBackup(database, named('load'));
    backup.done = true;
    await writing;

    const restored = await emptyEmbedded('restored');
    await restoreBackup(restored, named('load'));
    const restoredHead = (await new DatabaseLog(restored).heads([DEBATE])).get(DEBATE)?.head ?? 0;
    const { log_entry: rows = [] } = await contentsOf(restored);
    expect(restoredHead).toBeGreaterThanOrEqual(before);
    expect(restoredHead).toBeLessThanOrEqual(head);
    expect(rows).toHaveLength(restoredHead);
    expect(await new DatabaseLog(restored).read(DEBATE, 0, head)).toEqual(
      await log.read(DEBATE, 0, restoredHead),
    );
  });

  test('is made by a command, which overwrites no file and says who holds the folder of a running server', async () => {
    const dataDir = await freshDataFolder();
    const made = await backupCommand(['backup', named('one')], dataDir);
    expect(made).toMatch(/^0: \d+ rows written to /);
    expect(made).toContain(`${named('one')}, from the database in ${dataDir}`);
    expect(await backupCommand(['backup', named('one')], dataDir)).toMatch(/^1: parley: .*already exists/);
    const restored = await backupCommand(['restore', named('one')], named('fresh'));
    expect(restored).toMatch(/^0: \d+ rows restored/);
    expect(restored).toContain(`restored into the database in ${named('fresh')}`);
    expect(await backupCommand(['restore', named('none')], named('fresh'))).toMatch(
      /^1: parley: File .* not found/,
    );
    expect(await backupCommand(['restore'], named('fresh'))).toMatch(/^1: parley: Usage/);
    const held = await openDatabase({ dataDir });
    expect(await backupCommand(['backup', named('two')], dataDir)).toMatch(
      /^1: parley: .*is in use by process/,
    );
    await held.close();
    await rm(dataDir, { recursive: true });
  });

  test('is restored whole or not at all, and only into an empty database of the same release', async () => {
    const { database, stop } = await startEmbeddedDatabase();
    await writeBackup(database, named('good'));
    const refusal = (target: Database, name: string) =>
      restoreBackup(target, named(name)).then(
        () => 'restored',
        (error: Error) => `${error.name}: ${error.message}`,
      );
    expect(await refusal(database, 'good')).toMatch(/^StartError: .*only be restored into an empty database/);
    await stop();

    const packed = await readFile(named('good'));
    const text = gunzipSync(packed).toString();
    const lines = text.trimEnd().split('\n');
    await writeFile(named('cut'), packed.subarray(0, packed.length / 2));
    await writeFile(named('short'), gzipSync(`${lines.slice(0, -1).join('\n')}\n`));
    await writeFile(named('fewer'), gzipSync(`${lines.toSpliced(5, 1).join('\n')}\n`));
    await writeFile(named('other'), gzipSync('{"some":"thing"}\n'));
    await writeFile(named('plain'), text);
    await writeFile(named('newer'), gzipSync(text.replace('"migrations":[', '"migrations":["2999_more",')));
    const target = await emptyPostgres('refusing');
    const empty = await contentsOf(target);
    expect(await refusal(target, 'cut')).toMatch(/^StartError: .*damaged/);
    expect(await refusal(target, 'short')).toMatch(/^StartError: .*end is missing/);
    expect(await refusal(target, 'fewer')).toMatch(/^StartError: .*damaged/);
    expect(await refusal(target, 'other')).toMatch(/^StartError: .*isn’t a backup/);
    expect(await refusal(target, 'plain')).toMatch(/^StartError: .*(no backup|damaged)/);
    expect(await refusal(target, 'newer')).toMatch(/^StartError: .*another release/);
    expect(await contentsOf(target)).toEqual(empty);
  });
});
