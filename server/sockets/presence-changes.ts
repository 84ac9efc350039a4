import type { PresenceUpdate, Present } from '../../domain/protocol/server-messages.ts';

/** Which connections came, moved or left since somebody was told. */
export class PresenceChanges {
  #changed = new Set<string>();
  #gone = new Set<string>();

  came(connection: string): void {
    this.#changed.add(connection);
    this.#gone.delete(connection);
  }

  left(connection: string): void {
    this.#changed.delete(connection);
    this.#gone.add(connection);
  }

  /** What to tell, as it is now; begins anew. */
  take(find: (connection: string) => Present | undefined): PresenceUpdate {
    const here = [...this.#changed].flatMap((connection) => find(connection) ?? []);
    const gone = [...this.#gone];
    this.#changed = new Set();
    this.#gone = new Set();
    return { here, gone };
  }
}
