import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../../database/open-database.ts';
import { orUserErased } from '../people/user-erased-error.ts';
import type { SecretBox } from './secret-box.ts';

/** Milliseconds within which the next page has been fetched. */
const KEPT = 60_000;
/** Milliseconds a person has to reauthenticate and return to the form they filled in. */
const KEPT_TYPED = 10 * 60_000;

/**
 * Texts for the next page: new tokens, codes and recovery codes, and the input of a rejected form. They are sealed in the database,
 * so they are in no cookie and no address. The page can take each once, by its key.
 */
export class ShownSecrets {
  readonly #database: Database;
  readonly #sealer: SecretBox;
  readonly #now: () => number;

  /** `now` is the server's clock, in milliseconds since 1970. */
  constructor(database: Database, sealer: SecretBox, now: () => number) {
    this.#database = database;
    this.#sealer = sealer;
    this.#now = now;
  }

  /** Keeps a secret for a person; returns its key. */
  keep(userId: string, secret: string): Promise<string> {
    return this.#keep(userId, secret, KEPT);
  }

  /** Stores a person's input while they reauthenticate. Returns its key. */
  keepTyped(userId: string, text: string): Promise<string> {
    return this.#keep(userId, text, KEPT_TYPED);
  }

  async #keep(userId: string, text: string, milliseconds: number): Promise<string> {
    const key = randomBytes(16).toString('base64url');
    const expiresAt = new Date(this.#now() + milliseconds);
    const data = { hash: hashOf(key), userId, sealed: this.#sealer.seal(text), expiresAt };
    await orUserErased(this.#database.prisma.shownSecret.create({ data }));
    return key;
  }

  /** Returns and deletes the text of a key, if it is this person's. */
  async take(userId: string, key: string | undefined): Promise<string | null> {
    if (key === undefined) return null;
    const [row] = await this.#database.prisma.$queryRaw<{ sealed: string; expires_at: Date }[]>`
      DELETE FROM shown_secret WHERE hash = ${hashOf(key)} AND user_id = ${userId} RETURNING sealed, expires_at`;
    return row && row.expires_at.getTime() > this.#now() ? this.#sealer.unseal(row.sealed) : null;
  }

  /** Removes texts that no page has fetched. */
  async sweep(): Promise<void> {
    await this.#database.prisma.shownSecret.deleteMany({
      where: { expiresAt: { lt: new Date(this.#now()) } },
    });
  }
}

function hashOf(key: string): string {
  return createHash('sha256').update(`shown ${key}`).digest('base64url');
}
