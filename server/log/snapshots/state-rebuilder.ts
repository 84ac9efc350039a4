import { EARLIEST_STATE_SHAPE } from '#domain/debate/engine/upcast.ts';
import type { Database } from '../../database/open-database.ts';
import type { OperationLog } from '../operation-log.ts';
import { rebuildState, SNAPSHOT_EVERY } from './snapshots.ts';

/**
 * Makes stored states again that this release can't read, after an upgrade: one debate after another, in turns, while people read and write.
 * States are stored on the way, so that a rebuild that was stopped goes on from there.
 */
export class StateRebuilder {
  readonly #database: Database;
  readonly #log: OperationLog;
  readonly #report: (error: unknown) => void;
  /** Debates that failed: the next start tries them again. */
  readonly #failed = new Set<string>();
  #stopped = false;

  /** `report` is called with the error of each debate that failed. */
  constructor(database: Database, log: OperationLog, report: (error: unknown) => void) {
    this.#database = database;
    this.#log = log;
    this.#report = report;
  }

  stop(): void {
    this.#stopped = true;
  }

  async look(): Promise<void> {
    for (;;) {
      const [next] = await this.#outdated();
      if (!next || this.#stopped) return;
      try {
        await rebuildState(this.#log, next, () => this.#stopped);
      } catch (error) {
        this.#report(error);
      }
      // An erasure meanwhile, or a newer release, may have kept the state from being stored.
      this.#failed.add(next);
    }
  }

  /** Debates with so many entries that their state is stored, but whose newest one can't be read. */
  async #outdated(): Promise<string[]> {
    const rows = await this.#database.prisma.$queryRaw<{ id: string }[]>`
      SELECT d.id FROM debate d
      WHERE d.head >= ${SNAPSHOT_EVERY} AND d.id <> ALL (${[...this.#failed]}::text[]) AND (
        SELECT s.shape FROM snapshot s WHERE s.debate_id = d.id ORDER BY s.seq DESC LIMIT 1
      ) < ${EARLIEST_STATE_SHAPE}
      ORDER BY d.changed_at DESC LIMIT 1`;
    return rows.map(({ id }) => id);
  }
}
