import { RateLimits } from '../sockets/rate-limits.ts';

/**
 * How often may be tried what can be guessed, in a burst and each second in the long run. An address may be that of a
 * lecture hall behind one router, so it gets far more than a person.
 */
export const ATTEMPT_PACE = {
  /** From one network address, whatever is tried. */
  address: { burst: 1_000, perSecond: 5 },
  /** Passwords of one account, from browsers that were never signed in to it. */
  account: { burst: 10, perSecond: 1 / 10 },
  /** Passwords of one account, from one browser that was: strangers cannot use this up. */
  knownBrowser: { burst: 10, perSecond: 1 / 5 },
  /** Codes of the authenticator app of one account, from browsers that were never signed in to it. */
  factor: { burst: 5, perSecond: 1 / 120 },
  /** The same, from one that was: strangers who know the password cannot use this up. */
  knownFactor: { burst: 10, perSecond: 1 / 60 },
  /** Mails to one inbox, whatever addresses it has. */
  mail: { burst: 5, perSecond: 1 / 120 },
  /** Codes of mails, typed in one browser that asked for some. */
  mailCode: { burst: 10, perSecond: 1 / 60 },
  /** All passwords, codes and mails of this server. */
  all: { burst: 5_000, perSecond: 50 },
} as const;

export type AttemptKind = keyof typeof ATTEMPT_PACE;

/** Milliseconds between two times of forgetting who has been quiet. */
const SWEEP_EVERY = 60_000;

/**
 * Slows down guessing. Nobody is locked out: who finds the tries of an account used up by others still signs in on a
 * browser that was signed in to it before, or by a link in a mail.
 */
export class Attempts {
  readonly #limits: Readonly<Record<AttemptKind, RateLimits>>;
  #sweptAt = 0;

  constructor() {
    const kinds = Object.entries(ATTEMPT_PACE).map(([kind, pace]) => [kind, new RateLimits(pace)]);
    this.#limits = Object.fromEntries(kinds);
  }

  /** Counts a try against each of these; false where one of them has to wait. */
  take(tries: readonly (readonly [kind: AttemptKind, key: string])[]): boolean {
    this.#sweep();
    return [...tries, ['all', ''] as const].every(([kind, key]) => this.#limits[kind].take(key, 1));
  }

  #sweep(): void {
    const now = performance.now();
    if (now - this.#sweptAt < SWEEP_EVERY) return;
    this.#sweptAt = now;
    for (const limits of Object.values(this.#limits)) limits.sweep();
  }
}
