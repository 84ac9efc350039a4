import { randomBytes } from 'node:crypto';
import { Prisma } from '../../prisma/client/client.ts';
import type { Database } from '../database/open-database.ts';
import { newPersonId } from './people.ts';
import type { Scope } from './scopes.ts';
import { orUserErased, UserErasedError } from './user-erased-error.ts';

/** Somebody signed in on this installation. */
export interface SignedIn {
  readonly id: string;
  readonly name: string;
  /** An account can be come back to: by a mail address or through the OpenID Connect provider. */
  readonly kind: 'guest' | 'account';
  /** Holds the rights of an administrator: not before the second factor is set up, where this server asks for one. */
  readonly administrator: boolean;
  /** An administrator who has yet to set up the second factor this server asks for. */
  readonly needsSecondFactor: boolean;
  /** When they last proved who they are where they are signed in, in milliseconds; null: never. */
  readonly provenAt: number | null;
  /** What they were recognised by: a browser's sign-in or a token. Ended, it does not hold any more. */
  readonly signInId: string;
  /** What a token may be used for; null for a browser, which may do all its person may. */
  readonly scopes: readonly Scope[] | null;
}

/** A sign-in that holds, with its person, as the database tells of it. */
interface Recognised {
  readonly id: string;
  readonly name: string;
  readonly administrator: boolean;
  readonly hasSecondFactor: boolean;
  readonly provenAt: Date | null;
  readonly isGuest: boolean;
  readonly signInId: string;
  readonly method: string;
  readonly scopes: Scope[];
  readonly seenAt: Date;
}

/** How a browser came to be signed in. */
export const SIGN_IN_METHODS = [
  'guest',
  'password',
  'mail',
  'oidc',
  'device',
  'administrator',
  'passkey',
] as const;

export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** By these nobody has proven who they are: a guest has nothing to, and a code from another device passes a sign-in on. */
const PROVES_NOTHING: readonly SignInMethod[] = ['guest', 'device'];

/** What this server asks of sign-ins. */
export interface SignInRules {
  /** Days after which a sign-in ends that was not used; tokens last as long as their owner chose. */
  readonly idleDays: number;
  /** Administrators have no rights as such without a second factor. */
  readonly administratorsNeedSecondFactor: boolean;
}

/** A sign-in as its owner sees it. Times are in milliseconds. */
export interface ListedSignIn {
  readonly id: string;
  readonly method: SignInMethod;
  readonly label: string;
  readonly createdAt: number;
  readonly seenAt: number;
}

/** Seconds a sign-in lasts: a term, for debates that run over weeks. */
export const SIGN_IN_SECONDS = 120 * 24 * 60 * 60;
/** Milliseconds after which it is noted again that a sign-in is in use: when exactly is nobody's business. */
const SEEN_EVERY = 60 * 60 * 1_000;
const DAY = 24 * 60 * 60 * 1_000;

/** The sign-ins of people's browsers. One holds until it is ended, alone or with all of its person's, is not used for long, or expires. */
export class SignIns {
  readonly #database: Database;
  readonly #rules: SignInRules;
  readonly #now: () => number;

  /** `now` is the server's clock, in milliseconds since 1970. */
  constructor(database: Database, rules: SignInRules, now: () => number) {
    this.#database = database;
    this.#rules = rules;
    this.#now = now;
  }

