import { within } from '../timing/within.ts';
import type { Database } from './open-database.ts';

/** Milliseconds the database has to answer before it counts as unavailable. */
const PATIENCE = 2_000;

/** Checks whether the database answers. One query at a time: a hanging database holds one connection, not one per check. */
export class DatabaseWatch {
  readonly #database: Pick<Database, 'ping'>;
  #asking: Promise<void> | null = null;

  constructor(database: Pick<Database, 'ping'>) {
    this.#database = database;
  }

  /** True if the database answers within two seconds. */
  async answers(): Promise<boolean> {
    this.#asking ??= this.#database.ping().finally(() => {
      this.#asking = null;
    });
    return within(PATIENCE, this.#asking).catch(() => false);
  }
}
