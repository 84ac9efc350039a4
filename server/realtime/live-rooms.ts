import { sourceOf, textIn } from '#domain/debate/texts/texts.ts';
import { projectPointer } from '#domain/protocol/project-pointer.ts';
import { projectPresence, viewerIn } from '../../domain/debate/engine/project.ts';
import { isAnonymous } from '../../domain/debate/head/names.ts';
import { hidesClaims } from '../../domain/debate/phases/phases.ts';
import { visibilityChangeRoots } from '../../domain/debate/projection/reprojected.ts';
import type { Pointer } from '../../domain/protocol/pointer-messages.ts';
import { projectCaret } from '../../domain/protocol/project-caret.ts';
import type { PresenceUpdate } from '../../domain/protocol/server-messages.ts';
import type { CaretUpdate } from '../../domain/sync/carets.ts';
import type { DebateRoom } from '../log/debate-room.ts';
import { type Meters, NO_METERS } from '../metrics/meters.ts';
import { Broadcaster } from './broadcaster.ts';
import type { LiveServer } from './connection.ts';
import { endConnectionsIn } from './end-connections.ts';
import { maySee } from './may-see.ts';
import { CaretBoard } from './presence/caret-board.ts';
import { PointerBoard } from './presence/pointer-board.ts';
import { PointerThrottle } from './presence/pointer-throttle.ts';
import { PresenceBoard } from './presence/presence-board.ts';
import { PresenceSender } from './presence/presence-sender.ts';
import { SINGLE_NODE } from './relay/single-node.ts';
import { TextSealer } from './text-sealer.ts';

export interface LiveRoom {
  readonly broadcaster: Broadcaster;
  readonly presence: PresenceBoard;
  readonly pointers: PointerBoard;
  readonly quiet: PointerThrottle;
  readonly carets: CaretBoard;
}

/** Called with changes among this node's connections in a debate, for other nodes. */
export interface PublishToNodes {
  presence(debateId: string, update: PresenceUpdate): void;
  carets(debateId: string, update: CaretUpdate): void;
  pointers(debateId: string, moved: readonly Pointer[]): void;
}

/** The socket side of an open room; removed with the room. */
export class LiveRooms {
  readonly #io: LiveServer;
  readonly #sharedFrames: boolean;
  readonly #meters: Meters;
  #publishToNodes: PublishToNodes = SINGLE_NODE.publish;
  readonly #byRoom = new WeakMap<DebateRoom, LiveRoom>();
  readonly #byDebate = new Map<string, WeakRef<DebateRoom>>();
  readonly #stopping = new AbortController();

  constructor(io: LiveServer, sharedFrames: boolean, meters = NO_METERS) {
    this.#meters = meters;
    this.#io = io;
    this.#sharedFrames = sharedFrames;
  }

  /** From now on other nodes hear of changes here. */
  publishTo(nodes: PublishToNodes): void {
    this.#publishToNodes = nodes;
  }

  /** Called for every room before anything happens in it. */
  open(room: DebateRoom): void {
    const failed = (error: unknown) => room.fault(error);
    const quiet = new PointerThrottle(room.id, this.#io);
    const sender = new PresenceSender(this.#io, this.#sharedFrames);
    const carets: CaretBoard = new CaretBoard(room.id, {
      io: this.#io,
      closed: (text, participantId) => sealer.closed(text, participantId),
      isShownTo: (text, viewer) =>
        textIn(room.state, text) !== null && maySee(room.state, sourceOf(text).id, viewer),
      project: (caret, alias) => projectCaret(caret, room.state, alias),
      publishToNodes: (update) => this.#publishToNodes.carets(room.id, update),
      failed,
    });
    const sealer = new TextSealer(room, (text) => carets.isOpen(text), this.#stopping.signal);
    const pointers = new PointerBoard(room.id, {
      project: (pointer) => projectPointer(pointer, room.state),
      io: this.#io,
      quiet,
      isBarred: () => isAnonymous(room.state) || hidesClaims(room.state),
      publishToNodes: (moved) => this.#publishToNodes.pointers(room.id, moved),
      failed,
    });
    const presence = new PresenceBoard(room.id, {
      sender,
      quiet,
      project: (here, audience) => projectPresence(here, room.state, audience),
      isCounted: () => isAnonymous(room.state),
      isBlind: () => hidesClaims(room.state),
      publishToNodes: (update) => this.#publishToNodes.presence(room.id, update),
      failed,
      goneElsewhere: (connection) => {
        pointers.remove(connection);
        carets.forget(connection);
      },
    });
    room.onEntries((entries, state) => {
      if (entries.some(({ effect }) => effect.type.startsWith('agenda.')) && hidesClaims(state))
        presence.blind();
      if (visibilityChangeRoots(entries, state, viewerIn('readers', null)).length > 0) presence.reproject();
    });
    const broadcaster = new Broadcaster(room, this.#io, this.#sharedFrames, this.#meters);
    const live = { broadcaster, presence, pointers, quiet, carets };
    room.onFault(() => endConnectionsIn(this.#io, room.id));
    this.#byRoom.set(room, live);
    this.#byDebate.set(room.id, new WeakRef(room));
  }

  /** Stops all timers in every room. */
  stop(): void {
    this.#stopping.abort();
  }

  of(room: DebateRoom): LiveRoom {
    const live = this.#byRoom.get(room);
    if (!live) throw new Error('A room was used before it was opened');
    return live;
  }

  /** The debates open on this node. */
  boards(): Map<string, LiveRoom> {
    const boards = new Map<string, LiveRoom>();
    for (const [debateId, reference] of this.#byDebate) {
      const room = reference.deref();
      if (room) boards.set(debateId, this.of(room));
      else this.#byDebate.delete(debateId);
    }
    return boards;
  }

  /** The room of a debate that is open on this node. */
  roomOf(debateId: string): DebateRoom | undefined {
    return this.#byDebate.get(debateId)?.deref();
  }

  /** Connections in a debate on this node. */
  presentIn(debateId: string): number {
    const room = this.roomOf(debateId);
    return room ? this.of(room).presence.own().length : 0;
  }
}
