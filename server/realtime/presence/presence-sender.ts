import type { Audience } from '#domain/debate/engine/project.ts';
import type { PresenceUpdate, Present } from '#domain/protocol/server-messages.ts';
import type { LiveServer, LiveSocket } from '../connection.ts';
import { bytesWaiting } from '../outgoing-budget.ts';
import { eventText, idleStream, textFrame } from '../shared-frame.ts';

/** Unread bytes of a client beyond which it is sent no more presence. */
const BYTES = 1024 * 1024;

/** Sends presence to connections. Those that don't keep up are skipped, and sent the full state once they have read. */
export class PresenceSender {
  readonly #io: LiveServer;
  readonly #sharedFrames: boolean;
  readonly #behind = new Set<string>();

  /** `sharedFrames`: as with a `Broadcaster`. */
  constructor(io: LiveServer, sharedFrames: boolean) {
    this.#io = io;
    this.#sharedFrames = sharedFrames;
  }

  /** True if a connection is still owed what it missed. */
  get owes(): boolean {
    return this.#behind.size > 0;
  }

  /** Sends changes to a channel; `all` is everyone who is here, for connections that missed something. */
  send(to: string, update: PresenceUpdate, all: () => PresenceUpdate): void {
    const nothing = update.here.length === 0 && update.gone.length === 0 && !update.all;
    const shared = nothing || !this.#sharedFrames ? null : textFrame(eventText('presence', update));
    const sendUpdate = (socket: LiveSocket) => {
      const stream = shared && idleStream(socket);
      if (stream) stream.write(shared);
      else socket.emit('presence', update);
    };
    const { adapter, sockets } = this.#io.of('/');
    for (const id of adapter.rooms.get(to) ?? []) {
      const socket = sockets.get(id);
      if (!socket) continue;
      if (bytesWaiting(socket) > BYTES) this.#behind.add(id);
      else if (this.#behind.delete(id)) socket.emit('presence', all());
      else if (!nothing) sendUpdate(socket);
    }
  }

  forget(socketId: string): void {
    this.#behind.delete(socketId);
  }
}

/** Projects presence for an audience. */
export type ProjectHere = (here: readonly Present[], audience: Audience) => readonly Present[];
