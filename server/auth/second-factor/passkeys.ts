import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { refuse } from '#domain/debate/engine/refusal.ts';
import { nameProblem } from '#domain/debate/texts/wording.ts';
import type { Database } from '../../database/open-database.ts';
import { orUserErased } from '../people/user-erased-error.ts';
import type { Result } from '../result.ts';
import type { OneTimeCodes } from '../sign-in/one-time-codes.ts';

/** A passkey as its owner sees it. Times are in milliseconds. */
export interface ListedPasskey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  /** To the hour; `null`: never used. */
  readonly usedAt: number | null;
}

/** Maximum passkeys per person. */
const MOST = 20;
/** Milliseconds; the last use is rounded down to a multiple of it. */
const HOUR = 3_600_000;
/** The name of this site on devices. */
const SITE_NAME = 'Parley';

const base64url = z.string().regex(/^[\w-]{1,4096}$/);
const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()),
  authenticatorAttachment: z.string().optional(),
};
const registrationSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: z.string(),
    attestationObject: z.string(),
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
});
const authenticationSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string(),
    userHandle: z.string().optional(),
  }),
});

/** True if browsers offer passkeys at an address: on https, or on this machine itself, and never at a bare IP address. */
export function hasPasskeys(site: string): boolean {
  const { protocol, hostname } = new URL(site);
  return hostname === 'localhost' || (protocol === 'https:' && !/^[\d.]+$|^\[/.test(hostname));
}

/** Passkeys (WebAuthn): each is bound to the address of the site, and verifies its owner by a fingerprint, a face or a PIN. */
export class Passkeys {
  readonly #database: Database;
  readonly #codes: OneTimeCodes;
  readonly #now: () => number;

  /** `now` is the server's clock, in milliseconds since 1970. */
  constructor(database: Database, codes: OneTimeCodes, now: () => number) {
    this.#database = database;
    this.#codes = codes;
    this.#now = now;
  }

  /** A person's passkeys, oldest first. */
  async list(userId: string): Promise<ListedPasskey[]> {
    const rows = await this.#database.prisma.passkey.findMany({
      where: { userId },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    return rows.map(({ id, name, createdAt, usedAt }) => ({
      id,
      name,
      createdAt: createdAt.getTime(),
      usedAt: usedAt?.getTime() ?? null,
    }));
  }

  /** The options for a browser to create a passkey, for an account of this name. */
  async registrationOptions(
    userId: string,
    account: string,
    site: string,
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    return generateRegistrationOptions({
      rpName: SITE_NAME,
      rpID: new URL(site).hostname,
      userName: account,
      userID: new TextEncoder().encode(userId),
      challenge: await this.#challenge(userId),
      excludeCredentials: (await this.list(userId)).map(({ id }) => ({ id })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  }

  /** Stores a passkey that a browser created for a person. `response` is the browser's answer, in JSON. */
  async register(userId: string, written: string, response: string, site: string): Promise<Result> {
    const name = written.trim();
    const problem = nameProblem(name, LIMITS.nameCharacters);
    if (problem) return refuse(problem);
    const made = registrationSchema.safeParse(jsonOf(response));
    const { passkey } = this.#database.prisma;
    if (!made.success) return refuse('invalid');
    if ((await passkey.count({ where: { userId } })) >= MOST) return refuse('list_full', MOST);
    const verified = await verifyRegistrationResponse({
      response: made.data as RegistrationResponseJSON,
      expectedChallenge: (challenge) => this.#take(challenge, userId),
      expectedOrigin: new URL(site).origin,
      expectedRPID: new URL(site).hostname,
      requireUserVerification: true,
    }).catch(() => null);
    if (!verified?.verified) return refuse('passkey_failed');
    const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
    const data = { id, userId, name, publicKey: Uint8Array.from(publicKey), counter, transports };
    const createdAt = new Date(this.#now());
    const { count } = await orUserErased(
      passkey.createMany({ data: { ...data, createdAt }, skipDuplicates: true }),
    );
    return count === 1 ? { ok: true } : refuse('passkey_failed');
  }

  /** The options for a browser to verify a passkey: one of a person's, or, with `null`, any of this site. */
  async authenticationOptions(
    userId: string | null,
    site: string,
  ): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const own = userId === null ? [] : await this.#database.prisma.passkey.findMany({ where: { userId } });
    return generateAuthenticationOptions({
      rpID: new URL(site).hostname,
      challenge: await this.#challenge(userId),
      userVerification: 'required',
      allowCredentials: own.map(({ id, transports }) => ({ id, transports })),
    });
  }

  /** The owner of the passkey that answered. `response` is the browser's answer, in JSON. */
  async authenticate(response: string, site: string): Promise<Result<{ userId: string }>> {
    const said = authenticationSchema.safeParse(jsonOf(response));
    if (!said.success) return refuse('invalid');
    const { passkey } = this.#database.prisma;
    const row = await passkey.findUnique({ where: { id: said.data.id } });
    if (row === null) return refuse('passkey_failed');
    const { id, userId, publicKey, counter, transports } = row;
    const verified = await verifyAuthenticationResponse({
      response: said.data as AuthenticationResponseJSON,
      expectedChallenge: (challenge) => this.#take(challenge, userId),
      expectedOrigin: new URL(site).origin,
      expectedRPID: new URL(site).hostname,
      credential: {
        id,
        publicKey: Uint8Array.from(publicKey),
        counter: Number(counter),
        transports,
      },
      requireUserVerification: true,
    }).catch(() => null);
    if (!verified?.verified) return refuse('passkey_failed');
    const usedAt = new Date(Math.floor(this.#now() / HOUR) * HOUR);
    const { newCounter } = verified.authenticationInfo;
    await passkey.updateMany({ where: { id }, data: { counter: newCounter, usedAt } });
    return { ok: true, userId };
  }

  async rename(userId: string, id: string, written: string): Promise<Result> {
    const name = written.trim();
    const problem = nameProblem(name, LIMITS.nameCharacters);
    if (problem) return refuse(problem);
    await this.#database.prisma.passkey.updateMany({ where: { id, userId }, data: { name } });
    return { ok: true };
  }

  /** Removes one of a person's passkeys; false if it isn't theirs. */
  async remove(userId: string, id: string): Promise<boolean> {
    const { count } = await this.#database.prisma.passkey.deleteMany({ where: { id, userId } });
    return count === 1;
  }

  async removeAll(userId: string): Promise<void> {
    await this.#database.prisma.passkey.deleteMany({ where: { userId } });
  }

  /** A challenge that can be answered once, within some minutes. */
  async #challenge(userId: string | null): Promise<Uint8Array<ArrayBuffer>> {
    const code = await this.#codes.make('passkey', { userId, email: null });
    return Uint8Array.from(Buffer.from(code, 'base64url'));
  }

  /** Redeems a challenge; false if it was made for another person, or doesn't exist. */
  async #take(challenge: string, userId: string): Promise<boolean> {
    const bearer = await this.#codes.take('passkey', challenge);
    return bearer !== null && (bearer.userId === null || bearer.userId === userId);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
