import { hash as hashArgon2, type Options, verify as verifyArgon2 } from '@node-rs/argon2';

/** argon2id with the minimum parameters of OWASP: 19 MiB, two passes, one lane. */
const COST: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Hashes computed at once: the thread pool has other work too. */
const AT_ONCE = 2;
/** Maximum waiting hashes: some seconds of computing, or a lecture hall that signs in at once. */
const WAITING = 300;

/** Hashes and compares passwords, a few at once. Throws `TooManyPasswords` if too many wait already. */
export class PasswordHashes {
  readonly #waiting: number;
  readonly #turns: (() => void)[] = [];
  #computing = 0;
  #nobody: Promise<string> | null = null;

  constructor(waiting = WAITING) {
    this.#waiting = waiting;
  }

  hash(password: string): Promise<string> {
    return this.#inTurn(() => hashArgon2(password, COST));
  }

  /** Compares; with `null`, for a person without a password, it takes as long and returns false. */
  async matches(hash: string | null, password: string): Promise<boolean> {
    this.#nobody ??= hashArgon2('nobody has this password', COST);
    const compared = hash ?? (await this.#nobody);
    const same = await this.#inTurn(() => verifyArgon2(compared, password));
    return hash !== null && same;
  }

  async #inTurn<T>(compute: () => Promise<T>): Promise<T> {
    if (this.#computing < AT_ONCE) this.#computing += 1;
    else {
      if (this.#turns.length >= this.#waiting) throw new TooManyPasswords();
      // A finished task hands its slot over directly, so that no other task takes it in between.
      await new Promise<void>((resolve) => this.#turns.push(resolve));
    }
    try {
      return await compute();
    } finally {
      const next = this.#turns.shift();
      if (next) next();
      else this.#computing -= 1;
    }
  }
}

/** Too many passwords wait for the server to compare them within some seconds. */
export class TooManyPasswords extends Error {}
