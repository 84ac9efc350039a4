import { refuse } from '#domain/debate/engine/refusal.ts';
import type { Passwords, TriedFrom } from '../passwords/passwords.ts';
import type { People } from '../people/people.ts';
import type { Result } from '../result.ts';
import type { SignedIn, SignIns } from './sign-ins.ts';

/** Seconds after authenticating in which a person isn't asked to do it again. */
export const RECENT_SECONDS = 10 * 60;

/**
 * True if a person authenticated (by password, passkey, second factor or emailed link) within the last ten minutes: required for actions
 * that a stranger at an open screen, or with a stolen cookie, must not do. Guests have no means to authenticate.
 */
function recentlyAuthenticated({ kind, provenAt }: SignedIn, now: number): boolean {
  return kind === 'guest' || (provenAt !== null && now - provenAt < RECENT_SECONDS * 1_000);
}

export interface ReauthenticationParts {
  readonly people: People;
  readonly passwords: Passwords;
  readonly signIns: SignIns;
  /** The server's clock, in milliseconds since 1970. */
  readonly now: () => number;
}

/** Asks people to authenticate again. */
export class Reauthentication {
  readonly #parts: ReauthenticationParts;

  constructor(parts: ReauthenticationParts) {
    this.#parts = parts;
  }

  isRecent(person: SignedIn): boolean {
    return recentlyAuthenticated(person, this.#parts.now());
  }

  /** Like `isRecent`, for a person recognized a while ago, as on a connection: they may have reauthenticated since. */
  async isProvenNow(person: SignedIn): Promise<boolean> {
    if (this.isRecent(person)) return true;
    const now = await this.#parts.signIns.recognise({ id: person.signInId });
    return now !== null && this.isRecent(now);
  }

  /**
   * Rejects unless the person authenticated recently or this is their password, which counts as reauthentication.
   * `byPassword`: the password was given and is right.
   */
  async check(
    person: SignedIn,
    password: string,
    address: string,
  ): Promise<Result<{ readonly byPassword: boolean }>> {
    const { people, passwords } = this.#parts;
    const account = password === '' ? null : await people.find({ id: person.id });
    if (account?.passwordHash) {
      // Counted by their sign-in: strangers elsewhere, or at their other browsers, don't use these attempts up.
      const from: TriedFrom = { address, browserKey: () => person.signInId };
      const confirmed = await passwords.confirm(account, password, from);
      if (!confirmed.ok) return confirmed;
      await this.prove(person);
      return { ok: true, byPassword: true };
    }
    return this.isRecent(person) ? { ok: true, byPassword: false } : refuse('reauthentication_required');
  }

  /** Records that a person has just authenticated, in the browser they are signed in on. */
  async prove({ signInId }: SignedIn): Promise<void> {
    await this.#parts.signIns.prove(signInId);
  }
}
