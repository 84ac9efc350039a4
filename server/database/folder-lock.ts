import { randomUUID } from 'node:crypto';
import { link, readFile, rm, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { makeDataFolder } from './data-folder.ts';
import { canSee, isAlive, ownIdentity, type ProcessIdentity } from './process-identity.ts';
import { StartError } from './start-error.ts';

/** The exclusive lock of a data folder. */
export interface FolderLock {
  release(): Promise<void>;
}

interface Holder extends ProcessIdentity {
  id: string;
  since: string;
}

const LOCK = 'parley.lock';
/**
 * In milliseconds: how often a holder touches its lock, and how long a lock must stay untouched before its holder counts as gone, for
 * processes that can't see the holder's (another container on the same folder).
 */
const TIMING = { touch: 2_000, silent: 10_000 };

/**
 * Locks a data folder for this process. Two processes on one embedded database would silently lose acknowledged writes, so a second one is
 * refused with an error that names the first. The lock of a process that has ended is taken over. `lost` is called if another process takes
 * it over because this one stood still for too long: it may no longer write.
 */
export async function takeFolderLock(
  dataDir: string,
  timing = TIMING,
  lost: (sentence: string) => void = stopNow,
): Promise<FolderLock> {
  await makeDataFolder(dataDir);
  const path = join(dataDir, LOCK);
  const own: Holder = { ...ownIdentity(), id: randomUUID(), since: new Date().toISOString() };
  while (!(await create(path, own))) await removeStale(path, dataDir, timing.silent);
  let isOver = false;
  const touch = async () => {
    const holder = await readHolder(path);
    // Released meanwhile, or lost, which an earlier look that took longer may have noticed.
    if (isOver) return;
    if (holder === undefined || holder.id === own.id) return utimes(path, new Date(), new Date());
    isOver = true;
    clearInterval(touching);
    lost(lostTo(holder, dataDir));
  };
  const touching = setInterval(() => void touch().catch(() => undefined), timing.touch);
  touching.unref();
  return {
    release: async () => {
      isOver = true;
      clearInterval(touching);
      const holder = await readHolder(path);
      if (holder?.id === own.id) await unlink(path);
    },
  };
}

/** Writes the lock if there is none. It is complete from the first moment: written to a temporary file and linked into place. */
async function create(path: string, own: Holder): Promise<boolean> {
  const aside = `${path}.${own.id}`;
  try {
    await writeFile(aside, `${JSON.stringify(own)}\n`, { mode: 0o600 });
    await link(aside, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw new StartError(
      `Can't write to the data folder: ${error instanceof Error ? error.message : error}`,
      {
        cause: error,
      },
    );
  } finally {
    await rm(aside, { force: true });
  }
}

/** Removes the lock of a process that has ended; throws if its holder is alive. */
async function removeStale(path: string, dataDir: string, silent: number): Promise<void> {
  const holder = await readHolder(path);
  if (!holder) return;
  if (await lives(holder, path, silent)) throw heldBy(holder, dataDir);
  await alone(`${path}.takeover`, async () => {
    // Another process may have taken it over since the check.
    if ((await readHolder(path))?.id === holder.id) await unlink(path);
  });
}

async function lives(holder: Holder, path: string, silent: number): Promise<boolean> {
  if (canSee(holder)) return isAlive(holder);
  const before = await touchedAt(path);
  const until = performance.now() + silent;
  while (performance.now() < until) {
    await delay(silent / 20);
    if ((await touchedAt(path)) !== before) return true;
  }
  return false;
}

/** Runs `work` while no other process does; skips it if one does, since the caller checks again anyway. */
async function alone(guard: string, work: () => Promise<void>): Promise<void> {
  try {
    await writeFile(guard, '', { flag: 'wx' });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    // Held for microseconds. If it is older, its holder was killed just then.
    const age = Date.now() - ((await touchedAt(guard)) ?? Date.now());
    if (age > TIMING.silent) await rm(guard, { force: true });
    await delay(20);
    return;
  }
  try {
    await work();
  } finally {
    await rm(guard, { force: true });
  }
}

async function readHolder(path: string): Promise<Holder | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const { pid, host, space, started, id, since }: Partial<Record<keyof Holder, unknown>> = JSON.parse(text);
    return {
      pid: Number(pid),
      host: String(host),
      // The lock of an earlier release has none.
      space: String(space ?? ''),
      started: String(started),
      id: String(id),
      since: String(since),
    };
  } catch (error) {
    throw new StartError(`The lock ${path} can't be read. If no Parley uses this folder, delete it.`, {
      cause: error,
    });
  }
}

async function touchedAt(path: string): Promise<number | undefined> {
  return (await stat(path).catch(() => undefined))?.mtimeMs;
}

function heldBy({ pid, host, since }: Holder, dataDir: string): StartError {
  return new StartError(
    `The data folder ${dataDir} is in use by process ${pid} on ${host} since ${since}. Stop that process, or point ` +
      'DATA_DIR at another folder; several nodes need PostgreSQL (DATABASE_URL).',
  );
}

function lostTo({ pid, host, since }: Holder, dataDir: string): string {
  return (
    `The data folder ${dataDir} was taken over by process ${pid} on ${host} at ${since}, because this process had stood still. Parley ` +
    'stops: two processes on one folder would lose what is written.'
  );
}

/** Ends the process without closing the database, which would write. */
function stopNow(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
