import { refuse } from '#domain/debate/engine/refusal.ts';
import { type Rejection, toRejection } from '#domain/debate/engine/rejections.ts';
import type { Limiter } from '../../limits/limiter.ts';
import { mailAddress } from '../people/mail-address.ts';
import type { AccountFacts, People } from '../people/people.ts';
import type { Result } from '../result.ts';
import type { BreachedPasswords } from './breached-passwords.ts';
import { PasswordHashes, TooManyPasswords } from './password-hashes.ts';
import { passwordProblem } from './password-rules.ts';

/** The origin of an attempt. */
export interface TriedFrom {
  /** The network address. */
  readonly address: string;
  /** The key by which this browser is counted if it was signed in to an account before, otherwise `null`. */
  readonly browserKey: (userId: string) => string | null;
}

/** The person whose password was right, and their epoch when it was: comparing takes a while, in which it may be changed. */
interface PasswordProof {
  readonly userId: string;
  readonly epoch: number;
}

/** Stores a new password and ends all sign-ins. */
type StorePassword = (userId: string, to: { readonly passwordHash: string }) => Promise<unknown>;

/** The words a password must not consist of. */
type PasswordOwner = Pick<AccountFacts, 'name' | 'email'>;

/** Signing in by password, and choosing one. */
export class Passwords {
  readonly #people: People;
  readonly #limiter: Limiter;
  readonly #breached: BreachedPasswords;
  readonly #store: StorePassword;
  readonly #hashes = new PasswordHashes();

  constructor(people: People, limiter: Limiter, breached: BreachedPasswords, store: StorePassword) {
    this.#store = store;
    this.#people = people;
    this.#limiter = limiter;
    this.#breached = breached;
  }

  /** The person who signs in with an address and a password. Neither the answer nor its time shows which of them is wrong. */
  async signIn(written: string, password: string, from: TriedFrom): Promise<Result<PasswordProof>> {
    const address = mailAddress(written);
    if (!address.ok) return address;
    const account = await this.#people.find({ email: address.email });
    return this.#compare(account, address.email, password, from, 'sign_in_wrong');
  }

  /** Sets a password, which ends all sign-ins. `isConfirmed`: the same request gave the current one, if the account has one (see `confirm`). */
  async change(userId: string, next: string, isConfirmed: boolean): Promise<Result<{ userId: string }>> {
    const account = await this.#people.find({ id: userId });
    if (account?.email == null) return refuse('email_missing');
    if (account.passwordHash !== null && !isConfirmed) return refuse('password_wrong');
    const hashed = await this.hash(account, next);
    if (!hashed.ok) return hashed;
    await this.#store(account.id, { passwordHash: hashed.passwordHash });
    return { ok: true, userId: account.id };
  }

  /** True if the person at this browser knows the password of the account signed in on it. */
  confirm(account: AccountFacts, password: string, from: TriedFrom): Promise<Result<PasswordProof>> {
    return this.#compare(account, account.id, password, from, 'password_wrong');
  }

  /** Checks and hashes a new password for an account, without storing it. */
  async hash(account: PasswordOwner, password: string): Promise<Result<{ passwordHash: string }>> {
    const problem = await this.#problem(account, password);
    if (problem) return refuse(problem);
    const passwordHash = await this.#busyOr(() => this.#hashes.hash(password));
    return passwordHash === null ? refuse('busy') : { ok: true, passwordHash };
  }

  /** Why an account may not have this password; null if it may. */
  async #problem({ name, email }: PasswordOwner, password: string): Promise<Rejection | null> {
    const problem = passwordProblem(password, [name, email ?? '']);
    if (problem !== null) return problem;
    return (await this.#breached.has(password)) ? toRejection('password_breached') : null;
  }

  async #compare(
    account: AccountFacts | null,
    name: string,
    password: string,
    { address, browserKey }: TriedFrom,
    wrong: 'sign_in_wrong' | 'password_wrong',
  ): Promise<Result<PasswordProof>> {
    const browser = account && browserKey(account.id);
    const own = browser === null ? { account: name } : { browser };
    if (!this.#limiter.take('tries', { address, ...own })) {
      return refuse('too_many_attempts');
    }
    const matches = await this.#busyOr(() =>
      this.#hashes.matches(account?.passwordHash ?? null, password.slice(0, 1_000)),
    );
    if (matches === null) return refuse('busy');
    return matches && account ? { ok: true, userId: account.id, epoch: account.epoch } : refuse(wrong);
  }

  async #busyOr<T>(compute: () => Promise<T>): Promise<T | null> {
    try {
      return await compute();
    } catch (error) {
      if (error instanceof TooManyPasswords) return null;
      throw error;
    }
  }
}
