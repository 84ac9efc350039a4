import { createHmac } from 'node:crypto';
import type { AuthSecrets } from '../../auth/secrets/auth-secret.ts';
import { isSameText } from '../../auth/secrets/is-same-text.ts';
import { type Keys, keysFor } from '../../auth/secrets/secret-box.ts';

/**
 * The token in an email's link that turns off a person's emails: their id, signed. It is valid as long as the email exists, and can be used
 * for nothing else.
 */
export class UnsubscribeTokens {
  readonly #keys: Keys;

  constructor(secrets: AuthSecrets) {
    this.#keys = keysFor(secrets, 'parley unsubscribing');
  }

  of(userId: string): string {
    return `${userId}.${sign(this.#keys[0], userId)}`;
  }

  /** The person whose emails a token turns off; `null` for an invalid one. */
  read(token: string): string | null {
    const end = token.lastIndexOf('.');
    const userId = token.slice(0, Math.max(end, 0));
    const given = token.slice(end + 1);
    return this.#keys.some((key) => isSameText(given, sign(key, userId))) ? userId : null;
  }
}

function sign(key: Buffer, userId: string): string {
  return createHmac('sha256', key).update(userId).digest('base64url').slice(0, 32);
}