  /**
   * Makes a sign-in of a person; its id. Fails with `PersonGone` where they are being erased. `provenAt`: when they proved
   * who they are, in milliseconds, if not just now; a time to come, by another clock, counts as now.
   */
  async start(
    userId: string,
    method: SignInMethod,
    label: string,
    provenAt = PROVES_NOTHING.includes(method) ? 0 : this.#now(),
  ): Promise<string> {
    const { id, createdAt, expiresAt } = this.#newSignIn();
    const proven = provenAt === 0 ? null : new Date(Math.min(provenAt, createdAt.getTime()));
    const made = await orUserErased(this.#database.prisma.$executeRaw`
      INSERT INTO sign_in (id, user_id, epoch, method, label, created_at, seen_at, proven_at, expires_at)
      SELECT ${id}, u.id, u.epoch, ${method}, ${label}, ${createdAt}, ${createdAt}, ${proven}, ${expiresAt}
      FROM app_user u WHERE u.id = ${userId} AND u.erasing IS NULL`);
    if (made === 0) throw new UserErasedError();
    return id;
  }

  /** Creates a guest and their sign-in in one statement: a lecture hall arrives at once. Returns the sign-in's id. */
  async startGuest(name: string, label: string): Promise<string> {
    const { id, createdAt, expiresAt } = this.#newSignIn();
    const method: SignInMethod = 'guest';
    await this.#database.prisma.$executeRaw`
      WITH made AS (INSERT INTO app_user (id, name) VALUES (${newPersonId()}, ${name}) RETURNING id, epoch)
      INSERT INTO sign_in (id, user_id, epoch, method, label, created_at, seen_at, expires_at)
      SELECT ${id}, made.id, made.epoch, ${method}, ${label}, ${createdAt}, ${createdAt}, ${expiresAt} FROM made`;
    return id;
  }

  /** What a sign-in or token has to be made with to hold. Fails with `PersonGone` where they are being erased. */
  async epochOf(userId: string): Promise<number> {
    const where = { id: userId, erasing: null };
    const person = await this.#database.prisma.user.findUnique({ where, select: { epoch: true } });
    if (person === null) throw new UserErasedError();
    return person.epoch;
  }

  /** Whose sign-in this is, if it holds. Looked up in one statement: between two its person may be erased. */
  async recognise(by: { readonly id: string } | { readonly secretHash: string }): Promise<SignedIn | null> {
    const { prisma } = this.#database;
    const isIt = 'id' in by ? Prisma.sql`s.id = ${by.id}` : Prisma.sql`s.secret_hash = ${by.secretHash}`;
    const now = new Date(this.#now());
    const [row] = await prisma.$queryRaw<Recognised[]>`
      SELECT u.id, u.name, u.administrator, s.proven_at AS "provenAt",
             EXISTS (SELECT 1 FROM authenticator a WHERE a.user_id = u.id AND a.confirmed_at IS NOT NULL)
               OR EXISTS (SELECT 1 FROM passkey p WHERE p.user_id = u.id) AS "hasSecondFactor",
             u.email IS NULL AND u.oidc_subject IS NULL AS "isGuest",
             s.id AS "signInId", s.method, s.scopes, s.seen_at AS "seenAt"
      FROM sign_in s JOIN app_user u ON u.id = s.user_id
      WHERE ${isIt}
        AND u.erasing IS NULL AND s.epoch = u.epoch AND s.expires_at > ${now}
        AND (s.method = 'token' OR s.seen_at > ${this.#idleSince()})`;
    if (!row) return null;
    const { seenAt, method, isGuest, scopes, hasSecondFactor, provenAt, administrator, ...person } = row;
    const needsSecondFactor = administrator && this.#rules.administratorsNeedSecondFactor && !hasSecondFactor;
    if (now.getTime() - seenAt.getTime() > SEEN_EVERY) {
      await prisma.signIn.updateMany({ where: { id: row.signInId }, data: { seenAt: now } });
    }
    return {
      ...person,
      administrator: administrator && !needsSecondFactor,
      needsSecondFactor,
      provenAt: provenAt?.getTime() ?? null,
      kind: isGuest ? 'guest' : 'account',
      scopes: method === 'token' ? scopes : null,
    };
  }

  /** Notes that the person of a sign-in has just proven who they are. */
  async prove(id: string): Promise<void> {
    const provenAt = new Date(this.#now());
    await this.#database.prisma.signIn.updateMany({ where: { id }, data: { provenAt } });
  }

  /** Which of these sign-ins and tokens still hold. */
  async holding(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.#database.prisma.$queryRaw<{ id: string }[]>`
      SELECT s.id FROM sign_in s JOIN app_user u ON u.id = s.user_id
      WHERE s.id = ANY(${[...ids]}::text[]) AND s.epoch = u.epoch AND s.expires_at > ${new Date(this.#now())}
        AND (s.method = 'token' OR s.seen_at > ${this.#idleSince()})`;
    return new Set(rows.map(({ id }) => id));
  }

  /** The browsers a person is signed in on, the one used last first. */
  async list(userId: string): Promise<ListedSignIn[]> {
    const rows = await this.#database.prisma.signIn.findMany({
      where: {
        userId,
        method: { not: 'token' },
        expiresAt: { gt: new Date(this.#now()) },
        seenAt: { gt: this.#idleSince() },
      },
      orderBy: [{ seenAt: 'desc' }, { createdAt: 'desc' }],
    });
    return rows.map(({ id, method, label, createdAt, seenAt }) => ({
      id,
      // Only this class writes it.
      method: method as SignInMethod,
      label,
      createdAt: createdAt.getTime(),
      seenAt: seenAt.getTime(),
    }));
  }

  /** Ends one sign-in, if it is this person's. */
  async end(userId: string, id: string): Promise<boolean> {
    const { count } = await this.#database.prisma.signIn.deleteMany({ where: { id, userId } });
    return count > 0;
  }

  /**
   * Ends all sign-ins and tokens of a person, including those being created, and the codes that would sign them in again:
   * device codes, and links and codes mailed to their address.
   */
  async endAll(userId: string): Promise<void> {
    const { prisma } = this.#database;
    await prisma.$transaction([
      prisma.user.updateMany({ where: { id: userId }, data: { epoch: { increment: 1 } } }),
      prisma.signIn.deleteMany({ where: { userId } }),
      prisma.$executeRaw`
        DELETE FROM one_time_code
        WHERE user_id = ${userId} OR email = (SELECT email FROM app_user WHERE id = ${userId})`,
    ]);
  }

  /** Removes what has ended of itself. */
  async sweep(): Promise<void> {
    const idle = { method: { not: 'token' }, seenAt: { lt: this.#idleSince() } };
    const over = { expiresAt: { lt: new Date(this.#now()) } };
    await this.#database.prisma.signIn.deleteMany({ where: { OR: [idle, over] } });
  }

  #newSignIn(): { readonly id: string; readonly createdAt: Date; readonly expiresAt: Date } {
    const createdAt = new Date(this.#now());
    return {
      id: newSignInId(),
      createdAt,
      expiresAt: new Date(createdAt.getTime() + SIGN_IN_SECONDS * 1_000),
    };
  }

  /** Sign-ins not used since have ended. */
  #idleSince(): Date {
    return new Date(this.#now() - this.#rules.idleDays * DAY);
  }
}

export function newSignInId(): string {
  return `s_${randomBytes(12).toString('base64url')}`;
}
