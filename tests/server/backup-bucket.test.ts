import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEnv } from '../../server/env.ts';
import { backupBucket } from '../../server/services/backups/backup-bucket.ts';
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

const storeIn = (access: TestBucket['access']) => backupBucket(access, join(folder.path, 'to-send'));

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
  const keep = () => store.store('parley-one.backup', (path) => writeFile(path, 'rows'));
  const stranger = storeIn({ ...bucket.access, secret: 'another' });
  await expect(stranger.names()).rejects.toMatchObject({
    reason: 'the bucket answers 403 SignatureDoesNotMatch',
  });
  bucket.fill();
  await expect(keep()).rejects.toMatchObject({ reason: 'the bucket answers 507 QuotaExceeded' });
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
  const backups = new ScheduledBackups({
    store: storeIn(bucket.access),
    everyHours: 24,
    keepDays: 30,
    database: { dataDir: folder.path, databaseUrl: null },
    now: Date.now,
    made: () => expect.fail('made'),
  });
  await backups.look();
  expect([...bucket.objects.keys()]).toEqual(names.slice(1));
  expect(Date.now() - backups.newest).toBeLessThan(DAY);
  // Asked once an hour.
  await bucket.stop();
  await backups.look();
  bucket = await startBucket();
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
  };
  expect(readEnv(settings).backupBucket).toEqual(access);
  for (const name of ['BACKUP_S3_KEY_ID', 'BACKUP_S3_SECRET', 'BACKUP_DAYS'])
    expect(() => readEnv({ ...settings, [name]: '' })).toThrow(`${name} must be set where BACKUP_S3_URL is`);
  expect(() => readEnv({ ...settings, BACKUP_DIR: '/b' })).toThrow(/BACKUP_S3_URL must not be set where/);
});
