import { createHmac, randomBytes, randomInt } from 'node:crypto';
import type { AuthSecrets } from '../../auth/secrets/auth-secret.ts';
import { type Keys, keysFor, SecretBox } from '../../auth/secrets/secret-box.ts';

/** Digits and letters without look-alikes. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Letters of a code: 32 ^ 8 is 40 bits. */
const CODE_LENGTH = 8;
const LINK_BYTES = 16;

/** A code to read out and type: 40 random bits. */
export function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** The secret part of a link: 128 random bits. */
export function newLinkToken(): string {
  return randomBytes(LINK_BYTES).toString('base64url');
}

/** A code as intended: spacing and case are ignored, look-alikes replaced. */
export function tidyToken(typed: string): string {
  const code = typed
    .toUpperCase()
    .replace(/[\s.-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return code.length === CODE_LENGTH ? code : typed.trim();
}

/** True if a normalized token has the form of a code, which can be guessed, and not of a link. */
export function isCode(token: string): boolean {
  return token.length <= CODE_LENGTH;
}

/** Protects stored codes and links, by keys derived from the server's secret: a stolen database can't be used to join. */
export class InvitationSecrets {
  readonly #finding: Keys;
  readonly #sealer: SecretBox;

  constructor(secrets: AuthSecrets) {
    this.#finding = keysFor(secrets, 'parley invitations: finding');
    this.#sealer = new SecretBox(secrets, 'parley invitations: sealing');
  }

  /** The hash a new token is stored by; without the key neither can be derived from the other. */
  hash(token: string): string {
    return hashBy(this.#finding[0], token);
  }

  /** The hashes a token may be stored by: by the current secret or a previous one. */
  hashes(token: string): string[] {
    return this.#finding.map((key) => hashBy(key, token));
  }

  /** Encrypts a token, to show it again later. */
  seal(token: string): string {
    return this.#sealer.seal(token);
  }

  /** Decrypts a token; `null` if none of our secrets sealed it. */
  unseal(sealed: string): string | null {
    return this.#sealer.unseal(sealed);
  }

  /** A token's hash and sealed form by the current secret; `null` if it already has these, or if none of our secrets sealed it. */
  renew(sealed: string): { readonly hash: string; readonly sealed: string } | null {
    const renewed = this.#sealer.reseal(sealed);
    const token = renewed === null ? null : this.#sealer.unseal(renewed);
    return renewed === null || token === null ? null : { hash: this.hash(token), sealed: renewed };
  }
}

function hashBy(key: Buffer, token: string): string {
  return createHmac('sha256', key).update(token).digest('base64url');
}
