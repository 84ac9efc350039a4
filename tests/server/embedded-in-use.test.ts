import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { moveDatabase } from '../../server/cli/backup/move-database.ts';
import { restoreBackup } from '../../server/cli/backup/restore-backup.ts';
import { createServer } from '../../server/compose/create-server.ts';
import { DatabaseUnavailable } from '../../server/database/database-unavailable.ts';
import { openDatabase, readDatabase } from '../../server/database/open-database.ts';
import { takeMoveLock } from '../../server/database/open-postgresql.ts';
import { roomForCopy } from '../../server/database/room-for-copy.ts';
import { readEnv } from '../../server/env.ts';
import { parley } from '../../server/handle.ts';
import { createLogger } from '../../server/logging/logger.ts';
import { findRunningOwner, type RunningOwner } from '../../server/operator/give-orders.ts';
import { takeOrders } from '../../server/operator/take-orders.ts';
import { backupFolder } from '../../server/services/backups/backup-store.ts';
import { ScheduledBackups } from '../../server/services/backups/scheduled-backups.ts';
import { backupCommand, contentsOf } from '../support/backups.ts';
import { temporaryFolder } from '../support/database.ts';
import { noPages } from '../support/no-pages.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const MADE_IN_CHINA = 'made-in-china-2025';

let server: TestServer;
let postgres: TestPostgres;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

const DAY = 86_400_000;
/** The name of a backup made some days ago. */
const madeBefore = (days: number) =>
  `parley-${new Date(Date.now() - days * DAY).toISOString().slice(0, 19).replaceAll(':', '-')}Z.backup`;
const OLD = [madeBefore(31), madeBefore(29), madeBefore(1.5), 'notes.txt'];

beforeAll(async () => {
  [postgres, folder] = await Promise.all([startPostgres({ fsync: false }), temporaryFolder()]);
  for (const name of OLD) await writeFile(join(folder.path, name), '');
  server = await startTestServer({
    database: 'embedded',
    settings: { BACKUP_DIR: folder.path, BACKUP_DAYS: '30' },
  });
});
afterAll(async () => {
  await server.stop();
  await Promise.all([postgres.stop(), folder.remove()]);
});

const makeDebate = async (title: string): Promise<string> => {
  const { auth, debates } = parley();
  const person = await auth.currentPerson(new Headers({ cookie: await server.signIn('Ann') }));
  if (!person) throw new Error('not signed in');
  const positions = [{ name: 'Yes', hue: 'blue' as const, summary: '' }];
  const made = await debates.create(person, { title, motion: title, positions, visibility: 'public' });
  if (!made.ok) throw new Error(made.rejection.code);
  return made.debateId;
};

const titles = async () => (await parley().debateLists.list(null)).map(({ title }) => title);

const copiesIn = async (dataDir: string) =>
  (await readdir(dataDir)).filter((name) => name.startsWith('copy-'));

async function ownerOf(dataDir: string): Promise<RunningOwner> {
  return (await findRunningOwner(dataDir)) ?? expect.fail('no running server');
}

