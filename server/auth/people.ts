import { randomBytes } from 'node:crypto';
import type { Database } from '../database/open-database.ts';

/** Somebody signed in on this installation. */
export interface SignedIn {
  readonly id: string;
  readonly name: string;
  readonly kind: 'guest';
  /** How often this person's sign-ins had been ended when this one was made: once more, and it does not hold. */
  readonly epoch: number;
}

/** The people of this installation, in their own table: never in a log. */
export class People {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async createGuest(name: string): Promise<SignedIn> {
    const id = `u_${randomBytes(12).toString('base64url')}`;
    const { epoch } = await this.#database.prisma.user.create({ data: { id, name } });
    return { id, name, kind: 'guest', epoch };
  }

  /** The person, if sign-ins of this epoch still hold. */
  async find(id: string, epoch: number): Promise<SignedIn | null> {
    const user = await this.#database.prisma.user.findUnique({ where: { id } });
    return user && user.epoch === epoch ? { id: user.id, name: user.name, kind: 'guest', epoch } : null;
  }

  async epochOf(id: string): Promise<number> {
    const user = await this.#database.prisma.user.findUnique({ where: { id }, select: { epoch: true } });
    return user?.epoch ?? 0;
  }

  /** The epochs of those of the people who exist. */
  async epochsOf(ids: readonly string[]): Promise<Map<string, number>> {
    const users = await this.#database.prisma.user.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, epoch: true },
    });
    return new Map(users.map(({ id, epoch }) => [id, epoch]));
  }

  /** Ends every sign-in of a person issued so far. */
  async endSignIns(id: string): Promise<void> {
    await this.#database.prisma.user.updateMany({ where: { id }, data: { epoch: { increment: 1 } } });
  }
}
