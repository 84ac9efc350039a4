import { createHash } from 'node:crypto';
import type { Authentication } from './auth.ts';
import type { SignedIn } from './sign-ins.ts';

/** Credentials remembered of each kind, the last ones: a lecture hall's and more. */
const REMEMBERED = 10_000;
/** Milliseconds for which a credential stays whose it was: when its sign-in has ended, it is a reader's after that. */
const KNOWN_FOR = 60_000;
/** Milliseconds for which a credential that is nobody's is not looked up again. */
const UNKNOWN_FOR = 10_000;

/** Headers that carry a credential. */
export interface SentCredential {
  readonly authorization?: string;
  readonly cookie?: string;
}

interface Remembered {
  /** Null: nobody's. */
  readonly person: string | null;
  readonly until: number;
}

/**
 * Whom requests are counted for. Each credential is looked up once a minute; whether it still holds is another question, which
 * every route asks for itself.
 */
export class KnownSenders {
  readonly #auth: Pick<Authentication, 'credentialOf' | 'recognise' | 'endings'>;
  readonly #now: () => number;
  readonly #people = new Map<string, Remembered>();
  /** Apart from people, so that made-up credentials push nobody out. */
  readonly #nobodies = new Map<string, Remembered>();

  /** `now`: milliseconds of a clock that only rises. */
  constructor(
    auth: Pick<Authentication, 'credentialOf' | 'recognise' | 'endings'>,
    now = () => performance.now(),
  ) {
    this.#auth = auth;
    this.#now = now;
  }

  /** The person a request is counted for, as far as that is known; null for a reader, undefined where it has to be looked up. */
  known(sent: SentCredential): string | null | undefined {
    const credential = this.#auth.credentialOf(headersOf(sent));
    if (credential === null) return null;
    const key = keyOf(credential);
    const remembered = this.#people.get(key) ?? this.#nobodies.get(key);
    return remembered && remembered.until > this.#now() ? remembered.person : undefined;
  }

  /** The person who is signed in now by what a request carries; null for a reader, and while the database is away. */
  async lookUp(sent: SentCredential): Promise<string | null> {
    return (await this.recognise(sent))?.id ?? null;
  }

  /** See `Authentication.endings`. */
  get endings(): number {
    return this.#auth.endings;
  }

  /** Like `lookUp`, with the whole person; undefined while the database is away. */
  async recognise(sent: SentCredential): Promise<SignedIn | null | undefined> {
    const headers = headersOf(sent);
    const credential = this.#auth.credentialOf(headers);
    if (credential === null) return null;
    const found = await this.#auth.recognise(headers).catch(() => undefined);
    if (found === undefined) return undefined;
    const person = found?.id ?? null;
    const key = keyOf(credential);
    this.#people.delete(key);
    this.#nobodies.delete(key);
    const until = this.#now() + (person === null ? UNKNOWN_FOR : KNOWN_FOR);
    const kept = person === null ? this.#nobodies : this.#people;
    kept.set(key, { person, until });
    const [oldest] = kept.keys();
    if (kept.size > REMEMBERED && oldest !== undefined) kept.delete(oldest);
    return found;
  }
}

function headersOf(sent: SentCredential): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(sent)) if (value) headers.set(name, value);
  return headers;
}

/** Of one length, however long what was sent is, and no secret. */
function keyOf(credential: string): string {
  return createHash('sha256').update(credential.trim()).digest('base64url');
}
