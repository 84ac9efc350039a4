import type { OwnStanding } from '../../../domain/debate/engine/project.ts';
import type { CaretMessage } from '../../../domain/protocol/caret-messages.ts';
import type {
  OpenMessage,
  PresenceMessage,
  SubmitMessage,
} from '../../../domain/protocol/client-messages.ts';
import type { GroupOverview } from '../../../domain/protocol/group-messages.ts';
import type { Pointer, PointerMessage, PointersMuted } from '../../../domain/protocol/pointer-messages.ts';
import type { SeenMessage } from '../../../domain/protocol/seen-messages.ts';
import type {
  AccessDenied,
  Closing,
  Frame,
  Person,
  PresenceUpdate,
  Welcome,
} from '../../../domain/protocol/server-messages.ts';
import type { CaretUpdate } from '../../../domain/sync/carets.ts';
import type { OperationAnswer } from '../../../domain/sync/pending-operation.ts';
import type { SentSeen } from '../../../domain/unread/sent-seen.ts';

/** What the way to the server tells the store. */
export interface TransportListener {
  connected(): void;
  disconnected(): void;
  frame(frame: Frame): void;
  people(people: readonly Person[]): void;
  presence(update: PresenceUpdate): void;
  pointers(moved: readonly Pointer[]): void;
  quiet(quiet: PointersMuted): void;
  groups(overviews: readonly GroupOverview[]): void;
  carets(update: CaretUpdate): void;
  standing(standing: OwnStanding): void;
  seen(seen: SentSeen): void;
  closing(closing: Closing): void;
}

/**
 * The way to the server: all the store knows of it. A promise rejects when the way is lost before the answer came;
 * then nobody knows whether the request arrived, and the store asks again under the same identity.
 */
export interface Transport {
  open(message: OpenMessage): Promise<Welcome | AccessDenied>;
  submit(message: SubmitMessage): Promise<OperationAnswer>;
  tellPresence(message: PresenceMessage): void;
  /** Tells what one has seen; the answer is all one has, on any device. */
  tellSeen(message: SeenMessage): Promise<SentSeen>;
  /** The server's time. */
  askClock(): Promise<number>;
  tellPointer(message: PointerMessage): void;
  tellCaret(message: CaretMessage): void;
  /** Asks to be told how the small groups go on, or not any more. */
  watchGroups(watching: boolean): void;
  /** Starts the connection; the answer ends it. */
  connect(listener: TransportListener): () => void;
}
