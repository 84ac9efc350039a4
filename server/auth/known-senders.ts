import { createHash } from 'node:crypto';
import type { SentCredential } from '../http/requests/request-limits.ts';
import type { Authentication } from './auth.ts';
import type { SignedIn } from './sign-in/sign-ins.ts';

/** Credentials remembered of each kind, the most recent ones: more than those of a lecture hall. */
const REMEMBERED = 10_000;
/** Milliseconds for which the person of a credential is remembered: if its sign-in has ended, it counts as a reader's after that. */
const KNOWN_FOR = 60_000;
/** Milliseconds for which an unknown credential is not looked up again. */
const UNKNOWN_FOR = 10_000;

interface Remembered {
  /** `null`: unknown. */
  readonly person: string | null;
  readonly until: number;
}

/**
 * The person that requests are counted against. Each credential is looked up once a minute; whether it is still valid is a separate
 * question, which every route checks itself.
 */
export class KnownSenders {
  readonly #auth: Pick<Authentication, 'credentialOf' | 'recognise' | 'endings'>;
  readonly #now: () => number;
  readonly #people = new Map<string, Remembered>();
  /** Separate from people, so that made-up credentials can't displace them. */
  readonly #nobodies = new Map<string, Remembered>();

  /** `now`: milliseconds of a clock that only rises. */
  constructor(
    auth: Pick<Authentication, 'credentialOf' | 'recognise' | 'endings'>,
    now = () => performance.now(),
  ) {
    this.#auth = auth;
    this.#now = now;
  }

  /** The person a request is counted against, as far as known; `null` for a reader, `undefined` if it has to be looked up. */
  known(sent: SentCredential): string | null | undefined {
    const credential = this.#auth.credentialOf(headersOf(sent));
    if (credential === null) return null;
    const key = keyOf(credential);
    const remembered = this.#people.get(key) ?? this.#nobodies.get(key);
    return remembered && remembered.until > this.#now() ? remembered.person : undefined;
  }

  /** The person currently signed in by a request's credential; `null` for a reader, and while the database is unavailable. */
  async lookUp(sent: SentCredential): Promise<string | null> {
    return (await this.recognise(sent))?.id ?? null;
  }

  /** See `Authentication.endings`. */
  get endings(): number {
    return this.#auth.endings;
  }

  /** Like `lookUp`, with the whole person; `undefined` while the database is unavailable. */
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

/** Of fixed length, however long the credential is, and not secret. */
function keyOf(credential: string): string {
  return createHash('sha256').update(credential.trim()).digest('base64url');
}
