import { within } from '../timing/within.ts';
import type { Database } from './open-database.ts';

/** Milliseconds the database has to answer before it counts as unavailable. */
const PATIENCE = 2_000;

/** Checks whether the database answers. One query at a time: a hanging database holds one connection, not one per check. */
export class DatabaseWatch {
  readonly #database: Pick<Database, 'ping' | 'answeredAt'>;
  #asking: Promise<void> | null = null;

  constructor(database: Pick<Database, 'ping' | 'answeredAt'>) {
    this.#database = database;
  }

  /**
   * True if the database answers within two seconds: the watch, or anyone else. In a burst, statements wait for a connection for longer
   * than that; a proxy that removed a node then would send the burst to the others.
   */
  async answers(): Promise<boolean> {
    const began = performance.now();
    this.#asking ??= this.#database.ping().finally(() => {
      this.#asking = null;
    });
    const isAnswered = await within(PATIENCE, this.#asking).catch(() => false);
    return isAnswered || (this.#database.answeredAt?.() ?? Number.NEGATIVE_INFINITY) >= began;
  }
}
