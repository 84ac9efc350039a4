import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { programOf } from '../../programs.ts';
import { BackupFailed } from './backup-failed.ts';
import type { BackupStore } from './backup-store.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Milliseconds from a look that failed to the next: longer after each in a row. A backup costs a copy of the whole database. */
const RETRIES = [HOUR / 60, HOUR / 12, HOUR / 4, HOUR];
/** Milliseconds after which a backup is ended: one that hangs would keep every later one from being made. */
const LONGEST = 12 * HOUR;
/** Ends the name of a backup while it is made. */
const UNFINISHED = '.unfinished';

interface BackupParts {
  readonly store: BackupStore;
  /** Hours between two. */
  readonly everyHours: number;
  /** Days after which one is deleted; the newest is kept anyway. */
  readonly keepDays: number;
  readonly database: { readonly dataDir: string; readonly databaseUrl: string | null };
  readonly now: () => number;
  readonly made: (milliseconds: number) => void;
  /** Called with an error of deleting old ones, which keeps no new one from being made. */
  readonly notDeleted: (error: unknown) => void;
  /** Milliseconds the process that makes one may take; if absent, 12 hours. */
  readonly longest?: number;
}

/** Makes backups at an interval, and deletes old ones. */
export class ScheduledBackups {
  readonly #parts: BackupParts;
  /** When the last one was made here or found, in milliseconds since 1970; 0: none. */
  #newest = 0;
  /** When the store was last asked for what it has, in milliseconds since 1970. */
  #lookedAt = 0;
  /** Looks that failed in a row, and when the last of them began, in milliseconds since 1970. */
  #failed = { times: 0, at: 0 };
  readonly #stopping = new AbortController();

  constructor(parts: BackupParts) {
    this.#parts = parts;
  }

  /** When the newest backup was made, in milliseconds since 1970; 0: there is none. */
  get newest(): number {
    return this.#newest;
  }

  /**
   * Deletes backups that are too old, and makes one if it is due. Throws if it fails: calls try again after a while. One call at a time.
   * The store is asked once an hour: some count what they are asked.
   */
  async look(): Promise<void> {
    const { times, at } = this.#failed;
    const began = this.#parts.now();
    if (times > 0 && Math.abs(began - at) < (RETRIES[times - 1] ?? HOUR)) return;
    try {
      await this.#deleteAndMake();
      this.#failed = { times: 0, at: 0 };
    } catch (error) {
      this.#failed = { times: times + 1, at: began };
      throw error;
    }
  }

  /** Ends the process of a backup that is being made. */
  stop(): void {
    this.#stopping.abort();
  }

  async #deleteAndMake(): Promise<void> {
    const { store, everyHours, now, made, notDeleted } = this.#parts;
    const isDue = () => now() - this.#newest >= everyHours * HOUR;
    if (!isDue() && Math.abs(now() - this.#lookedAt) < HOUR) return;
    // First: a full disk has no room for another one.
    const times = await this.#deleteOld();
    // One dated ahead, made while the clock was wrong, counts as none.
    this.#newest = times.findLast((time) => time <= now()) ?? 0;
    this.#lookedAt = now();
    if (!isDue()) return;
    const started = performance.now();
    const time = now();
    await store.store(nameOf(time), (path) => this.#make(path));
    this.#newest = time;
    made(performance.now() - started);
    await this.#deleteOld().catch(notDeleted);
  }

  /** Deletes the backups that are too old, but the newest, and what killed ones left. The times of those kept, the oldest first. */
  async #deleteOld(): Promise<number[]> {
    const { store, keepDays, now, notDeleted } = this.#parts;
    const names = await store.names();
    const times = names
      .map(timeOf)
      .filter((time) => time !== null)
      .sort((a, b) => a - b);
    const old = new Set(times.slice(0, -1).filter((time) => now() - time > keepDays * DAY));
    const unfinished = names.filter(
      (name) => name.endsWith(UNFINISHED) && timeOf(name.slice(0, -UNFINISHED.length)) !== null,
    );
    for (const name of [...[...old].map(nameOf), ...unfinished]) await store.remove(name).catch(notDeleted);
    return times.filter((time) => !old.has(time));
  }

  /** In a process of its own: it costs the server's thread nothing. */
  async #make(path: string): Promise<void> {
    const { database, longest = LONGEST } = this.#parts;
    const { dataDir, databaseUrl } = database;
    const { signal } = this.#stopping;
    // With what PostgreSQL's driver reads too; settings in files are read already.
    const { DATABASE_URL_FILE: _, ...own } = process.env;
    const env = { ...own, DATA_DIR: dataDir, DATABASE_URL: databaseUrl ?? '' };
    // The command takes a relative path from where npm was called, which may be elsewhere.
    const command = programOf('backup-command');
    const parameters = [...command.loader, command.path, 'backup', resolve(path)];
    const bounds = { signal, timeout: longest, killSignal: 'SIGKILL' } as const;
    await promisify(execFile)(process.execPath, parameters, { env, ...bounds }).catch(
      (error: { readonly code?: unknown; readonly killed?: boolean; readonly stderr?: string }) => {
        if (error.code === 'ABORT_ERR') throw new BackupFailed('the server was stopped');
        if (error.killed) throw new BackupFailed('it took too long');
        throw new BackupFailed(reasonIn(error.stderr ?? '', error.code === 1));
      },
    );
  }
}

/** The reason that the command gave: its sentence, or only an error's name, because the message of an unexpected one may have content. */
function reasonIn(output: string, isExpected: boolean): string {
  const said = /^parley: (.*)$/m.exec(output)?.[1] ?? '';
  if (isExpected && said !== '') return said;
  return /^\w+/.exec(said)?.[0] ?? 'its process was ended';
}

/** `parley-2030-01-31T12-00-00Z.backup`. */
function nameOf(time: number): string {
  return `parley-${new Date(time).toISOString().slice(0, 19).replaceAll(':', '-')}Z.backup`;
}

function timeOf(name: string): number | null {
  const found = /^parley-(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d)Z\.backup$/.exec(name);
  return found ? Date.parse(`${found[1]}${found[2]}:${found[3]}:${found[4]}Z`) : null;
}
