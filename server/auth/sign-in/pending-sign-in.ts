import { z } from 'zod';
import { readCookie } from '../../http/requests/read-cookie.ts';
import type { AuthSecrets } from '../secrets/auth-secret.ts';
import { SecretBox } from '../secrets/secret-box.ts';
import { SIGN_IN_METHODS } from './sign-ins.ts';

/** Seconds a person has for the second factor after the first. */
export const PENDING_SECONDS = 10 * 60;

export function pendingSignInCookieName(secure: boolean): string {
  return `${secure ? '__Host-' : ''}parley-sign-in-pending`;
}

const pendingSchema = z.strictObject({
  userId: z.string(),
  /** The person's epoch: a new password invalidates pending sign-ins. */
  epoch: z.number(),
  /** The method of the first factor. */
  method: z.enum(SIGN_IN_METHODS),
  /** The page to continue to. */
  to: z.string(),
  /** Milliseconds since 1970. */
  until: z.number(),
});

/** A person who has given the first factor and not the second. */
export type Pending = z.infer<typeof pendingSchema>;

/**
 * The cookie of a browser whose person has yet to give the second factor. It doesn't sign anyone in, and leaves the browser's sign-in
 * unchanged: a guest who doesn't continue stays the guest.
 */
export class PendingSignIn {
  readonly #name: string;
  readonly #secure: boolean;
  readonly #sealer: SecretBox;
  readonly #now: () => number;

  constructor(secrets: AuthSecrets, secure: boolean, now: () => number) {
    this.#name = pendingSignInCookieName(secure);
    this.#secure = secure;
    this.#sealer = new SecretBox(secrets, 'parley pending sign-in');
    this.#now = now;
  }

  /** The line that sets it. */
  set(pending: Omit<Pending, 'until'>): string {
    const until = this.#now() + PENDING_SECONDS * 1_000;
    return this.#line(this.#sealer.seal(JSON.stringify({ ...pending, until })), PENDING_SECONDS);
  }

  /** The line that clears it. */
  clear(): string {
    return this.#line('', 0);
  }

  /** The pending sign-in of a browser; `null` if there is none, or it has expired. */
  read(headers: Headers): Pending | null {
    const sealed = readCookie(headers, this.#name);
    const text = sealed === null ? null : this.#sealer.unseal(sealed);
    const pending = text === null ? null : pendingSchema.parse(JSON.parse(text));
    return pending && pending.until > this.#now() ? pending : null;
  }

  #line(value: string, seconds: number): string {
    const secure = this.#secure ? '; Secure' : '';
    return `${this.#name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
  }
}
