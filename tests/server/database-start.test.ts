import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeFolderLock } from '../../server/database/folder-lock.ts';
import { openDatabase } from '../../server/database/open-database.ts';
import { StartError } from '../../server/database/start-error.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { freshDataFolder } from '../support/data-template.ts';
import { temporaryFolder } from '../support/database.ts';
import { programParameters } from '../support/programs.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(async () => {
  await Promise.all(children.map(killed));
  children = [];
  await folder.remove();
});

/** Starts a process on the folder; `said` is everything it said so far. */
function start(dataDir: string): { child: ChildProcess; said(): string } {
  const child = spawn(process.execPath, [...programParameters('open-database-process'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return { child, said: () => text };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const WITHIN = { timeout: 30_000, interval: 5 };

describe('the embedded database', { timeout: 120_000 }, () => {
  it('refuses a second process on its folder, and says who holds it', async () => {
    const dataDir = await freshDataFolder();
    const database = await openDatabase({ dataDir });
    const second = start(dataDir);
    await once(second.child, 'exit');
    expect(second.said()).toContain(
      `refused: The data folder ${dataDir} is in use by process ${process.pid}`,
    );
    await expect(openDatabase({ dataDir })).rejects.toThrow(StartError);
    await database.close();
    expect(await readdir(dataDir)).toEqual(['pglite-18']);
    await rm(dataDir, { recursive: true });
  });

  it('takes over from killed processes, with everything they acknowledged (F12)', async () => {
    const dataDir = await freshDataFolder();
    let acknowledged = 0;
    for (const writes of [1, 60]) {
      const { child, said } = start(dataDir);
      const sequence = () => [...said().matchAll(/acknowledged (\d+)\n/g)].map(([, seq]) => Number(seq));
      await expect
        .poll(() => sequence().length, { ...WITHIN, message: said() })
        .toBeGreaterThanOrEqual(writes);
      await killed(child);
      acknowledged = Math.max(...sequence());
    }
    const database = await openDatabase({ dataDir });
    const entries = await new DatabaseLog(database).read('d', 0, 100_000);
    await database.close();
    await rm(dataDir, { recursive: true });
    expect(acknowledged).toBeGreaterThanOrEqual(61);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
    expect(entries.length).toBeGreaterThanOrEqual(acknowledged);
  });

  /** Kills a first start at a moment of it. One that was through by then, because this process came late, is made undone and tried again. */
  async function killedAt(moment: string, come: () => Promise<boolean>): Promise<void> {
    for (;;) {
      const { child, said } = start(folder.path);
      await expect.poll(come, { ...WITHIN, message: `${moment} ${said()}` }).toBe(true);
      await killed(child);
      if (said() === '') return;
      for (const name of await readdir(folder.path))
        await rm(join(folder.path, name), { recursive: true, force: true });
    }
  }

  it('starts again after being killed anywhere in its first start (F12)', async () => {
    const unfinished = async () => (await readdir(folder.path)).find((name) => name.includes('unfinished'));
    const size = async () => {
      const name = await unfinished();
      return name ? (await readdir(join(folder.path, name), { recursive: true })).length : 0;
    };
    const moments: [string, () => Promise<boolean>][] = [
      ['its files half written', async () => (await size()) > 500],
      ['its folder in place, no tables yet', async () => (await readdir(folder.path)).includes('pglite-18')],
    ];
    for (const [moment, come] of moments) await killedAt(moment, come);
    const database = await openDatabase({ dataDir: folder.path });
    expect(await database.prisma.debate.count()).toBe(0);
    await database.close();
    expect(await readdir(folder.path)).toEqual(['pglite-18']);
  });

  // The stories in browsers run on copies of the one it makes.
  it('is not made beside the first build where there is a data folder or another database', async () => {
    const absent = join(folder.path, 'absent');
    const settings = [
      { DATA_DIR: folder.path },
      { DATA_DIR: absent, DATABASE_URL: 'postgresql://db.test/parley' },
    ];
    for (const env of settings) {
      execFileSync(process.execPath, programParameters('first-database'), {
        env: { ...process.env, ...env },
      });
    }
    expect(await readdir(folder.path)).toEqual([]);
  });

  it.each<[string, (path: string) => Promise<unknown>, RegExp]>([
    [
      "a PostgreSQL server's folder",
      (path) => writeFile(join(path, 'PG_VERSION'), '15\n'),
      /PostgreSQL server/,
    ],
    ["somebody else's folder", (path) => mkdir(join(path, 'pglite-18')), /isn't a Parley database/],
    [
      "another version's folder",
      (path) => mkdir(join(path, 'pglite-17')),
      /PostgreSQL 17.*export its debates.*import them/,
    ],
    [
      'another version in ours',
      async (path) => {
        await mkdir(join(path, 'pglite-18'));
        await writeFile(join(path, 'pglite-18', 'PG_VERSION'), '19\n');
      },
      /PostgreSQL 19/,
    ],
  ])('refuses %s and leaves it as it is', async (_, make, sentence) => {
    await make(folder.path);
    const before = await readdir(folder.path, { recursive: true });
    const failure = await openDatabase({ dataDir: folder.path }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartError);
    expect(String(failure)).toMatch(sentence);
    expect(await readdir(folder.path, { recursive: true })).toEqual(before);
  });

  it('refuses a folder that cannot be one', async () => {
    const file = join(folder.path, 'file');
    await writeFile(file, '');
    await expect(openDatabase({ dataDir: file })).rejects.toThrow(StartError);
    await expect(openDatabase({ dataDir: join(file, 'data') })).rejects.toThrow(/can't be created/);
  });
});

describe('the lock on the data folder', () => {
  const timing = { touch: 10, silent: 1_000 };
  const lockOf = (holder: object) => writeFile(join(folder.path, 'parley.lock'), JSON.stringify(holder));
  const gone = {
    pid: 2 ** 22 + 1,
    host: hostname(),
    started: '',
    id: 'x',
    since: '2026-01-01T00:00:00.000Z',
  };

  it('is free again when released', async () => {
    for (let time = 1; time <= 3; time += 1) await (await takeFolderLock(folder.path)).release();
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('goes to one of many who take it at once, also from a process that has ended', async () => {
    for (const before of [undefined, gone]) {
      if (before) await lockOf(before);
      const takers = await Promise.allSettled(Array.from({ length: 20 }, () => takeFolderLock(folder.path)));
      const taken = takers.flatMap((taker) => (taker.status === 'fulfilled' ? [taker.value] : []));
      expect(taken).toHaveLength(1);
      for (const taker of takers)
        if (taker.status === 'rejected') expect(taker.reason).toBeInstanceOf(StartError);
      await taken[0]?.release();
    }
  });

  it("is taken over when the holder's number went to another process", async () => {
    await lockOf({ ...gone, pid: process.pid, started: 'an earlier boot/1' });
    await (await takeFolderLock(folder.path)).release();
  });

  it('of another container with the same name and number holds while that touches it', async () => {
    const held = await takeFolderLock(folder.path, timing);
    const holder: object = JSON.parse(await readFile(join(folder.path, 'parley.lock'), 'utf8'));
    await lockOf({ ...holder, space: 'pid:[1]', started: 'another start/1' });
    await expect(takeFolderLock(folder.path, timing)).rejects.toThrow(/is in use by process/);
    await held.release();
  });

  it('stops a process that lost it to another while it stood still, once, though several looks notice', async () => {
    const lost: string[] = [];
    const often = { ...timing, touch: 1 };
    const held = await takeFolderLock(folder.path, often, (sentence) => void lost.push(sentence));
    await lockOf({ ...gone, pid: 4_242, id: 'another' });
    await expect.poll(() => lost).not.toHaveLength(0);
    await held.release();
    expect(lost).toEqual([expect.stringContaining('taken over by process 4242')]);
    expect(await readdir(folder.path)).toEqual(['parley.lock']);
  });

  it('of another host holds while that touches it, and no longer', async () => {
    const held = await takeFolderLock(folder.path, timing, () => undefined);
    const path = join(folder.path, 'parley.lock');
    const holder: object = JSON.parse(await readFile(path, 'utf8'));
    await lockOf({ ...holder, host: 'elsewhere' });
    await expect(takeFolderLock(folder.path, timing)).rejects.toThrow(/process \d+ on elsewhere/);
    await lockOf({ ...holder, host: 'elsewhere', id: 'another' });
    await held.release();
    const taken = await takeFolderLock(folder.path, timing);
    // The former holder no longer has the lock, so its release changed nothing, and neither does another one.
    await held.release();
    await expect(takeFolderLock(folder.path, timing)).rejects.toThrow(StartError);
    await taken.release();
  });

  it('that nobody can read says what to do', async () => {
    await writeFile(join(folder.path, 'parley.lock'), 'not a lock');
    await expect(takeFolderLock(folder.path)).rejects.toThrow(/delete it/);
  });
});
