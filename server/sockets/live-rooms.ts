import { projectPresence } from '../../domain/debate/project.ts';
import type { PresenceUpdate } from '../../domain/protocol/server-messages.ts';
import type { DebateRoom } from '../log/debate-room.ts';
import { Broadcaster } from './broadcaster.ts';
import { CaretBoard } from './caret-board.ts';
import type { LiveServer } from './connection.ts';
import { PointerBoard } from './pointer-board.ts';
import { PresenceBoard } from './presence-board.ts';
import { PresenceSender } from './presence-sender.ts';
import { QuietRoom } from './quiet-room.ts';
import { TextSealer } from './text-sealer.ts';

export interface LiveRoom {
  readonly broadcaster: Broadcaster;
  readonly presence: PresenceBoard;
  readonly pointers: PointerBoard;
  readonly quiet: QuietRoom;
  readonly carets: CaretBoard;
}

/** What belongs to an open room on the socket side; gone with the room. */
export class LiveRooms {
  readonly #io: LiveServer;
  readonly #sharedFrames: boolean;
  readonly #presenceChanged: (debateId: string, update: PresenceUpdate) => void;
  readonly #byRoom = new WeakMap<DebateRoom, LiveRoom>();
  readonly #byDebate = new Map<string, WeakRef<DebateRoom>>();
  readonly #stopping = new AbortController();

  /** `presenceChanged` hears of changes among this node's connections. */
  constructor(
    io: LiveServer,
    sharedFrames: boolean,
    presenceChanged: (debateId: string, update: PresenceUpdate) => void,
  ) {
    this.#io = io;
    this.#sharedFrames = sharedFrames;
    this.#presenceChanged = presenceChanged;
  }

  /** Called for every room before anything happens in it. */
  open(room: DebateRoom): void {
    const carets = new CaretBoard(room.id, this.#io);
    const quiet = new QuietRoom(room.id, this.#io);
    const sender = new PresenceSender(this.#io, this.#sharedFrames);
    const live = {
      broadcaster: new Broadcaster(room, this.#io, this.#sharedFrames),
      presence: new PresenceBoard(room.id, {
        sender,
        quiet,
        project: (here, audience) => projectPresence(here, room.state, audience),
        tellNodes: (update) => this.#presenceChanged(room.id, update),
      }),
      pointers: new PointerBoard(room.id, this.#io, quiet),
      quiet,
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

  /** Who is here, in each debate open on this node. */
  boards(): Map<string, PresenceBoard> {
    const boards = new Map<string, PresenceBoard>();
    for (const [debateId, reference] of this.#byDebate) {
      const room = reference.deref();
      if (room) boards.set(debateId, this.of(room).presence);
      else this.#byDebate.delete(debateId);
    }
    return boards;
  }

  /** Connections in a debate on this node. */
  presentIn(debateId: string): number {
    const room = this.#byDebate.get(debateId)?.deref();
    return room ? this.of(room).presence.own().length : 0;
  }
}
