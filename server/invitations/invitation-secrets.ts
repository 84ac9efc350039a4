import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, randomInt } from 'node:crypto';

/** Digits and letters no two of which look alike. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Letters of a code: 32 ^ 8 is 40 bits. */
const CODE_LENGTH = 8;
const LINK_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A code to read out and type: 40 random bits. */
export function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** What makes a link one of its kind: 128 random bits. */
export function newLinkToken(): string {
  return randomBytes(LINK_BYTES).toString('base64url');
}

/** A code as it was meant: however it was spaced, in whatever letters, with look-alikes for one another. */
export function tidyToken(typed: string): string {
  const code = typed
    .toUpperCase()
    .replace(/[\s.-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return code.length === CODE_LENGTH ? code : typed.trim();
}

/** Is this, tidied, of the form of a code, which can be guessed, and not of a link? */
export function isCode(token: string): boolean {
  return token.length <= CODE_LENGTH;
}

/** Hides codes and links where they are stored, by keys made of the server's secret: a stolen database lets nobody in. */
export class InvitationSecrets {
  readonly #finding: Buffer;
  readonly #sealing: Buffer;

  constructor(secret: string) {
    const key = (use: string) =>
      Buffer.from(hkdfSync('sha256', secret, '', `parley invitations: ${use}`, 32));
    this.#finding = key('finding');
    this.#sealing = key('sealing');
  }

  /** What a token is found by; without the key it cannot be told from the token, nor the token from it. */
  findBy(token: string): string {
    return createHmac('sha256', this.#finding).update(token).digest('base64url');
  }

  /** A token encrypted, for showing it again. */
  seal(token: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#sealing, nonce);
    const text = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
  }

  /** The token again; null where it was sealed by another secret. */
  unseal(sealed: string): string | null {
    const bytes = Buffer.from(sealed, 'base64url');
    const text = NONCE_BYTES + TAG_BYTES;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#sealing, bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, text));
      return Buffer.concat([decipher.update(bytes.subarray(text)), decipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  }
}
