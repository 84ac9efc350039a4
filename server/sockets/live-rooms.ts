import type { DebateRoom } from '../log/debate-room.ts';
import { Broadcaster } from './broadcaster.ts';
import { CaretBoard } from './caret-board.ts';
import type { LiveServer } from './connection.ts';
import { PresenceBoard } from './presence-board.ts';
import { TextSealer } from './text-sealer.ts';

export interface LiveRoom {
  readonly broadcaster: Broadcaster;
  readonly presence: PresenceBoard;
  readonly carets: CaretBoard;
}

/** What belongs to an open room on the socket side; gone with the room. */
export class LiveRooms {
  readonly #io: LiveServer;
  readonly #sharedFrames: boolean;
  readonly #byRoom = new WeakMap<DebateRoom, LiveRoom>();
  readonly #byDebate = new Map<string, WeakRef<DebateRoom>>();
  readonly #stopping = new AbortController();

  constructor(io: LiveServer, sharedFrames: boolean) {
    this.#io = io;
    this.#sharedFrames = sharedFrames;
  }

  /** Called for every room before anything happens in it. */
  open(room: DebateRoom): void {
    const carets = new CaretBoard(room.id, this.#io);
    const live = {
      broadcaster: new Broadcaster(room, this.#io, this.#sharedFrames),
      presence: new PresenceBoard(room.id, this.#io),
      carets,
    };
    const sealer = new TextSealer(room, (text) => carets.isOpen(text), this.#stopping.signal);
    carets.onClosed((text) => sealer.closed(text));
    this.#byRoom.set(room, live);
    this.#byDebate.set(room.id, new WeakRef(room));
  }

  /** Nothing more is done by itself in any room. */
  stop(): void {
    this.#stopping.abort();
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
