import { within } from '../within.ts';
import type { Database } from './open-database.ts';

/** Milliseconds the database has to answer before it counts as away. */
const PATIENCE = 2_000;

/** Asks the database whether it answers. One question at a time: a database that hangs holds one connection, not one a probe. */
export class DatabaseWatch {
  readonly #database: Pick<Database, 'ping'>;
  #asking: Promise<void> | null = null;

  constructor(database: Pick<Database, 'ping'>) {
    this.#database = database;
  }

  /** Whether the database answers within two seconds. */
  async answers(): Promise<boolean> {
    this.#asking ??= this.#database.ping().finally(() => {
      this.#asking = null;
    });
    return within(PATIENCE, this.#asking).catch(() => false);
  }
}
