import { createHash, randomInt } from 'node:crypto';
import type { Database } from '../../database/open-database.ts';
import { orUserErased } from '../people/user-erased-error.ts';

/** Number of codes a person gets at once. */
const RECOVERY_CODES = 10;
/** Digits and letters without look-alikes: 32 ^ 16 is 80 bits, which can't be guessed even from a hash. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 4;
const GROUP = 4;

/** Codes to sign in with if the authenticator or the passkey is lost: each works once, and only hashes are stored. */
export class RecoveryCodes {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Replaces a person's codes; of two simultaneous requests, the later one's codes count. They are shown only this once. */
  async renew(userId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, newCode);
    const data = codes.map((code) => ({ userId, hash: hashOf(userId, code) }));
    await orUserErased(
      this.#database.prisma.$transaction(async (step) => {
        await step.$queryRaw`SELECT 1 FROM app_user WHERE id = ${userId} FOR UPDATE`;
        await step.recoveryCode.deleteMany({ where: { userId } });
        await step.recoveryCode.createMany({ data });
      }),
    );
    return codes;
  }

  /** The number of codes a person has left. */
  count(userId: string): Promise<number> {
    return this.#database.prisma.recoveryCode.count({ where: { userId } });
  }

  /** Redeems a code; false if it is wrong or was used before. */
  async take(userId: string, code: string): Promise<boolean> {
    const where = { userId, hash: hashOf(userId, code) };
    const { count } = await this.#database.prisma.recoveryCode.deleteMany({ where });
    return count === 1;
  }

  async forget(userId: string): Promise<void> {
    await this.#database.prisma.recoveryCode.deleteMany({ where: { userId } });
  }
}

function newCode(): string {
  const group = () => Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

function hashOf(userId: string, code: string): string {
  return createHash('sha256')
    .update(`recovery ${userId} ${asMeant(code)}`)
    .digest('base64url');
}

/** The code as intended: letters in either case, with or without dashes, and look-alikes replaced. */
function asMeant(code: string): string {
  return code
    .slice(0, 100)
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');
}
