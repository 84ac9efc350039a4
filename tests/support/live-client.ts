import { gunzipSync } from 'node:zlib';
import { io, type Socket } from 'socket.io-client';
import { decide } from '../../domain/debate/engine/decide.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { Refusal } from '../../domain/debate/engine/refusal.ts';
import { type DebateSnapshot, fromSnapshot, toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { type ClientEvents, LIVE_PATH, type ServerEvents } from '../../domain/protocol/events.ts';
import type { GroupOverview } from '../../domain/protocol/group-messages.ts';
import type { Pointer } from '../../domain/protocol/pointer-messages.ts';
import type {
  Closing,
  Frame,
  Person,
  PresenceUpdate,
  Welcome,
} from '../../domain/protocol/server-messages.ts';
import { PROTOCOL_VERSION } from '../../domain/protocol/version.ts';
import { decodeWelcome, type WelcomeWire } from '../../domain/protocol/welcome-wire.ts';
import type { CaretUpdate } from '../../domain/sync/carets.ts';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';
import { createReplica, type Replica, receive, resetToSnapshot } from '../../domain/sync/replica.ts';

/** A raw client of the live protocol, for tests of the server: it sends what a test asks for and stores what it receives. */
export interface LiveClient {
  readonly socket: Socket<ServerEvents, ClientEvents>;
  readonly frames: Frame[];
  readonly presence: PresenceUpdate[];
  readonly pointers: Pointer[];
  /** The messages about muted pointers, in order. */
  readonly quiet: boolean[];
  readonly carets: CaretUpdate[];
  readonly people: Person[];
  /** The latest message about small groups. */
  readonly groups: () => readonly GroupOverview[];
  readonly closings: Closing[];
  /** The id under which others know it in its open debate; empty if it gets no presence. */
  readonly connection: string;
  /** Kept, with the reason, when the connection has ended. */
  readonly closed: Promise<string>;
  /** `at`: the time of the entry `after`, where it knows that from elsewhere. */
  open(debateId: string, after?: number, unanswered?: number[], at?: number): Promise<Welcome | Refusal>;
  /** The server's time of an entry it has received. */
  timeOf(seq: number): number;
  submit(operation: Operation, clientSeq?: number, traceparent?: string): Promise<OperationAnswer>;
  /** Settles once a frame has brought everything up to a sequence number. */
  seen(seq: number): Promise<void>;
  /** The state after all welcomes and frames. */
  snapshot(): DebateSnapshot;
  /** Frames that did not begin where the welcome or the frame before had ended. */
  gaps(): string[];
  close(): void;
}

export interface LiveClientOptions {
  readonly cookie?: string;
  readonly clientId?: string;
  /** Opens debates as a stage. */
  readonly stage?: true;
  /** Its state from an earlier connection. */
  readonly knows?: DebateSnapshot;
  /** Additional headers of the handshake; an undefined one is left out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

let clients = 0;

/** Connects with a sign-in cookie, or as a reader nobody knows. Fails with what the server refuses it with. */
export async function connectLive(origin: string, options: LiveClientOptions = {}): Promise<LiveClient> {
  clients += 1;
  const clientId = options.clientId ?? `tab_test${clients}`;
  const socket = socketTo(origin, options);
  const debate = new ReceivedDebate(options.knows);
  socket.on('frame', (frame) => debate.hear(frame));
  const heard = listenTo(socket);
  const closed = new Promise<string>((resolve) => socket.on('disconnect', resolve));
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve);
    socket.on('connect_error', reject);
  });
  let clientSeq = 0;
  let connection = '';
  return {
    socket,
    get connection() {
      return connection;
    },
    ...heard,
    frames: debate.frames,
    closed,
    timeOf: (seq) => debate.timeOf(seq) ?? 0,
    open: (debateId, after = 0, unanswered = [], known = debate.timeOf(after) ?? 0) => {
      const message = {
        protocol: PROTOCOL_VERSION,
        debateId,
        clientId,
        after,
        at: known,
        unanswered,
        ...(options.stage && { stage: options.stage }),
      };
      // Taken in the very moment it comes: a frame may follow in the same packet.
      return new Promise<Welcome | Refusal>((resolve) => {
        socket.emit('open', message, (sent) => {
          const answer = unpacked(sent);
          if (answer.ok) {
            const { participantId, present } = answer;
            connection = present.findLast((here) => here.participantId === participantId)?.connection ?? '';
            debate.open(answer);
          }
          resolve(answer);
        });
      });
    },
    submit: (operation, seq, traceparent) => {
      if (seq === undefined) clientSeq += 1;
      return socket.emitWithAck('submit', {
        clientSeq: seq ?? clientSeq,
        operation,
        ...(traceparent !== undefined && { traceparent }),
      });
    },
    seen: (seq) => debate.seen(seq),
    snapshot: () => debate.snapshot(),
    gaps: () => debate.gaps,
    close: () => socket.disconnect(),
  };
}

