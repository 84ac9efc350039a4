import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Database } from '../../database/open-database.ts';
import { orUserErased } from '../people/user-erased-error.ts';

/** The purposes of codes, and their lifetimes in seconds. */
export const CODE_SECONDS = {
  'sign-in': 10 * 60,
  confirm: 24 * 60 * 60,
  reset: 10 * 60,
  device: 10 * 60,
  administrator: 30 * 24 * 60 * 60,
  'further-administrator': 60 * 60,
  passkey: 5 * 60,
} as const;

export type CodePurpose = keyof typeof CODE_SECONDS;

/** The data of a code. */
export interface CodeBearer {
  readonly userId: string | null;
  readonly email: string | null;
}

/** The data of an email's link. */
export interface LinkFacts extends CodeBearer {
  readonly purpose: MailPurpose;
  /** The path of the page to continue to; `null` for none. */
  readonly returnTo: string | null;
  /** True if the viewing browser requested it. */
  readonly isAsker: boolean;
}

/** The purposes of links in emails. */
export type MailPurpose = Extract<CodePurpose, 'sign-in' | 'confirm' | 'reset'>;

/** Digits and letters without look-alikes. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Links and codes that work once, for a while. The database only stores their hashes. */
export class OneTimeCodes {
  readonly #database: Database;
  readonly #now: () => number;

  /** `now` is the server's clock, in milliseconds since 1970. */
  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  /** Creates a code: 256 bits for a link; for the move to another device 40 bits that can be typed. */
  async make(purpose: Exclude<CodePurpose, MailPurpose>, { userId, email }: CodeBearer): Promise<string> {
    const code = purpose === 'device' ? typedCode() : linkCode();
    const expiresAt = new Date(this.#now() + CODE_SECONDS[purpose] * 1_000);
    const data = { hash: hashOf(purpose, code), purpose, userId, email, expiresAt };
    await orUserErased(this.#database.prisma.oneTimeCode.create({ data }));
    return code;
  }

  /**
   * Creates the link of an email, and a code that replaces it in the requesting browser: `browser` is the secret of that browser's cookie.
   */
  async makeMailed(
    purpose: MailPurpose,
    { browser, ...facts }: CodeBearer & { readonly browser: string; readonly returnTo: string | null },
  ): Promise<{ readonly link: string; readonly typed: string }> {
    const [link, typed] = [linkCode(), typedCode()];
    const data = {
      ...facts,
      purpose,
      hash: hashOf(purpose, link),
      browser: browserHash(browser),
      typedHash: typedHash(browser, typed),
      expiresAt: new Date(this.#now() + CODE_SECONDS[purpose] * 1_000),
    };
    await orUserErased(this.#database.prisma.oneTimeCode.create({ data }));
    return { link, typed };
  }

  /** The data of an email's link, without redeeming it; `null` if it is used, expired or never existed. */
  async lookAtLink(purpose: MailPurpose, code: string, browser: string | null): Promise<LinkFacts | null> {
    const row = await this.#database.prisma.oneTimeCode.findFirst({
      where: { hash: hashOf(purpose, code), expiresAt: { gt: new Date(this.#now()) } },
      select: { userId: true, email: true, browser: true, returnTo: true },
    });
    if (row === null) return null;
    const { browser: asker, ...facts } = row;
    return { ...facts, purpose, isAsker: browser !== null && asker === browserHash(browser) };
  }

  /**
   * Redeems the code of an email, typed in the requesting browser: the email's link stops working, and a new one replaces it. `null` for a
   * code that is used, expired or from another browser.
   */
  async enterTyped(
    typed: string,
    browser: string,
  ): Promise<{ readonly purpose: MailPurpose; readonly link: string } | null> {
    const { oneTimeCode } = this.#database.prisma;
    const row = await oneTimeCode.findFirst({
      where: { typedHash: typedHash(browser, typed), expiresAt: { gt: new Date(this.#now()) } },
      select: { hash: true, purpose: true },
    });
    if (row === null) return null;
    const link = linkCode();
    const purpose = row.purpose as MailPurpose;
    const { count } = await oneTimeCode.updateMany({
      where: { hash: row.hash, typedHash: { not: null } },
      data: { hash: hashOf(purpose, link), typedHash: null },
    });
    return count === 1 ? { purpose, link } : null;
  }

  /** The data of a code, without redeeming it; `null` if it is used, expired or never existed. */
  async look(purpose: CodePurpose, code: string): Promise<CodeBearer | null> {
    const where = { hash: hashOf(purpose, code), expiresAt: { gt: new Date(this.#now()) } };
    return this.#database.prisma.oneTimeCode.findFirst({ where, select: { userId: true, email: true } });
  }

  /** Redeems a code: of several simultaneous attempts, only one gets its data. */
  async take(purpose: CodePurpose, code: string): Promise<CodeBearer | null> {
    const bearer = await this.look(purpose, code);
    const hash = hashOf(purpose, code);
    const { count } = await this.#database.prisma.oneTimeCode.deleteMany({ where: { hash } });
    return count === 1 ? bearer : null;
  }

  /** Revokes all codes of a purpose. */
  async forget(which: { readonly purpose: CodePurpose }): Promise<void> {
    await this.#database.prisma.oneTimeCode.deleteMany({ where: which });
  }

  /** Removes expired codes. */
  async sweep(): Promise<void> {
    await this.#database.prisma.oneTimeCode.deleteMany({
      where: { expiresAt: { lt: new Date(this.#now()) } },
    });
  }
}

/** The purpose is part of the hash: a code for one purpose doesn't work for another. */
function hashOf(purpose: CodePurpose, code: string): string {
  const plain = purpose === 'device' ? asTyped(code) : code;
  return createHash('sha256').update(`${purpose} ${plain}`).digest('base64url');
}

function linkCode(): string {
  return randomBytes(32).toString('base64url');
}

function browserHash(browser: string): string {
  return createHash('sha256').update(`browser ${browser}`).digest('base64url');
}

/** The browser's secret is part of the hash: the code doesn't work in another browser. */
function typedHash(browser: string, typed: string): string {
  return createHash('sha256')
    .update(`typed ${browser} ${asTyped(typed)}`)
    .digest('base64url');
}

function typedCode(): string {
  const letters = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** The code as intended: letters in either case, with or without the dash, and look-alikes replaced. */
function asTyped(code: string): string {
  return code
    .slice(0, 40)
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');
}
