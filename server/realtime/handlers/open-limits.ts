import type { Refusal } from '#domain/debate/engine/refusal.ts';
import { MISSED_COST, OPEN_CHARACTERS } from '../../limits/event-costs.ts';
import type { Limiter } from '../../limits/limiter.ts';
import type { LiveSocket } from '../connection.ts';
import { countedAlone } from '../inbound.ts';

/**
 * Limits the cost of opening debates: per sender, and per address over all its connections. Failures are charged to the sender alone, so
 * that nobody uses up a shared allowance by requesting what doesn't exist.
 */
export class OpenLimits {
  readonly #limiter: Limiter;

  constructor(limiter: Limiter) {
    this.#limiter = limiter;
  }

  /** Checked first: a sender over the limit costs no database read. */
  mayOpen(socket: LiveSocket): boolean {
    const { address } = socket.data;
    if (!this.#limiter.take('events', countedAlone(socket), MISSED_COST)) return false;
    if (this.#limiter.take('openings', { address })) return true;
    this.#limiter.giveBack('events', countedAlone(socket), MISSED_COST);
    return false;
  }

  /** Returns true if this much (characters of JSON) may be sent to a connection now, and charges it. */
  mayReceive(socket: LiveSocket, characters: number): boolean {
    const price = characters / OPEN_CHARACTERS;
    const { address } = socket.data;
    return (
      this.#limiter.take('openings', { address }, price) &&
      this.#limiter.take('events', countedAlone(socket), price)
    );
  }

  /** Charges the outcome of an opening that `mayOpen` allowed, and returns it. */
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
