import type { Refusal } from '../../domain/protocol/server-messages.ts';
import type { LiveSocket } from './connection.ts';
import { senderOf } from './inbound.ts';
import type { RateLimits } from './rate-limits.ts';

/** Characters of the answer to `open` for the price of one event. */
const OPEN_CHARACTERS = 64 * 1024;
/**
 * What opening what is not there costs the sender besides: nobody who was given an address does it often. Held back while
 * an opening is under way, so that many at once are none too many either: a person's twenty tabs may come back together.
 */
const MISSED_COST = 4;

/**
 * What opening debates may cost: a sender, and over all connections their address. What fails is charged to the sender
 * alone, so that nobody drains what they share with their neighbours by asking for what is not there.
 */
export class OpenLimits {
  readonly #senders: RateLimits;
  readonly #addresses: RateLimits;
  readonly #addressOf: (socket: LiveSocket) => string;

  constructor(senders: RateLimits, addresses: RateLimits, addressOf: (socket: LiveSocket) => string) {
    this.#senders = senders;
    this.#addresses = addresses;
    this.#addressOf = addressOf;
  }

  /** Asked first: who is over the limit costs no reading of the database. */
  mayOpen(socket: LiveSocket): boolean {
    const [sender, address] = [senderOf(socket), this.#addressOf(socket)];
    if (!this.#senders.take(sender, MISSED_COST)) return false;
    if (this.#addresses.take(address, 1)) return true;
    this.#senders.giveBack(sender, MISSED_COST);
    return false;
  }

  /** Whether a connection may be told so much (characters of JSON) now; if so, that is charged. */
  mayReceive(socket: LiveSocket, characters: number): boolean {
    const price = characters / OPEN_CHARACTERS;
    return (
      this.#addresses.take(this.#addressOf(socket), price) && this.#senders.take(senderOf(socket), price)
    );
  }

  /** Charges what has come of an opening that `mayOpen` let through, and passes it on. */
  settle<T extends object>(socket: LiveSocket, outcome: T | Refusal): T | Refusal {
    const missed = 'ok' in outcome && outcome.ok === false && isMissed(outcome);
    if (missed) this.#addresses.giveBack(this.#addressOf(socket), 1);
    else this.#senders.giveBack(senderOf(socket), MISSED_COST);
    return outcome;
  }
}

function isMissed({ rejection: { code } }: Refusal): boolean {
  return code === 'debate_not_found' || code === 'protocol_mismatch';
}
