import { isQuietRoom } from '#domain/protocol/quiet-room.ts';
import { channel, type LiveServer } from '../connection.ts';

/** Connections over which changes are sent less often, and pointers only to participants. */
const CROWD_OVER = 30;

/**
 * Tracks whether one debate's room is quiet; everyone in it is notified when that changes. Participants make it quiet, each counted once,
 * however many tabs they have: readers without a name, of whom there can be any number, only make it crowded.
 */
export class PointerThrottle {
  readonly #debateId: string;
  readonly #io: LiveServer;
  #quiet = false;
  #crowded = false;
  readonly #thinned: (() => void)[] = [];

  constructor(debateId: string, io: LiveServer) {
    this.#debateId = debateId;
    this.#io = io;
  }

  get on(): boolean {
    return this.#quiet;
  }

  /** True if so many connections are here that sending anything to all of them is expensive. */
  get isCrowded(): boolean {
    return this.#crowded;
  }

  /** Calls `listener` each time the room is no longer crowded. */
  onThinned(listener: () => void): void {
    this.#thinned.push(listener);
  }

  /** Sets how many participants are here now, and over how many connections in all. */
  count(people: number, connections: number): void {
    const wasCrowded = this.#crowded;
    this.#crowded = connections > CROWD_OVER;
    if (wasCrowded && !this.#crowded) for (const notify of this.#thinned) notify();
    const quiet = isQuietRoom(people, this.#quiet);
    if (quiet === this.#quiet) return;
    this.#quiet = quiet;
    this.#io.local.to(channel.debate(this.#debateId)).emit('pointersMuted', { muted: quiet });
  }
}