function socketTo(origin: string, options: LiveClientOptions): Socket<ServerEvents, ClientEvents> {
  const headers = { origin, cookie: options.cookie, ...options.headers };
  return io(origin, {
    path: LIVE_PATH,
    transports: ['websocket'],
    extraHeaders: Object.fromEntries(
      Object.entries(headers).filter((header): header is [string, string] => header[1] !== undefined),
    ),
    reconnection: false,
    forceNew: true,
  });
}

/** The messages of a connection besides frames, as they come. */
function listenTo(socket: Socket<ServerEvents, ClientEvents>) {
  const presence: PresenceUpdate[] = [];
  const pointers: Pointer[] = [];
  const quiet: boolean[] = [];
  const carets: CaretUpdate[] = [];
  const people: Person[] = [];
  const closings: Closing[] = [];
  let groups: readonly GroupOverview[] = [];
  socket.on('presence', (update) => void presence.push(update));
  socket.on('pointers', (moved) => void pointers.push(...moved));
  socket.on('pointersMuted', (message) => void quiet.push(message.muted));
  socket.on('carets', (update) => void carets.push(update));
  socket.on('people', (more) => void people.push(...more));
  socket.on('groups', (message) => {
    groups = message;
  });
  socket.on('closing', (closing) => void closings.push(closing));
  return { presence, pointers, quiet, carets, people, closings, groups: () => groups };
}

/** A debate as a connection has received it. */
class ReceivedDebate {
  readonly frames: Frame[] = [];
  readonly gaps: string[] = [];
  readonly #waiting = new Set<() => void>();
  /** Of everything it has received, so that it can come back from anywhere. */
  readonly #times = new Map<number, number>();
  #replica: Replica;
  #at = 0;

  constructor(knows: DebateSnapshot | undefined) {
    this.#replica = createReplica(knows ? fromSnapshot(knows) : EMPTY_STATE, null, decide);
    this.#noteTime();
  }

  open({ state, participantId }: Welcome): void {
    if (state.kind === 'snapshot') {
      this.#replica = resetToSnapshot(this.#replica, fromSnapshot(state.snapshot), participantId);
      this.#noteTime();
    }
    this.#replica = { ...this.#replica, participantId };
    this.#take(state.frame);
    this.#noteTime();
  }

  hear(frame: Frame): void {
    this.frames.push(frame);
    if (frame.after > this.#at) this.gaps.push(`${frame.after} after ${this.#at}`);
    this.#take(frame);
    for (const check of this.#waiting) check();
  }

  seen(seq: number): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (this.#at < seq) return;
        this.#waiting.delete(check);
        resolve();
      };
      this.#waiting.add(check);
      check();
    });
  }

  timeOf(seq: number): number | undefined {
    return this.#times.get(seq);
  }

  snapshot(): DebateSnapshot {
    return toSnapshot(this.#replica.confirmed);
  }

  #take(frame: Frame): void {
    for (const entry of frame.entries) this.#times.set(entry.seq, entry.at);
    this.#times.set(frame.to, frame.at);
    this.#replica = receive(this.#replica, frame.to, frame.entries, frame.own, frame.at);
    this.#at = frame.to;
  }

  #noteTime(): void {
    const { seq, at } = this.#replica.confirmed;
    this.#times.set(seq, at);
  }
}

function unpacked(sent: WelcomeWire | Refusal): Welcome | Refusal {
  if (!sent.ok || sent.state.kind !== 'packed') return sent as Welcome | Refusal;
  return decodeWelcome(sent, sent.state, gunzipSync(Buffer.from(sent.state.packed, 'base64')).toString());
}
