import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupFolder } from '../../server/services/backups/backup-store.ts';
import { ScheduledBackups } from '../../server/services/backups/scheduled-backups.ts';
import { temporaryFolder } from '../support/database.ts';

/** Takes connections and never answers: a database that hangs. */
const hanging = createServer((socket: Socket) => void sockets.push(socket));
const sockets: Socket[] = [];

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
  await once(hanging.listen(0, '127.0.0.1'), 'listening');
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await once(hanging.close(), 'close');
  await folder.remove();
});

function backupsOfHanging(longest?: number): ScheduledBackups {
  const { port } = hanging.address() as AddressInfo;
  return new ScheduledBackups({
    store: backupFolder(folder.path),
    everyHours: 24,
    keepDays: 30,
    database: { dataDir: folder.path, databaseUrl: `postgresql://ann@127.0.0.1:${port}/parley` },
    now: Date.now,
    made: () => expect.fail('made'),
    notDeleted: (error) => expect.fail(String(error)),
    longest,
  });
}

test('[OP18] a backup that hangs is ended, and counts as failed', async () => {
  await expect(backupsOfHanging(300).look()).rejects.toMatchObject({ reason: 'it took too long' });
});

test('[OP18] a backup that is being made when the server stops is ended', async () => {
  const backups = backupsOfHanging();
  const look = backups.look();
  setTimeout(() => backups.stop(), 300);
  await expect(look).rejects.toMatchObject({ reason: 'the server was stopped' });
});
