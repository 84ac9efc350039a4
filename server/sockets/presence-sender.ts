import type { Audience } from '../../domain/debate/engine/project.ts';
import type { PresenceUpdate, Present } from '../../domain/protocol/server-messages.ts';
import type { LiveServer } from './connection.ts';
import { bytesWaiting } from './outgoing-budget.ts';
import { eventText, textFrame, writeShared } from './shared-frame.ts';

/** Bytes waiting for a client beyond which it is told nothing more of who is here. */
const BYTES = 1024 * 1024;

/** Tells connections who is here. Those that do not keep up are left out, and told all of it when they have read. */
export class PresenceSender {
  readonly #io: LiveServer;
  readonly #sharedFrames: boolean;
  readonly #behind = new Set<string>();

  /** `sharedFrames`: as with a `Broadcaster`. */
  constructor(io: LiveServer, sharedFrames: boolean) {
    this.#io = io;
    this.#sharedFrames = sharedFrames;
  }

  /** Whether somebody is to be told what they have missed. */
  get owes(): boolean {
    return this.#behind.size > 0;
  }

  /** Sends what changed to a channel; `all` is everybody who is here, for those who have missed something. */
  send(to: string, update: PresenceUpdate, all: () => PresenceUpdate): void {
    const nothing = update.here.length === 0 && update.gone.length === 0 && !update.all;
    const shared = nothing || !this.#sharedFrames ? null : textFrame(eventText('presence', update));
    for (const id of this.#io.of('/').adapter.rooms.get(to) ?? []) {
      const socket = this.#io.of('/').sockets.get(id);
      if (!socket) continue;
      if (bytesWaiting(socket) > BYTES) this.#behind.add(id);
      else if (this.#behind.delete(id)) socket.emit('presence', all());
      else if (!nothing && !(shared && writeShared(socket, () => shared))) socket.emit('presence', update);
    }
  }

  forget(socketId: string): void {
    this.#behind.delete(socketId);
  }
}

/** What an audience is told of those who are here. */
export type ProjectHere = (here: readonly Present[], audience: Audience) => readonly Present[];
