import { createHmac, randomBytes, randomInt } from 'node:crypto';
import type { AuthSecrets } from '../auth/auth-secret.ts';
import { type Keys, keysFor, SecretBox } from '../auth/secret-box.ts';

/** Digits and letters no two of which look alike. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Letters of a code: 32 ^ 8 is 40 bits. */
const CODE_LENGTH = 8;
const LINK_BYTES = 16;

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
  readonly #finding: Keys;
  readonly #sealer: SecretBox;

  constructor(secrets: AuthSecrets) {
    this.#finding = keysFor(secrets, 'parley invitations: finding');
    this.#sealer = new SecretBox(secrets, 'parley invitations: sealing');
  }

  /** What a new token is stored by; without the key it cannot be derived from the token, nor the token from it. */
  hash(token: string): string {
    return hashBy(this.#finding[0], token);
  }

  /** What a token may be stored by: by the current secret or a previous one. */
  hashes(token: string): string[] {
    return this.#finding.map((key) => hashBy(key, token));
  }

  /** A token encrypted, for showing it again. */
  seal(token: string): string {
    return this.#sealer.seal(token);
  }

  /** The token again; null where none of our secrets sealed it. */
  unseal(sealed: string): string | null {
    return this.#sealer.unseal(sealed);
  }

  /** What a token is stored by and as, by the current secret; null where it already is, or where none of ours sealed it. */
  renew(sealed: string): { readonly hash: string; readonly sealed: string } | null {
    const renewed = this.#sealer.reseal(sealed);
    const token = renewed === null ? null : this.#sealer.unseal(renewed);
    return renewed === null || token === null ? null : { hash: this.hash(token), sealed: renewed };
  }
}

function hashBy(key: Buffer, token: string): string {
  return createHmac('sha256', key).update(token).digest('base64url');
}
