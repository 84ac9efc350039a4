import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { AuthSecrets } from './auth-secret.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Keys for one use, derived from each of the server's secrets. The first is for everything new. */
export type Keys = readonly [current: Buffer, ...previous: Buffer[]];

export function keysFor([current, ...previous]: AuthSecrets, use: string): Keys {
  const keyFor = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', use, 32));
  return [keyFor(current), ...previous.map(keyFor)];
}

/** Encrypts stored data that is shown or used again later, with a key derived from the server's secret. */
export class SecretBox {
  readonly #keys: Keys;

  /** `use` prevents data sealed for one purpose from being opened for another. */
  constructor(secrets: AuthSecrets, use: string) {
    this.#keys = keysFor(secrets, use);
  }

  /** Encrypts a text with the current secret. */
  seal(text: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#keys[0], nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** Decrypts a text; `null` if none of our secrets sealed it. */
  unseal(sealed: string): string | null {
    const bytes = Buffer.from(sealed, 'base64url');
    for (const key of this.#keys) {
      const text = unsealBy(key, bytes);
      if (text !== null) return text;
    }
    return null;
  }

  /** The same text sealed with the current secret; `null` if it already is, or if none of our secrets sealed it. */
  reseal(sealed: string): string | null {
    if (unsealBy(this.#keys[0], Buffer.from(sealed, 'base64url')) !== null) return null;
    const text = this.unseal(sealed);
    return text === null ? null : this.seal(text);
  }
}

function unsealBy(key: Buffer, bytes: Buffer): string | null {
  const text = NONCE_BYTES + TAG_BYTES;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, text));
    return Buffer.concat([decipher.update(bytes.subarray(text)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
