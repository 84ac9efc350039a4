import type { OwnStanding } from '#domain/debate/engine/project.ts';
import type { CaretMessage } from '#domain/protocol/caret-messages.ts';
import type { OpenMessage, PresenceMessage, SubmitMessage } from '#domain/protocol/client-messages.ts';
import type { GroupOverview } from '#domain/protocol/group-messages.ts';
import type { Pointer, PointerMessage, PointersMuted } from '#domain/protocol/pointer-messages.ts';
import type { ReadMarksMessage } from '#domain/protocol/read-marks-messages.ts';
import type {
  AccessDenied,
  Closing,
  Frame,
  Person,
  PresenceUpdate,
  Welcome,
} from '#domain/protocol/server-messages.ts';
import type { CaretUpdate } from '#domain/sync/carets.ts';
import type { OperationAnswer } from '#domain/sync/pending-operation.ts';
import type { SentReadMarks } from '#domain/unread/sent-read-marks.ts';

/** Events that the transport reports to the store. */
export interface TransportListener {
  connected(): void;
  disconnected(): void;
  frame(frame: Frame): void;
  people(people: readonly Person[]): void;
  presence(update: PresenceUpdate): void;
  pointers(moved: readonly Pointer[]): void;
  pointersMuted(change: PointersMuted): void;
  groups(overviews: readonly GroupOverview[]): void;
  carets(update: CaretUpdate): void;
  standing(standing: OwnStanding): void;
  seen(seen: SentReadMarks): void;
  closing(closing: Closing): void;
}

/** An answer of the server that this page can't read: an error of its own, where every other way to have no answer is a lost connection. */
export class UnreadableAnswer extends Error {}

/**
 * The connection to the server, as far as the store knows it. A promise rejects if the connection is lost before the answer arrived. Then
 * it is unknown whether the request arrived, and the store sends it again under the same identity.
 */
export interface Transport {
  /** Rejects with `UnreadableAnswer` too. */
  open(message: OpenMessage): Promise<Welcome | AccessDenied>;
  submit(message: SubmitMessage): Promise<OperationAnswer>;
  sendPresence(message: PresenceMessage): void;
  /** Sends what the viewer has seen; resolves with all they have seen, on any device. */
  sendSeen(message: ReadMarksMessage): Promise<SentReadMarks>;
  /** Returns the server's time. */
  askClock(): Promise<number>;
  sendPointer(message: PointerMessage): void;
  sendCaret(message: CaretMessage): void;
  /** Subscribes to the progress of the small groups, or unsubscribes. */
  watchGroups(watching: boolean): void;
  /** Starts the connection. Returns a function that ends it. */
  connect(listener: TransportListener): () => void;
}
