import { Secret, TOTP } from 'otpauth';
import type { Database } from '../../database/open-database.ts';
import { orUserErased } from '../people/user-erased-error.ts';
import type { SecretBox } from '../secrets/secret-box.ts';

/** The data to set up an authenticator app with. */
export interface AuthenticatorSetup {
  /** In base32, for typing. */
  readonly secret: string;
  /** An `otpauth:` address, for a QR code. */
  readonly uri: string;
}

/** The name of this site in the apps. */
const ISSUER = 'Parley';
/** Seconds for which a code is current. */
const PERIOD = 30;
/** Periods for which a code is accepted before and after its time: clocks of phones differ. */
const WINDOW = 1;
const SECRET_BYTES = 20;

/** Authenticator apps (TOTP, RFC 6238), one per person. Their secrets are sealed; a code is accepted once. */
export class Authenticators {
  readonly #database: Database;
  readonly #sealer: SecretBox;
  readonly #now: () => number;

  /** `now` is the server's clock, in milliseconds since 1970. */
  constructor(database: Database, sealer: SecretBox, now: () => number) {
    this.#database = database;
    this.#sealer = sealer;
    this.#now = now;
  }

  /** Begins the setup with a new secret, which takes effect once a code confirms it. An authenticator in use is left unchanged. */
  async begin(userId: string): Promise<void> {
    const { authenticator } = this.#database.prisma;
    const sealed = this.#sealer.seal(new Secret({ size: SECRET_BYTES }).base32);
    const createdAt = new Date(this.#now());
    await authenticator.deleteMany({ where: { userId, confirmedAt: null } });
    await orUserErased(
      authenticator.createMany({ data: { userId, sealed, createdAt }, skipDuplicates: true }),
    );
  }

  /** The data to enter or scan for the setup in progress, for an account of this name; `null` if there is none. */
  async setup(userId: string, account: string): Promise<AuthenticatorSetup | null> {
    const row = await this.#database.prisma.authenticator.findFirst({ where: { userId, confirmedAt: null } });
    const secret = row && this.#sealer.unseal(row.sealed);
    return secret ? { secret, uri: totpOf(secret, account).toString() } : null;
  }

  /** Completes the setup with a code from the app; false if the code is wrong. */
  async confirm(userId: string, code: string): Promise<boolean> {
    if (!(await this.#take(userId, code, false))) return false;
    await this.#database.prisma.authenticator.updateMany({
      where: { userId, confirmedAt: null },
      data: { confirmedAt: new Date(this.#now()) },
    });
    return true;
  }

  /** Redeems a code; false if it is wrong, too old or was used before. */
  verify(userId: string, code: string): Promise<boolean> {
    return this.#take(userId, code, true);
  }

  /** When the authenticator in use was set up, in milliseconds; `null` if there is none. */
  async since(userId: string): Promise<number | null> {
    const row = await this.#database.prisma.authenticator.findUnique({ where: { userId } });
    return row?.confirmedAt?.getTime() ?? null;
  }

  async remove(userId: string): Promise<void> {
    await this.#database.prisma.authenticator.deleteMany({ where: { userId } });
  }

  /** If the same code is sent several times at once, only one call returns true: its time step is compared and set in one statement. */
  async #take(userId: string, code: string, isConfirmed: boolean): Promise<boolean> {
    const { authenticator } = this.#database.prisma;
    const row = await authenticator.findUnique({ where: { userId } });
    const secret = row && (row.confirmedAt !== null) === isConfirmed && this.#sealer.unseal(row.sealed);
    if (!row || !secret) return false;
    const timestamp = this.#now();
    const delta = totpOf(secret, '').validate({ token: code, timestamp, window: WINDOW });
    if (delta === null) return false;
    const step = Math.floor(timestamp / (PERIOD * 1_000)) + delta;
    const { count } = await authenticator.updateMany({
      where: { userId, sealed: row.sealed, lastStep: { lt: step } },
      data: { lastStep: step },
    });
    return count === 1;
  }
}

function totpOf(secret: string, account: string): TOTP {
  return new TOTP({ issuer: ISSUER, label: account, period: PERIOD, secret: Secret.fromBase32(secret) });
}