describe('[OP16] a running server with the embedded database', { timeout: 120_000 }, () => {
  test('is backed up by the command as of one moment, and keeps no copy', async () => {
    await makeDebate('Before the backup');
    const file = join(folder.path, 'running.backup');
    const backup = { done: false };
    const written = (async () => {
      for (let count = 1; count <= 100 && !backup.done; count += 1) await makeDebate(`Meanwhile ${count}`);
    })();
    const said = await backupCommand(['backup', file], server.dataDir);
    backup.done = true;
    await written;
    expect(said).toMatch(/^0: \d+ rows written to /);
    await expect.poll(() => copiesIn(server.dataDir)).toEqual([]);
    expect((await stat(join(server.dataDir, 'parley.sock'))).mode & 0o777).toBe(0o600);

    const restored = join(folder.path, 'restored');
    expect(await backupCommand(['restore', file], restored)).toMatch(/^0: \d+ rows restored/);
    const database = await openDatabase({ dataDir: restored });
    const { debate: debates = [], log_entry: entries = [] } = await contentsOf(database);
    expect(debates.some((row) => row.includes('Before the backup'))).toBe(true);
    const heads = await database.prisma.debate.aggregate({ _sum: { head: true } });
    expect(entries).toHaveLength(heads._sum.head ?? 0);
    await database.close();
  });

  test('[OP21] has little left to read in its write-ahead log after a checkpoint', async () => {
    const database = await openDatabase({ dataDir: join(folder.path, 'restored') });
    const unread = async () => {
      const [row] = await database.prisma.$queryRaw<{ bytes: number }[]>`
        SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::int AS bytes FROM pg_control_checkpoint()`;
      return row?.bytes ?? 0;
    };
    await database.prisma.setting.create({ data: { key: 'long', value: 'long '.repeat(100_000) } });
    expect(await unread()).toBeGreaterThan(5_000);
    await database.embedded?.checkpoint();
    expect(await unread()).toBeLessThan(1_000);
    const ended: string[] = [];
    await Promise.all([
      database.embedded?.copyTo(join(folder.path, 'copied')).then(() => ended.push('copy')),
      database.embedded?.checkpoint().then(() => ended.push('checkpoint')),
    ]);
    expect(ended).toEqual(['copy', 'checkpoint']);
    await database.close();
  });

  test('[OP16] a copy is refused where the packed file and what is written meanwhile would have no room', () => {
    expect(roomForCopy(1_000)).toBeGreaterThanOrEqual(64_001_000);
    expect(roomForCopy(2_000_000_000)).toBe(3_000_000_000);
  });

  test('[OP18] makes a scheduled backup when one is due, and deletes those older than the days it says', async () => {
    const names = async () =>
      (await readdir(folder.path)).filter((name) => /^parley-.*Z\.backup$/.test(name));
    const made = async () => (await names()).filter((name) => !OLD.includes(name));
    await expect.poll(made, { timeout: 60_000 }).toHaveLength(1);
    expect((await names()).sort()).toEqual([OLD[1], OLD[2], ...(await made())].sort());
    expect(existsSync(join(folder.path, 'notes.txt'))).toBe(true);
    const database = await openDatabase({ dataDir: join(folder.path, 'from-scheduled') });
    expect(await restoreBackup(database, join(folder.path, (await made())[0] ?? ''))).toBeGreaterThan(1_000);
    await database.close();
  });

  test('[OP18] deletes old and unfinished backups at each look, also when none is made', async () => {
    const backups = join(folder.path, 'looked-at');
    await mkdir(backups);
    const newest = madeBefore(0.5);
    for (const name of [...OLD, newest, `${madeBefore(2)}.unfinished`])
      await writeFile(join(backups, name), '');
    await new ScheduledBackups({
      store: backupFolder(backups),
      everyHours: 24,
      keepDays: 30,
      database: { dataDir: folder.path, databaseUrl: null },
      now: Date.now,
      made: () => expect.fail('made'),
      notDeleted: (error) => expect.fail(String(error)),
    }).look();
    expect((await readdir(backups)).sort()).toEqual([...OLD.slice(1), newest].sort());
  });

  test('[OP18] makes a backup in a relative folder, wherever npm was called', async () => {
    const backups = join(folder.path, 'relative');
    vi.stubEnv('INIT_CWD', join(process.cwd(), 'elsewhere'));
    await new ScheduledBackups({
      store: backupFolder(relative(process.cwd(), backups)),
      everyHours: 24,
      keepDays: 30,
      database: { dataDir: server.dataDir, databaseUrl: null },
      now: Date.now,
      made: () => undefined,
      notDeleted: (error) => expect.fail(String(error)),
    })
      .look()
      .finally(() => vi.unstubAllEnvs());
    expect(await readdir(backups)).toHaveLength(1);
  });

  test('[OP18] a scheduled backup that fails gives the reason', async () => {
    const empty = join(folder.path, 'empty');
    await mkdir(empty);
    const backups = new ScheduledBackups({
      store: backupFolder(join(folder.path, 'failing')),
      everyHours: 24,
      keepDays: 30,
      database: { dataDir: empty, databaseUrl: null },
      now: Date.now,
      made: () => expect.fail('made'),
      notDeleted: (error) => expect.fail(String(error)),
    });
    await expect(backups.look()).rejects.toMatchObject({
      reason: expect.stringMatching(/^No database found in /),
    });
  });
});

