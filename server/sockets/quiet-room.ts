import { isQuietRoom } from '../../domain/protocol/quiet-room.ts';
import { channel, type LiveServer } from './connection.ts';

/** Whether one debate's room is quiet; everybody in it is told when that changes. */
export class QuietRoom {
  readonly #debateId: string;
  readonly #io: LiveServer;
  #quiet = false;

  constructor(debateId: string, io: LiveServer) {
    this.#debateId = debateId;
    this.#io = io;
  }

  get on(): boolean {
    return this.#quiet;
  }

  /** So many connections are here now. */
  count(connections: number): void {
    const quiet = isQuietRoom(connections, this.#quiet);
    if (quiet === this.#quiet) return;
    this.#quiet = quiet;
    this.#io.local.to(channel.debate(this.#debateId)).emit('quiet', { quiet });
  }
}
