import { randomBytes } from 'node:crypto';
import type { Database } from '../../database/open-database.ts';
import { orUserErased } from './user-erased-error.ts';

/** The fields of an account besides its name. */
export interface AccountFacts {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly passwordHash: string | null;
  readonly oidcSubject: string | null;
  /** Grows when all sign-ins end: what was proven before is void. */
  readonly epoch: number;
}

const FACTS = {
  id: true,
  name: true,
  email: true,
  passwordHash: true,
  oidcSubject: true,
  epoch: true,
} as const;

interface NewPerson {
  readonly name: string;
  readonly email?: string;
  readonly passwordHash?: string;
  readonly oidcSubject?: string;
}

/** Keys a person can be found by. */
type FoundBy = { readonly id: string } | { readonly email: string } | { readonly oidcSubject: string };

/** The people of this installation, in a separate table: never in a log. */
export class People {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Creates a person: a guest, or one with a confirmed address or an identity at a provider. Returns their id. */
  async create(of: NewPerson): Promise<string> {
    const id = newPersonId();
    await this.#database.prisma.user.create({ data: { id, ...of } });
    return id;
  }

  /** Like `create`; returns `null`, and creates nobody, if an address or provider identity already belongs to another person. */
  async createUnlessTaken(of: NewPerson): Promise<string | null> {
    return this.create(of).catch((error: unknown) => {
      if (isIdentityTaken(error)) return null;
      throw error;
    });
  }

  /** Deletes a person who was just created and joined nothing, with their sign-in. A participant of a debate is kept. */
  async forgetUnused(id: string): Promise<void> {
    await this.#database.prisma.user.deleteMany({ where: { id, participants: { none: {} } } });
  }

  find(by: FoundBy): Promise<AccountFacts | null> {
    return this.#database.prisma.user.findUnique({ where: by, select: FACTS });
  }

  /**
   * Changes a person. Returns false if an address or provider identity already belongs to another person. Throws `UserErasedError` if they
   * are being erased.
   */
  async change(id: string, to: Partial<Omit<AccountFacts, 'id' | 'epoch'>>): Promise<boolean> {
    try {
      await orUserErased(this.#database.prisma.user.update({ where: { id, erasing: null }, data: to }));
      return true;
    } catch (error) {
      if (isIdentityTaken(error)) return false;
      throw error;
    }
  }

  /**
   * Makes a person an administrator by a provider's claim, or revokes that. Decisions of people stay: a claim only revokes what it granted.
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

  /** Revokes rights that were granted by providers' claims no longer configured: all but these. */
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

/** True if an address or provider identity belongs to another person: Prisma's code for a violated unique constraint. */
export function isIdentityTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002';
}
