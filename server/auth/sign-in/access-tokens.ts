import { createHash, randomBytes } from 'node:crypto';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { refuse } from '#domain/debate/engine/refusal.ts';
import { nameProblem } from '#domain/debate/texts/wording.ts';
import type { Database } from '../../database/open-database.ts';
import type { Logger } from '../../logging/logger.ts';
import { orUserErased } from '../people/user-erased-error.ts';
import type { Result } from '../result.ts';
import type { Scope } from './scopes.ts';
import { newSignInId, type SignedIn, type SignIns } from './sign-ins.ts';

/** A token as its owner sees it, without its secret. Times are in milliseconds. */
export interface ListedToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: number;
  /** To the hour; `null`: never used. */
  readonly usedAt: number | null;
  readonly expiresAt: number;
}

/** Lifetimes offered for a token, in days. */
export const TOKEN_DAYS = [7, 30, 90, 365] as const;

/** Maximum tokens per person. */
const MOST = 50;
/** Lets scanners for leaked secrets recognize our tokens. */
const PREFIX = 'parley_';
const DAY = 24 * 60 * 60 * 1_000;

/** Personal access tokens: programs send one instead of a browser's sign-in. Only their hashes are stored. */
export class AccessTokens {
  readonly #database: Database;
  readonly #signIns: SignIns;
  readonly #now: () => number;
  readonly #logger: Logger;

  /** `now` is the server's clock, in milliseconds since 1970. */
  constructor(database: Database, signIns: SignIns, now: () => number, logger: Logger) {
    this.#database = database;
    this.#signIns = signIns;
    this.#now = now;
    this.#logger = logger;
  }

  /** Creates a token. Its secret is shown only this once. */
  async make(
    person: SignedIn,
    { name, scopes, days }: { name: string; scopes: readonly Scope[]; days: (typeof TOKEN_DAYS)[number] },
  ): Promise<Result<{ secret: string }>> {
    const { prisma } = this.#database;
    const label = name.trim();
    const problem = nameProblem(label, LIMITS.nameCharacters);
    if (problem) return refuse(problem);
    if (scopes.length === 0) return refuse('invalid');
    // A guest's identity is only their sign-in: a program that kept it would be the guest.
    if (person.kind === 'guest') return refuse('not_allowed');
    const now = this.#now();
    const where = { userId: person.id, method: 'token', expiresAt: { gt: new Date(now) } };
    if ((await prisma.signIn.count({ where })) >= MOST) return refuse('list_full', MOST);
    const epoch = await this.#signIns.epochOf(person.id);
    const secret = `${PREFIX}${randomBytes(32).toString('base64url')}`;
    const made = prisma.signIn.create({
      data: {
        id: newSignInId(),
        userId: person.id,
        epoch,
        method: 'token',
        label,
        secretHash: hashOf(secret),
        scopes: [...new Set(scopes)],
        createdAt: new Date(now),
        seenAt: new Date(0),
        expiresAt: new Date(now + days * DAY),
      },
    });
    await orUserErased(made);
    this.#logger.info({ scopes }, 'an access token was made');
    return { ok: true, secret };
  }

  /** The owner of a token, if it is valid. */
  async recognise(secret: string): Promise<SignedIn | null> {
    return secret.startsWith(PREFIX) ? this.#signIns.recognise({ secretHash: hashOf(secret) }) : null;
  }

  /** A person's tokens, newest first. */
  async list(userId: string): Promise<ListedToken[]> {
    const rows = await this.#database.prisma.signIn.findMany({
      where: { userId, method: 'token', expiresAt: { gt: new Date(this.#now()) } },
      orderBy: { createdAt: 'desc' },
    });
    return rows.map(({ id, label, scopes, createdAt, seenAt, expiresAt }) => ({
      id,
      name: label,
      scopes,
      createdAt: createdAt.getTime(),
      usedAt: seenAt.getTime() || null,
      expiresAt: expiresAt.getTime(),
    }));
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
