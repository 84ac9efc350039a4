import { randomBytes } from 'node:crypto';
import type { Database } from '../database/open-database.ts';
import { orUserErased } from './user-erased-error.ts';

/** What an account has besides a name. */
export interface AccountFacts {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly passwordHash: string | null;
  readonly oidcSubject: string | null;
}

const FACTS = { id: true, name: true, email: true, passwordHash: true, oidcSubject: true } as const;

interface NewPerson {
  readonly name: string;
  readonly email?: string;
  readonly passwordHash?: string;
  readonly oidcSubject?: string;
}

/** What a person can be found by. */
type FoundBy = { readonly id: string } | { readonly email: string } | { readonly oidcSubject: string };

/** The people of this installation, in their own table: never in a log. */
export class People {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Makes a person: a guest, or with an address that was confirmed, or who they are elsewhere. Their id. */
  async create(of: NewPerson): Promise<string> {
    const id = newPersonId();
    await this.#database.prisma.user.create({ data: { id, ...of } });
    return id;
  }

  /** As `create`; null, and nobody is made, where an address or a sign-in elsewhere is another person's already. */
  async createUnlessTaken(of: NewPerson): Promise<string | null> {
    return this.create(of).catch((error: unknown) => {
      if (isTaken(error)) return null;
      throw error;
    });
  }

  /** Unmakes somebody who was made a moment ago and came in nowhere, with their sign-in. Who takes part in a debate stays. */
  async forgetUnused(id: string): Promise<void> {
    await this.#database.prisma.user.deleteMany({ where: { id, participants: { none: {} } } });
  }

  find(by: FoundBy): Promise<AccountFacts | null> {
    return this.#database.prisma.user.findUnique({ where: by, select: FACTS });
  }

  /**
   * Changes what a person has. False where an address or a sign-in elsewhere is another person's already. Fails with
   * `PersonGone` where they are being erased.
   */
  async change(id: string, to: Partial<Omit<AccountFacts, 'id'>>): Promise<boolean> {
    try {
      await orUserErased(this.#database.prisma.user.update({ where: { id, erasing: null }, data: to }));
      return true;
    } catch (error) {
      if (isTaken(error)) return false;
      throw error;
    }
  }

  /**
   * Makes somebody an administrator by a claim of a provider, or takes that back. What people decided stays: a claim takes
   * back only what it gave.
   */
  async administerBy(provider: string, id: string, isOne: boolean): Promise<void> {
    const { user } = this.#database.prisma;
    if (isOne)
      await user.updateMany({
        where: { id, administrator: false },
        data: { administrator: true, administratorBy: provider },
      });
    else
      await user.updateMany({
        where: { id, administratorBy: provider },
        data: { administrator: false, administratorBy: null },
      });
  }

  /** Takes back what claims of providers gave that give it no more: all but these. */
  async keepAdministratorsBy(providers: readonly string[]): Promise<void> {
    await this.#database.prisma.user.updateMany({
      where: { administratorBy: { not: null, notIn: [...providers] } },
      data: { administrator: false, administratorBy: null },
    });
  }
}

export function newPersonId(): string {
  return `u_${randomBytes(12).toString('base64url')}`;
}

/** Prisma's code for a value that has to be unique and is not. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002';
}
