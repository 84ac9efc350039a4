import { refuse } from '#domain/debate/engine/refusal.ts';
import type { Limiter } from '../../limits/limiter.ts';
import type { TriedFrom } from '../passwords/passwords.ts';
import type { Result } from '../result.ts';
import type { Authenticators } from './authenticators.ts';
import type { ListedPasskey, Passkeys } from './passkeys.ts';
import type { RecoveryCodes } from './recovery-codes.ts';

/** A person's second factors, as their owner sees them. */
export interface FactorFacts {
  /** When the authenticator app was set up, in milliseconds. */
  readonly authenticatorSince: number | null;
  readonly passkeys: readonly ListedPasskey[];
  /** Number of recovery codes left. */
  readonly recoveryCodes: number;
}

export interface SecondFactorsParts {
  readonly authenticators: Authenticators;
  readonly passkeys: Passkeys;
  readonly recoveryCodes: RecoveryCodes;
  readonly limiter: Limiter;
}

/** The second step after a password, an emailed link or a provider: a passkey, a code of an app, or a recovery code. */
export class SecondFactors {
  readonly #parts: SecondFactorsParts;

  constructor(parts: SecondFactorsParts) {
    this.#parts = parts;
  }

  async facts(userId: string): Promise<FactorFacts> {
    const { authenticators, passkeys, recoveryCodes } = this.#parts;
    return {
      authenticatorSince: await authenticators.since(userId),
      passkeys: await passkeys.list(userId),
      recoveryCodes: await recoveryCodes.count(userId),
    };
  }

  /** True if this person needs a second factor to sign in. */
  async isOn(userId: string): Promise<boolean> {
    const { authenticatorSince, passkeys } = await this.facts(userId);
    return authenticatorSince !== null || passkeys.length > 0;
  }

  /**
   * Redeems a code of the authenticator app, or a recovery code. Guessing the six digits is rate limited, for strangers separately from
   * browsers that were signed in before; a recovery code can't be guessed, and always works.
   */
  async verify(userId: string, code: string, from: TriedFrom): Promise<Result> {
    const { authenticators, recoveryCodes } = this.#parts;
    const plain = code.replace(/\s/g, '');
    const isOfApp = /^\d{6}$/.test(plain);
    if (!this.#mayTry(userId, isOfApp, from)) return refuse('too_many_attempts');
    const isRight = isOfApp
      ? await authenticators.verify(userId, plain)
      : await recoveryCodes.take(userId, plain);
    return isRight ? { ok: true } : refuse('second_factor_wrong');
  }

  /** Confirms the authenticator app being set up. With the first factor come the recovery codes; none if there are some already. */
  async confirmAuthenticator(
    userId: string,
    code: string,
    from: TriedFrom,
  ): Promise<Result<{ recoveryCodes: readonly string[] }>> {
    if (!this.#mayTry(userId, true, from)) return refuse('too_many_attempts');
    const isRight = await this.#parts.authenticators.confirm(userId, code.replace(/\s/g, ''));
    if (!isRight) return refuse('second_factor_wrong');
    return { ok: true, recoveryCodes: await this.firstRecoveryCodes(userId) };
  }

  /** Recovery codes for a person who has none yet; otherwise none. */
  async firstRecoveryCodes(userId: string): Promise<readonly string[]> {
    const { recoveryCodes } = this.#parts;
    return (await recoveryCodes.count(userId)) > 0 ? [] : recoveryCodes.renew(userId);
  }

  /** Removes the authenticator app, also one whose setup isn't complete; true if it was in use. */
  async removeAuthenticator(userId: string): Promise<boolean> {
    const { authenticators } = this.#parts;
    const wasInUse = (await authenticators.since(userId)) !== null;
    await authenticators.remove(userId);
    await this.#forgetUseless(userId);
    return wasInUse;
  }

  async removePasskey(userId: string, id: string): Promise<boolean> {
    const removed = await this.#parts.passkeys.remove(userId, id);
    await this.#forgetUseless(userId);
    return removed;
  }

  /** Turns off the second factor of a person who lost it. Returns true if it was on. */
  async removeAll(userId: string): Promise<boolean> {
    const wasOn = await this.isOn(userId);
    await this.#parts.passkeys.removeAll(userId);
    await this.removeAuthenticator(userId);
    return wasOn;
  }

  /** Recovery codes replace a factor: they are removed with the last one. */
  async #forgetUseless(userId: string): Promise<void> {
    if (!(await this.isOn(userId))) await this.#parts.recoveryCodes.forget(userId);
  }

  #mayTry(userId: string, isOfApp: boolean, { address, browserKey }: TriedFrom): boolean {
    const { limiter } = this.#parts;
    if (browserKey(userId) === null)
      return limiter.take('factors', { address, ...(isOfApp && { account: userId }) });
    // One allowance for all known browsers: a code is short, and they could be collected.
    return limiter.take('factors', { address, browser: isOfApp ? userId : `recovery ${userId}` });
  }
}
