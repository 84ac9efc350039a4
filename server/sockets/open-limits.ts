import type { Refusal } from '../../domain/protocol/server-messages.ts';
import { MISSED_COST, OPEN_CHARACTERS } from '../limits/event-costs.ts';
import type { Limiter } from '../limits/limiter.ts';
import type { LiveSocket } from './connection.ts';
import { countedAlone } from './inbound.ts';

/**
 * What opening debates may cost: a sender, and over all connections their address. What fails is charged to the sender
 * alone, so that nobody drains what they share with their neighbours by asking for what is not there.
 */
export class OpenLimits {
  readonly #limiter: Limiter;

  constructor(limiter: Limiter) {
    this.#limiter = limiter;
  }

  /** Asked first: who is over the limit costs no reading of the database. */
  mayOpen(socket: LiveSocket): boolean {
    const { address } = socket.data;
    if (!this.#limiter.take('events', countedAlone(socket), MISSED_COST)) return false;
    if (this.#limiter.take('openings', { address })) return true;
    this.#limiter.giveBack('events', countedAlone(socket), MISSED_COST);
    return false;
  }

  /** Whether a connection may be told so much (characters of JSON) now; if so, that is charged. */
  mayReceive(socket: LiveSocket, characters: number): boolean {
    const price = characters / OPEN_CHARACTERS;
    const { address } = socket.data;
    return (
      this.#limiter.take('openings', { address }, price) &&
      this.#limiter.take('events', countedAlone(socket), price)
    );
  }

  /** Charges what has come of an opening that `mayOpen` let through, and passes it on. */
  settle<T extends object>(socket: LiveSocket, outcome: T | Refusal): T | Refusal {
    const missed = 'ok' in outcome && outcome.ok === false && isMissed(outcome);
    if (missed) this.#limiter.giveBack('openings', { address: socket.data.address });
    else this.#limiter.giveBack('events', countedAlone(socket), MISSED_COST);
    return outcome;
  }
}

function isMissed({ rejection: { code } }: Refusal): boolean {
  return code === 'debate_not_found' || code === 'protocol_mismatch';
}
