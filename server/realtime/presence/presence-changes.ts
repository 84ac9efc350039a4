import type { PresenceUpdate, Present } from '#domain/protocol/server-messages.ts';

/** Connections that arrived, moved or left since the last update. */
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

  /** Returns the update to send, with current values, and starts over. */
  take(find: (connection: string) => Present | undefined): PresenceUpdate {
    const here = [...this.#changed].flatMap((connection) => find(connection) ?? []);
    const gone = [...this.#gone];
    this.#changed = new Set();
    this.#gone = new Set();
    return { here, gone };
  }
}
