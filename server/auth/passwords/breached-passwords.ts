import { createHash } from 'node:crypto';

/** Characters of the hash that are sent: some hundred passwords share them, so the service doesn't learn which one is checked. */
const SENT_CHARACTERS = 5;
/** Milliseconds to wait for the answer. */
const PATIENCE = 3_000;

/**
 * Checks a password with a service of leaked passwords, as in Have I Been Pwned's range API: it is sent five characters of the SHA-1, and
 * returns all hashes that begin with them. Only if the operator has configured a service.
 */
export class BreachedPasswords {
  readonly #url: string | null;
  readonly #failed: (error: unknown) => void;

  /** `failed` is called if the service did not answer, or gave an invalid answer. */
  constructor(url: string | null, failed: (error: unknown) => void) {
    this.#url = url;
    this.#failed = failed;
  }

  /** True if the service knows a password as leaked; false if it doesn't answer: an outage blocks nobody. */
  async has(password: string): Promise<boolean> {
    if (this.#url === null) return false;
    const hash = createHash('sha1').update(password).digest('hex').toUpperCase();
    try {
      const answer = await fetch(this.#url + hash.slice(0, SENT_CHARACTERS), {
        headers: { 'add-padding': 'true' },
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (!answer.ok) throw new Error(`The service answers ${answer.status}`);
      return isListed(await answer.text(), hash.slice(SENT_CHARACTERS));
    } catch (error) {
      this.#failed(error);
      return false;
    }
  }
}

/** A line is the rest of a hash, a colon and a count; 0 is padding. */
function isListed(lines: string, rest: string): boolean {
  return lines.split(/\r?\n/).some((line) => {
    const [hash, count] = line.split(':');
    return hash?.toUpperCase() === rest && Number(count) > 0;
  });
}
