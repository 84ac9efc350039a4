import { type Allowance, OF_A_PERSON, RateLimits } from '../sockets/rate-limits.ts';

const HOUR = 3_600;
/** Milliseconds between looks for addresses that have been quiet. */
const SWEEP_EVERY = 60_000;

/** Guests from one address: all of a lecture hall of a thousand within a minute, and half a person a second on. */
export const GUESTS_OF_AN_ADDRESS: Allowance = { burst: 1_200, perSecond: 0.5 };
/** Debates one person makes: one for each group of a large class, in an hour. */
export const DEBATES_OF_A_PERSON: Allowance = { burst: 20, perSecond: 20 / HOUR };
/** Debates made from one address, however many names somebody takes. */
export const DEBATES_OF_AN_ADDRESS: Allowance = { burst: 60, perSecond: 60 / HOUR };

/** Files somebody takes away, those of all who read without a name at one address together. */
export const EXPORTS_OF_A_PERSON: Allowance = { burst: 30, perSecond: 0.5 };

/** Looks at how people voted: a tab that stays open asks once in two seconds at most, and people have several. */
export const LOOKS_OF_A_PERSON: Allowance = { burst: 60, perSecond: 5 };
/** Those of all who read without a name at one address: a lecture hall. */
export const LOOKS_OF_AN_ADDRESS: Allowance = { burst: 1_200, perSecond: 300 };
/** Looks somebody takes at how a debate was or came to be: a history is played, and dragged through, many moments a second. */
export const LOOKS_BACK_OF_A_PERSON: Allowance = { burst: 240, perSecond: 10 };

/** Searches of all debates by one person: as fast as one types and sends, and no faster for long. */
export const SEARCHES_OF_A_PERSON: Allowance = { burst: 60, perSecond: 1 };

/** Files somebody brings, to look at or to make debates of: each may take a processor for seconds. */
export const IMPORTS_OF_A_PERSON: Allowance = { burst: 20, perSecond: 1 / 30 };

/** How many people, debates, files and operations may come to this installation over HTTP, through this node. */
export class Arrivals {
  readonly #address: () => string;
  readonly #guests = new RateLimits(GUESTS_OF_AN_ADDRESS);
  readonly #debatesOfPerson = new RateLimits(DEBATES_OF_A_PERSON);
  readonly #debatesOfAddress = new RateLimits(DEBATES_OF_AN_ADDRESS);
  readonly #exports = new RateLimits(EXPORTS_OF_A_PERSON);
  readonly #looksBack = new RateLimits(LOOKS_BACK_OF_A_PERSON);
  readonly #searches = new RateLimits(SEARCHES_OF_A_PERSON);
  readonly #imports = new RateLimits(IMPORTS_OF_A_PERSON);
  readonly #looks = new RateLimits(LOOKS_OF_A_PERSON);
  readonly #looksOfAddress = new RateLimits(LOOKS_OF_AN_ADDRESS);
  readonly #operations = new RateLimits(OF_A_PERSON);
  readonly #sweeping: NodeJS.Timeout;

  /** `address`: where the request under way comes from. */
  constructor(address: () => string) {
    this.#address = address;
    this.#sweeping = setInterval(() => {
      for (const limits of [
        this.#guests,
        this.#debatesOfPerson,
        this.#debatesOfAddress,
        this.#exports,
        this.#looksBack,
        this.#searches,
        this.#imports,
        this.#looks,
        this.#looksOfAddress,
        this.#operations,
      ])
        limits.sweep();
    }, SWEEP_EVERY).unref();
  }

  /** Whether who asks may become one more guest; if so, that is counted. */
  mayAddGuest(): boolean {
    return this.#guests.take(this.#address(), 1);
  }

  /** Whether a person may make one more debate; if so, that is counted. */
  mayMakeDebate(personId: string): boolean {
    return this.#debatesOfPerson.take(personId, 1) && this.#debatesOfAddress.take(this.#address(), 1);
  }

  /** Whether one more debate may be written as a file for a person, or for who has no name (null); if so, that is counted. */
  mayExport(personId: string | null): boolean {
    return this.#exports.take(personId ?? this.#address(), 1);
  }

  /** Whether a person, or who has no name (null), may look at the past once more; if so, that is counted. */
  mayLookBack(personId: string | null): boolean {
    return this.#looksBack.take(personId ?? this.#address(), 1);
  }

  /** Whether a person, or who has no name (null), may search all debates once more; if so, that is counted. */
  maySearch(personId: string | null): boolean {
    return this.#searches.take(personId ?? this.#address(), 1);
  }

  /** Whether a person may bring one more file; if so, that is counted. */
  mayImport(personId: string): boolean {
    return this.#imports.take(personId, 1);
  }

  /** Whether a person, or who has no name (null), may look once more at how people voted; if so, that is counted. */
  mayLook(personId: string | null): boolean {
    return personId === null ? this.#looksOfAddress.take(this.#address(), 1) : this.#looks.take(personId, 1);
  }

  /** Whether a person may ask for something of this cost, in operations, as over a connection; if so, that is counted. */
  mayAct(personId: string, cost: number): boolean {
    return this.#operations.take(personId, cost);
  }

  stop(): void {
    clearInterval(this.#sweeping);
  }
}
