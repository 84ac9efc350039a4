import { randomBytes } from 'node:crypto';
import { Prisma } from '#prisma/client/client.ts';
import { GatheredQueries } from '../../database/gathered-queries.ts';
import type { Database } from '../../database/open-database.ts';
import { type AccountFacts, isIdentityTaken, newPersonId } from '../people/people.ts';
import { orUserErased, ProofVoidError, UserErasedError } from '../people/user-erased-error.ts';
import type { Scope } from './scopes.ts';

/** A person signed in on this installation. */
export interface SignedIn {
  readonly id: string;
  readonly name: string;
  /** An account can be signed in to again: by an email address or through the OpenID Connect provider. */
  readonly kind: 'guest' | 'account';
  /** True if the rights of an administrator are in force: not before the second factor is set up, if this server requires one. */
  readonly administrator: boolean;
  /** True for an administrator who has yet to set up the second factor this server requires. */
  readonly needsSecondFactor: boolean;
  /** When they last authenticated in this sign-in, in milliseconds; `null`: never. */
  readonly provenAt: number | null;
  /** The sign-in or token they were recognized by. Once ended, it is no longer valid. */
  readonly signInId: string;
  /** The scopes of a token; `null` for a browser, which has all rights of its person. */
  readonly scopes: readonly Scope[] | null;
}

/** A valid sign-in with its person, as read from the database. */
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

/** The method by which a browser was signed in. */
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

/** Methods that don't authenticate: a guest has nothing to prove, and a code from another device passes a sign-in on. */
const PROVES_NOTHING: readonly SignInMethod[] = ['guest', 'device'];

