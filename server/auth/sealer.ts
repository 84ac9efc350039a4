import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key made of the server's secret, for one use. */
export function keyFor(secret: string, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', use, 32));
}

/** Encrypts what is stored and shown or used again later, by a key made of the server's secret. */
export class Sealer {
  readonly #key: Buffer;

  /** `use` keeps what is sealed for one thing from being opened for another. */
  constructor(secret: string, use: string) {
    this.#key = keyFor(secret, use);
  }

  /** A text encrypted. */
  seal(text: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** The text again; null where it was sealed by another secret. */
  unseal(sealed: string): string | null {
    const bytes = Buffer.from(sealed, 'base64url');
    const text = NONCE_BYTES + TAG_BYTES;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, text));
      return Buffer.concat([decipher.update(bytes.subarray(text)), decipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  }
}
