import { isQuietRoom } from '../../domain/protocol/quiet-room.ts';
import { channel, type LiveServer } from './connection.ts';

/** Connections over which changes are told less often, and pointers to those alone who take part. */
const CROWD_OVER = 30;

/**
 * Whether one debate's room is quiet; everybody in it is told when that changes. People who take part make it so, each once,
 * whatever their tabs: readers without a name, who may be anybody and any number, only make it crowded.
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

  /** Whether so many connections are here that each thing told to all of them costs. */
  get isCrowded(): boolean {
    return this.#crowded;
  }

  /** `listener` hears each time that it is crowded no more. */
  onThinned(listener: () => void): void {
    this.#thinned.push(listener);
  }

  /** So many take part in the debate and are here now, over so many connections in all. */
  count(people: number, connections: number): void {
    const wasCrowded = this.#crowded;
    this.#crowded = connections > CROWD_OVER;
    if (wasCrowded && !this.#crowded) for (const tell of this.#thinned) tell();
    const quiet = isQuietRoom(people, this.#quiet);
    if (quiet === this.#quiet) return;
    this.#quiet = quiet;
    this.#io.local.to(channel.debate(this.#debateId)).emit('quiet', { quiet });
  }
}
