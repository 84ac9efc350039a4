import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/**
 * What in a mail's link says whose mails are to end: their id, signed. It lasts as long as the mail lies somewhere, and can be used
 * for nothing else.
 */
export class UnsubscribeTokens {
  readonly #key: Buffer;

  constructor(secret: string) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'parley unsubscribing', 32));
  }

  of(userId: string): string {
    return `${userId}.${this.#signature(userId)}`;
  }

  /** Whose mails a token ends; null where it is none of ours. */
  read(token: string): string | null {
    const end = token.lastIndexOf('.');
    const userId = token.slice(0, Math.max(end, 0));
    const [given, expected] = [token.slice(end + 1), this.#signature(userId)].map((text) =>
      Buffer.from(text),
    );
    const isOurs = given && expected && given.length === expected.length && timingSafeEqual(given, expected);
    return isOurs ? userId : null;
  }

  #signature(userId: string): string {
    return createHmac('sha256', this.#key).update(userId).digest('base64url').slice(0, 32);
  }
}