describe('[OP17] moving the embedded database to PostgreSQL', { timeout: 120_000 }, () => {
  let url: string;
  const openTarget = () => openDatabase({ databaseUrl: url, dataDir: folder.path });
  const sourceOf = (owner: RunningOwner, hold: () => Promise<void>) => ({
    open: async () => readDatabase({ dataDir: (await owner.give({ order: 'copy' })) ?? '' }),
    hold,
    retire: async () => expect.fail('retired'),
  });
  const startOn = (databaseUrl: string) => {
    const env = readEnv({
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: server.dataDir,
      DATABASE_URL: databaseUrl,
    });
    return createServer(env, createLogger('silent'), noPages);
  };

  beforeAll(async () => {
    url = await postgres.createDatabase('moved');
    // Times are as they were, whatever the zone of the PostgreSQL server.
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(`ALTER DATABASE moved SET timezone TO 'Asia/Tokyo'`);
    await client.end();
  });

  test('refuses writes while the rest is copied, and shows everything; when it stops, writes are accepted again', async () => {
    await makeDebate('Before the move');
    const reader = new Headers({ cookie: await server.signIn('Ben') });
    const owner = await ownerOf(server.dataDir);
    const target = await openTarget();
    const stopped = moveDatabase(
      sourceOf(owner, async () => {
        await makeDebate('While the first copy is made');
        await owner.give({ order: 'hold' });
        await expect(makeDebate('Held')).rejects.toThrow(DatabaseUnavailable);
        expect(await titles()).toContain('While the first copy is made');
        const { auth, debates } = parley();
        const read = await debates.read(MADE_IN_CHINA, await auth.currentPerson(reader));
        expect(read.ok).toBe(true);
        throw new Error('stopped here');
      }),
      target,
      () => undefined,
    );
    await expect(stopped).rejects.toThrow('stopped here');
    await target.close();
    owner.close();
    await expect.poll(() => makeDebate('After the stop').catch(() => null)).not.toBeNull();
    await expect(startOn(url)).rejects.toThrow(/^A move into the database .* stopped half-way/);
    expect(await backupCommand(['backup', join(folder.path, 'half.backup')], folder.path, url)).toMatch(
      /^1: parley: A move into the database .* stopped half-way/,
    );
  });

  test('goes on where it stopped, in one command, and both databases then have the same rows', async () => {
    expect(await backupCommand(['move'], server.dataDir, url)).toMatch(
      /^0: \d+ rows copied\n.*\n.*\n\d+ rows moved, each compared\. Now stop the server/,
    );
    await expect(makeDebate('Too late')).rejects.toThrow(DatabaseUnavailable);
    expect(await titles()).toContain('After the stop');
    await server.halt();
    const source = await readDatabase({ dataDir: server.dataDir });
    const target = await openTarget();
    expect(await contentsOf(target)).toEqual(await contentsOf(source));
    await Promise.all([source.close(), target.close()]);
  });

  test('leaves a folder that no server writes to again, and a database that one starts on', async () => {
    await expect(openDatabase({ dataDir: server.dataDir })).rejects.toThrow(
      /were moved to PostgreSQL \(127\.0\.0\.1/,
    );
    const moved = await startOn(url);
    expect(await titles()).toContain('Before the move');
    await moved.stop();
    expect(existsSync(join(server.dataDir, 'moved-to-postgresql'))).toBe(true);
    expect(await backupCommand(['backup', join(folder.path, 'moved.backup')], server.dataDir)).toMatch(
      /^1: parley: .*were moved to PostgreSQL/,
    );
  });

  test('into a database with data is refused, and changes nothing', async () => {
    const unlock = await takeMoveLock(url);
    expect(await backupCommand(['move'], server.dataDir, url)).toMatch(
      /^1: parley: Another command is moving/,
    );
    await unlock();
    expect(await backupCommand(['move'], server.dataDir, url)).toMatch(
      /^1: parley: .*already has data, and nothing/,
    );
    expect(await backupCommand(['move'], server.dataDir)).toMatch(/^1: parley: Set DATABASE_URL/);
  });
});

describe('[OP17] holding the embedded database for a move', () => {
  /** Takes orders in a new data folder for a database that only remembers whether it refuses writes. */
  const taking = async (name: string) => {
    const dataDir = join(folder.path, name);
    await mkdir(dataDir);
    const writes = { refused: false };
    const stop = await takeOrders({
      dataDir,
      database: {
        copyTo: async () => undefined,
        checkpoint: async () => undefined,
        vacuum: async () => undefined,
        refuseWrites: async (refuse) => {
          writes.refused = refuse;
        },
      },
      failed: () => undefined,
    });
    return { dataDir, writes, stop };
  };

  test('a second move is refused while the first holds it, and its end releases nothing', async () => {
    const { dataDir, writes, stop } = await taking('held-twice');
    const [first, second] = [await ownerOf(dataDir), await ownerOf(dataDir)];
    await first.give({ order: 'hold' });
    await expect(second.give({ order: 'hold' })).rejects.toThrow('another move is under way');
    await expect(second.give({ order: 'retire', place: 'there' })).rejects.toThrow('not held');
    second.close();
    const third = await ownerOf(dataDir);
    await expect(third.give({ order: 'hold' })).rejects.toThrow('another move is under way');
    expect(writes.refused).toBe(true);
    first.close();
    await expect.poll(() => writes.refused).toBe(false);
    await third.give({ order: 'hold' });
    await third.give({ order: 'retire', place: 'there' });
    third.close();
    const fourth = await ownerOf(dataDir);
    await expect.poll(() => fourth.give({ order: 'hold' }).catch(() => 'held')).toBeNull();
    await expect(fourth.give({ order: 'retire', place: 'elsewhere' })).rejects.toThrow(
      'moved to PostgreSQL (there)',
    );
    expect(writes.refused).toBe(true);
    fourth.close();
    stop();
  });

  test('a server that restarts meanwhile is not moved: it has accepted writes', async () => {
    const { dataDir, stop } = await taking('restarted');
    const owner = await ownerOf(dataDir);
    await owner.give({ order: 'hold' });
    stop();
    await expect(owner.give({ order: 'retire', place: 'there' })).rejects.toThrow('stopped meanwhile');
    expect(existsSync(join(dataDir, 'moved-to-postgresql'))).toBe(false);
  });

  test('writes are accepted again even if a copy can not be removed', async () => {
    const { dataDir, writes, stop } = await taking('unremovable');
    const owner = await ownerOf(dataDir);
    await owner.give({ order: 'copy' });
    await owner.give({ order: 'hold' });
    // Nothing can be removed below a file.
    await rename(dataDir, `${dataDir}-away`);
    await writeFile(dataDir, '');
    owner.close();
    await expect.poll(() => writes.refused).toBe(false);
    stop();
  });
});