/** The server's rules for sign-ins. */
export interface SignInRules {
  /** Days after which an unused sign-in ends; tokens last as long as their owner chose. */
  readonly idleDays: number;
  /** Administrators have no administrator rights without a second factor. */
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

/** When and under which epoch a person authenticated. */
interface ProofFacts {
  readonly provenAt?: number | undefined;
  readonly epoch?: number | undefined;
}

/** The password or address of a person, as it is changed. */
export type NewCredentials = Partial<Pick<AccountFacts, 'email' | 'passwordHash'>>;

/** Seconds a sign-in lasts: a term, for debates over several weeks. */
export const SIGN_IN_SECONDS = 120 * 24 * 60 * 60;
/** Milliseconds between two records of a sign-in's use: the exact time is deliberately not stored. */
const SEEN_EVERY = 60 * 60 * 1_000;
const DAY = 24 * 60 * 60 * 1_000;

/** The sign-ins of people's browsers. One is valid until it is ended, alone or with all of its person's, is unused for long, or expires. */
export class SignIns {
  readonly #database: Database;
  readonly #rules: SignInRules;
  readonly #now: () => number;
  readonly #byId = new GatheredQueries<string, Recognised | undefined>(async (ids) => {
    const valid = await this.#valid(Prisma.sql`s.id = ANY(${[...ids]}::text[])`);
    const byId = new Map(valid.map((row) => [row.signInId, row]));
    return ids.map((id) => byId.get(id));
  });

  /** `now` is the server's clock, in milliseconds since 1970. */
  constructor(database: Database, rules: SignInRules, now: () => number) {
    this.#database = database;
    this.#rules = rules;
    this.#now = now;
  }

  /**
   * Creates a sign-in of a person and returns its id. Throws `UserErasedError` if they are being erased. `provenAt`: when they
   * authenticated, in milliseconds, if not just now; a future time, by another clock, counts as now. `epoch`: the person's when they
   * began to authenticate; throws `ProofVoidError` if all their sign-ins ended since.
   */
  async start(
    userId: string,
    method: SignInMethod,
    label: string,
    { provenAt = PROVES_NOTHING.includes(method) ? 0 : this.#now(), epoch }: ProofFacts = {},
  ): Promise<string> {
    const { id, createdAt, expiresAt } = this.#newSignIn();
    const proven = provenAt === 0 ? null : new Date(Math.min(provenAt, createdAt.getTime()));
    const made = await orUserErased(this.#database.prisma.$executeRaw`
      INSERT INTO sign_in (id, user_id, epoch, method, label, created_at, seen_at, proven_at, expires_at)
      SELECT ${id}, u.id, u.epoch, ${method}, ${label}, ${createdAt}, ${createdAt}, ${proven}, ${expiresAt}
      FROM app_user u
      WHERE u.id = ${userId} AND u.erasing IS NULL AND u.epoch = COALESCE(${epoch ?? null}, u.epoch)`);
    if (made === 0) throw epoch === undefined ? new UserErasedError() : new ProofVoidError();
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

  /** The epoch a new sign-in or token needs to be valid. Throws `UserErasedError` if the person is being erased. */
  async epochOf(userId: string): Promise<number> {
    const where = { id: userId, erasing: null };
    const person = await this.#database.prisma.user.findUnique({ where, select: { epoch: true } });
    if (person === null) throw new UserErasedError();
    return person.epoch;
  }

  /** The person of a sign-in, if it is valid. */
  async recognise(by: { readonly id: string } | { readonly secretHash: string }): Promise<SignedIn | null> {
    const now = new Date(this.#now());
    const row =
      'id' in by
        ? await this.#byId.answer(by.id)
        : (await this.#valid(Prisma.sql`s.secret_hash = ${by.secretHash}`))[0];
    if (!row) return null;
    const { seenAt, method, isGuest, scopes, hasSecondFactor, provenAt, administrator, ...person } = row;
    const needsSecondFactor = administrator && this.#rules.administratorsNeedSecondFactor && !hasSecondFactor;
    if (now.getTime() - seenAt.getTime() > SEEN_EVERY) {
      await this.#database.prisma.signIn.updateMany({ where: { id: row.signInId }, data: { seenAt: now } });
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

  /** The valid sign-ins among some, each with its person. Read in one statement: between two statements a person may be erased. */
  #valid(are: Prisma.Sql): Promise<Recognised[]> {
    return this.#database.rowsOf<Recognised>(Prisma.sql`
      SELECT u.id, u.name, u.administrator, s.proven_at AS "provenAt",
             EXISTS (SELECT 1 FROM authenticator a WHERE a.user_id = u.id AND a.confirmed_at IS NOT NULL)
               OR EXISTS (SELECT 1 FROM passkey p WHERE p.user_id = u.id) AS "hasSecondFactor",
             u.email IS NULL AND u.oidc_subject IS NULL AS "isGuest",
             s.id AS "signInId", s.method, s.scopes, s.seen_at AS "seenAt"
      FROM sign_in s JOIN app_user u ON u.id = s.user_id
      WHERE ${are} AND ${this.#isValid()}`);
  }

  /** Condition on a sign-in `s` of a person `u`. */
  #isValid(): Prisma.Sql {
    return Prisma.sql`u.erasing IS NULL AND s.epoch = u.epoch AND s.expires_at > ${new Date(this.#now())}
      AND (s.method = 'token' OR s.seen_at > ${this.#idleSince()})`;
  }

  /** Records that the person of a sign-in has just authenticated. */
  async prove(id: string): Promise<void> {
    const provenAt = new Date(this.#now());
    await this.#database.prisma.signIn.updateMany({ where: { id }, data: { provenAt } });
  }

  /** Those of the sign-ins and tokens that are no longer valid. Asked every second for everyone who is here: mostly there are none. */
  async ended(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const statement = Prisma.sql`
      SELECT here.id FROM unnest(${[...ids]}::text[]) AS here (id) WHERE NOT EXISTS (
        SELECT 1 FROM sign_in s JOIN app_user u ON u.id = s.user_id WHERE s.id = here.id AND ${this.#isValid()})`;
    const rows = await this.#database.rowsOf<{ id: string }>(statement, 'shared');
    return new Set(rows.map(({ id }) => id));
  }

  /** The browsers a person is signed in on, last used first. */
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
      ...this.#ending(userId),
    ]);
  }

  /**
   * Changes a person's password or address and ends the same as `endAll`, also what was mailed to their previous address: as one act, so
   * that a change that is stored never leaves old access. Returns false, and changes nothing, if the address belongs to another person.
   * Throws `UserErasedError` if they are being erased.
   */
  async changeAndEndAll(userId: string, to: NewCredentials): Promise<boolean> {
    const { prisma } = this.#database;
    const before = await prisma.user.findUnique({ where: { id: userId }, select: { email: true } });
    const data = { ...to, epoch: { increment: 1 } };
    const change = prisma.user.update({ where: { id: userId, erasing: null }, data });
    const all = prisma.$transaction([change, ...this.#ending(userId, before?.email ?? null)]);
    try {
      await orUserErased(all);
      return true;
    } catch (error) {
      if (isIdentityTaken(error)) return false;
      throw error;
    }
  }

  /** The statements that end a person's sign-ins, tokens and codes. */
  #ending(userId: string, previousEmail: string | null = null) {
    const { prisma } = this.#database;
    return [
      prisma.signIn.deleteMany({ where: { userId } }),
      prisma.$executeRaw`
        DELETE FROM one_time_code
        WHERE user_id = ${userId} OR email = ${previousEmail}
          OR email = (SELECT email FROM app_user WHERE id = ${userId})`,
    ];
  }

  /** Removes expired sign-ins. */
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

  /** Sign-ins last used before this time have ended. */
  #idleSince(): Date {
    return new Date(this.#now() - this.#rules.idleDays * DAY);
  }
}

export function newSignInId(): string {
  return `s_${randomBytes(12).toString('base64url')}`;
}
