import { createHash } from 'node:crypto';
import type { Authentication } from './auth.ts';

/** Sign-ins remembered, the last ones: a lecture hall's and more. */
const REMEMBERED = 10_000;

/**
 * Whom requests are counted for. Whose sign-in it is never changes, so each is looked up once; whether it still holds is
 * another question, which every route asks for itself.
 */
export class KnownSenders {
  readonly #auth: Authentication;
  readonly #people = new Map<string, string>();

  constructor(auth: Authentication) {
    this.#auth = auth;
  }

  /** The person whose sign-in or token a request carries; null for a reader, and while the database is away. */
  async personOf(sent: {
    readonly authorization?: string;
    readonly cookie?: string;
  }): Promise<string | null> {
    const headers = new Headers();
    for (const [name, value] of Object.entries(sent)) if (value) headers.set(name, value);
    const credential = this.#auth.credentialOf(headers);
    if (credential === null) return null;
    const key = keyOf(credential);
    const known = this.#people.get(key);
    if (known !== undefined) return known;
    const person = await this.#auth.recognise(headers).catch(() => null);
    if (person === null) return null;
    this.#people.set(key, person.id);
    const [oldest] = this.#people.keys();
    if (this.#people.size > REMEMBERED && oldest !== undefined) this.#people.delete(oldest);
    return person.id;
  }
}

/** Of one length, however long what was sent is, and no secret. */
function keyOf(credential: string): string {
  return createHash('sha256').update(credential.trim()).digest('base64url');
}
