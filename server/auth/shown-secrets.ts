import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../database/open-database.ts';
import { unlessGone } from './person-gone.ts';
import type { Sealer } from './sealer.ts';

/** Milliseconds in which the next page has been fetched. */
const KEPT = 60_000;

/**
 * New tokens, codes and recovery codes on their way to the page that shows them: sealed in the database, so that they stand in no
 * cookie and no address. The page takes one by a key, and only once.
 */
export class ShownSecrets {
  readonly #database: Database;
  readonly #sealer: Sealer;
  readonly #now: () => number;

  /** `now` is the server's clock, in milliseconds since 1970. */
  constructor(database: Database, sealer: Sealer, now: () => number) {
    this.#database = database;
    this.#sealer = sealer;
    this.#now = now;
  }

  /** Keeps a secret for a person; the key it is taken by. */
  async keep(userId: string, secret: string): Promise<string> {
    const key = randomBytes(16).toString('base64url');
    const expiresAt = new Date(this.#now() + KEPT);
    const data = { hash: hashOf(key), userId, sealed: this.#sealer.seal(secret), expiresAt };
    await unlessGone(this.#database.prisma.shownSecret.create({ data }));
    return key;
  }

  /** The secret a key stands for, if it is this person's: the first time, and never again. */
  async take(userId: string, key: string | undefined): Promise<string | null> {
    if (key === undefined) return null;
    const [row] = await this.#database.prisma.$queryRaw<{ sealed: string; expires_at: Date }[]>`
      DELETE FROM shown_secret WHERE hash = ${hashOf(key)} AND user_id = ${userId} RETURNING sealed, expires_at`;
    return row && row.expires_at.getTime() > this.#now() ? this.#sealer.unseal(row.sealed) : null;
  }

  /** Removes what no page has asked for. */
  async sweep(): Promise<void> {
    await this.#database.prisma.shownSecret.deleteMany({
      where: { expiresAt: { lt: new Date(this.#now()) } },
    });
  }
}

function hashOf(key: string): string {
  return createHash('sha256').update(`shown ${key}`).digest('base64url');
}
