import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEnv } from '../../server/env.ts';
import { backupBucket } from '../../server/services/backups/backup-bucket.ts';
import type { BackupStore } from '../../server/services/backups/backup-store.ts';
import { ScheduledBackups } from '../../server/services/backups/scheduled-backups.ts';
import { startBucket, type TestBucket } from '../support/bucket.ts';
import { temporaryFolder } from '../support/database.ts';

const DAY = 86_400_000;
const madeBefore = (days: number) =>
  `parley-${new Date(Date.now() - days * DAY).toISOString().slice(0, 19).replaceAll(':', '-')}Z.backup`;

let bucket: TestBucket;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  [bucket, folder] = await Promise.all([startBucket(), temporaryFolder()]);
});
afterEach(async () => {
  await Promise.all([bucket.stop(), folder.remove()]);
});

let paused: number[];
beforeEach(() => {
  paused = [];
});
const storeIn = (access: TestBucket['access']) =>
  backupBucket(access, join(folder.path, 'to-send'), async (milliseconds) => void paused.push(milliseconds));
const put = async (store: BackupStore, name: string) => store.store(name, (path) => writeFile(path, 'rows'));
const backupsIn = (store: BackupStore, parts: Partial<ConstructorParameters<typeof ScheduledBackups>[0]>) =>
  new ScheduledBackups({
    store,
    everyHours: 24,
    keepDays: 30,
    database: { dataDir: folder.path, databaseUrl: null },
    now: Date.now,
    made: () => expect.fail('made'),
    notDeleted: (error) => expect.fail(String(error)),
    ...parts,
  });

test('[OP18] a backup goes into a bucket whole, in parts, and leaves nothing here', async () => {
  const bytes = randomBytes(16 * 2 ** 20 + 5);
  const store = storeIn(bucket.access);
  await store.store('parley-one.backup', (path) => writeFile(path, bytes));
  expect(bucket.objects.get('parley-one.backup')?.equals(bytes)).toBe(true);
  expect(existsSync(join(folder.path, 'to-send'))).toBe(false);
  for (const name of ['other.txt', 'parley-two.backup', 'parley-three.backup'])
    bucket.objects.set(name, Buffer.alloc(0));
  expect((await store.names()).toSorted()).toEqual([
    'parley-one.backup',
    'parley-three.backup',
    'parley-two.backup',
  ]);
  await store.remove('parley-one.backup');
  expect([...bucket.objects.keys()]).not.toContain('parley-one.backup');
});

test('[OP18] a bucket’s refusal is named, and no half of a backup stays there', async () => {
  const store = storeIn(bucket.access);
  const stranger = storeIn({ ...bucket.access, secret: 'another' });
  await expect(stranger.names()).rejects.toMatchObject({
    reason: 'the bucket answers 403 SignatureDoesNotMatch',
  });
  bucket.fill();
  await expect(put(store, 'parley-one.backup')).rejects.toMatchObject({
    reason: 'the bucket answers 507 QuotaExceeded',
  });
  expect([bucket.objects.size, bucket.uploads.size]).toEqual([0, 0]);
  expect(existsSync(join(folder.path, 'to-send'))).toBe(false);
  const nowhere = storeIn({ ...bucket.access, url: 'http://127.0.0.1:1/backups' });
  await expect(nowhere.names()).rejects.toMatchObject({
    reason: expect.stringMatching(/^the bucket does not answer: /),
  });
});

test('[OP18] backups in a bucket that are too old are deleted, and other objects left alone', async () => {
  const names = [madeBefore(31), madeBefore(29), madeBefore(0.5), 'parley-notes.txt'];
  for (const name of names) bucket.objects.set(name, Buffer.alloc(0));
  const backups = backupsIn(storeIn(bucket.access), {});
  await backups.look();
  expect([...bucket.objects.keys()]).toEqual(names.slice(1));
  expect(Date.now() - backups.newest).toBeLessThan(DAY);
  // Asked once an hour.
  await bucket.stop();
  await backups.look();
  bucket = await startBucket();
});

