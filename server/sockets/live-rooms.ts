import { projectPresence } from '../../domain/debate/project.ts';
import type { DebateRoom } from '../log/debate-room.ts';
import { Broadcaster } from './broadcaster.ts';
import type { LiveServer } from './connection.ts';
import { PointerBoard } from './pointer-board.ts';
import { PresenceBoard } from './presence-board.ts';
import { PresenceSender } from './presence-sender.ts';
import { QuietRoom } from './quiet-room.ts';

export interface LiveRoom {
  readonly broadcaster: Broadcaster;
  readonly presence: PresenceBoard;
  readonly pointers: PointerBoard;
  readonly quiet: QuietRoom;
}

/** What belongs to an open room on the socket side; gone with the room. */
export class LiveRooms {
  readonly #io: LiveServer;
  readonly #sharedFrames: boolean;
  readonly #byRoom = new WeakMap<DebateRoom, LiveRoom>();
  readonly #byDebate = new Map<string, WeakRef<DebateRoom>>();

  constructor(io: LiveServer, sharedFrames: boolean) {
    this.#io = io;
    this.#sharedFrames = sharedFrames;
  }

  /** Called for every room before anything happens in it. */
  open(room: DebateRoom): void {
    const quiet = new QuietRoom(room.id, this.#io);
    const sender = new PresenceSender(this.#io, this.#sharedFrames);
    const live = {
      broadcaster: new Broadcaster(room, this.#io, this.#sharedFrames),
      presence: new PresenceBoard(room.id, sender, quiet, (here, audience) =>
        projectPresence(here, room.state, audience),
      ),
      pointers: new PointerBoard(room.id, this.#io, quiet),
      quiet,
    };
    this.#byRoom.set(room, live);
    this.#byDebate.set(room.id, new WeakRef(room));
  }

  of(room: DebateRoom): LiveRoom {
    const live = this.#byRoom.get(room);
    if (!live) throw new Error('A room was used before it was opened');
    return live;
  }

  /** Connections in a debate on this node. */
  presentIn(debateId: string): number {
    const room = this.#byDebate.get(debateId)?.deref();
    return room ? this.of(room).presence.size : 0;
  }
}
