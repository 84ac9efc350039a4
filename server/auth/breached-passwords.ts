import { createHash } from 'node:crypto';

/** Characters of the hash that are told: some hundred passwords share them, and which is asked for stays here. */
const TOLD = 5;
/** Milliseconds to wait for the answer. */
const PATIENCE = 3_000;

/**
 * Asks a service of leaked passwords about one, as Have I Been Pwned's range API does it: it is told five characters of the SHA-1,
 * and answers all hashes that begin so. Only where the operator has named a service.
 */
export class BreachedPasswords {
  readonly #url: string | null;
  readonly #failed: (error: unknown) => void;

  /** `failed` hears when the service did not answer, or not as it should. */
  constructor(url: string | null, failed: (error: unknown) => void) {
    this.#url = url;
    this.#failed = failed;
  }

  /** Whether the service knows a password as leaked; false where it does not answer: it stands in nobody's way. */
  async has(password: string): Promise<boolean> {
    if (this.#url === null) return false;
    const hash = createHash('sha1').update(password).digest('hex').toUpperCase();
    try {
      const answer = await fetch(this.#url + hash.slice(0, TOLD), {
        headers: { 'add-padding': 'true' },
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (!answer.ok) throw new Error(`The service answers ${answer.status}`);
      return isListed(await answer.text(), hash.slice(TOLD));
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