test('[OP18] a request that the network loses, or a store has no time for, is sent again for some minutes', async () => {
  const store = storeIn(bucket.access);
  bucket.upset('busy', 'breaks', 'breaks', 'busy', 'breaks');
  await put(store, 'parley-one.backup');
  expect(bucket.objects.get('parley-one.backup')?.toString()).toBe('rows');
  expect(paused).toHaveLength(5);
  bucket.upset(...Array.from({ length: 7 }, () => 'busy' as const));
  paused = [];
  await expect(store.names()).rejects.toMatchObject({ reason: 'the bucket answers 503 SlowDown' });
  expect(paused.reduce((sum, milliseconds) => sum + milliseconds)).toBeGreaterThan(3 * 60_000);
});

test('[OP18] nothing is sent on to where a bucket points, and nothing made for one that refuses', async () => {
  const other = await startBucket();
  bucket.moveTo(other.access.url);
  const store = storeIn(bucket.access);
  const reason = 'the bucket answers 307 TemporaryRedirect';
  await expect(store.names()).rejects.toMatchObject({ reason });
  const made = store.store('parley-one.backup', () => expect.fail('made'));
  await expect(made).rejects.toMatchObject({ reason });
  expect(paused).toEqual([]);
  await other.stop();
});

test('[OP18] installations that share a bucket leave each other’s backups alone, by their prefixes', async () => {
  const [old, recent] = [madeBefore(60), madeBefore(0.5)];
  const [root, one, two] = ['', 'one/', 'one/two/'].map((prefix) => storeIn({ ...bucket.access, prefix }));
  if (!root || !one || !two) throw new Error('no store');
  for (const store of [root, one, two]) await put(store, old);
  for (const store of [root, one, two]) expect(await store.names()).toEqual([old]);
  await put(one, recent);
  await backupsIn(one, {}).look();
  expect([...bucket.objects.keys()].toSorted()).toEqual([old, `one/${recent}`, `one/two/${old}`].toSorted());
});

test('[OP18] an old backup that cannot be deleted is reported, and a new one made', async () => {
  const problems: unknown[] = [];
  const stored: string[] = [];
  const [oldest, old, recent] = [madeBefore(60), madeBefore(50), madeBefore(2)];
  const store: BackupStore = {
    names: async () => [oldest, old, recent],
    store: async (name) => void stored.push(name),
    remove: (name) => Promise.reject(name),
  };
  const notDeleted = (problem: unknown) => void problems.push(problem);
  await backupsIn(store, { made: () => undefined, notDeleted }).look();
  expect(stored).toHaveLength(1);
  expect(problems).toEqual([oldest, old, oldest, old]);
});

test('[OP18] a backup that fails is tried again later and later', async () => {
  let tries = 0;
  let minutes = 0;
  const start = Date.now();
  const store: BackupStore = {
    names: async () => [],
    store: () => Promise.reject(tries++),
    remove: () => expect.fail('removed'),
  };
  const backups = backupsIn(store, { now: () => start + minutes * 60_000 });
  const triedAt: number[] = [];
  for (; minutes <= 150; minutes += 1) {
    const before = tries;
    await backups.look().catch(() => undefined);
    if (tries > before) triedAt.push(minutes);
  }
  expect(triedAt).toEqual([0, 1, 6, 21, 81, 141]);
});

test('[OP18] a bucket is named by four settings, and takes the place of a folder', () => {
  const settings = {
    BACKUP_S3_URL: 'https://s3.example.org/parley/',
    BACKUP_S3_KEY_ID: 'key',
    BACKUP_S3_SECRET: 'secret',
    BACKUP_DAYS: '30',
  };
  const access = {
    url: 'https://s3.example.org/parley',
    region: 'us-east-1',
    keyId: 'key',
    secret: 'secret',
    prefix: '',
  };
  expect(readEnv(settings).backupBucket).toEqual(access);
  for (const prefix of ['team/one', 'team/one/'])
    expect(readEnv({ ...settings, BACKUP_S3_PREFIX: prefix }).backupBucket?.prefix).toBe('team/one/');
  for (const prefix of ['/', '../one', 'a//b', 'a b'])
    expect(() => readEnv({ ...settings, BACKUP_S3_PREFIX: prefix })).toThrow(
      /BACKUP_S3_PREFIX must be names/,
    );
  for (const name of ['BACKUP_S3_KEY_ID', 'BACKUP_S3_SECRET', 'BACKUP_DAYS'])
    expect(() => readEnv({ ...settings, [name]: '' })).toThrow(`${name} must be set where BACKUP_S3_URL is`);
  expect(() => readEnv({ ...settings, BACKUP_DIR: '/b' })).toThrow(/BACKUP_S3_URL must not be set where/);
});
