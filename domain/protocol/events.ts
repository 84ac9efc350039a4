import type { OwnStanding } from '../debate/engine/project.ts';
import type { Refusal } from '../debate/engine/refusal.ts';
import type { CaretUpdate } from '../sync/carets.ts';
import type { OperationAnswer } from '../sync/pending-operation.ts';
import type { SentReadMarks } from '../unread/sent-read-marks.ts';
import type { CaretMessage } from './caret-messages.ts';
import type { ClockMessage, OpenMessage, PresenceMessage, SubmitMessage } from './client-messages.ts';
import type { GroupOverview, WatchGroupsMessage } from './group-messages.ts';
import type { Pointer, PointerMessage, PointersMuted } from './pointer-messages.ts';
import type { ReadMarksAnswer, ReadMarksMessage } from './read-marks-messages.ts';
import type { AccessDenied, Clock, Closing, Frame, Person, PresenceUpdate } from './server-messages.ts';
import type { WelcomeWire } from './welcome-wire.ts';

/** Events a client sends; each is acknowledged. */
export interface ClientEvents {
  open: (message: OpenMessage, answer: (welcome: WelcomeWire | AccessDenied) => void) => void;
  submit: (message: SubmitMessage, answer: (answer: OperationAnswer) => void) => void;
  presence: (message: PresenceMessage, answer: (answer: { ok: true } | Refusal) => void) => void;
  pointer: (message: PointerMessage, answer: (answer: { ok: true } | Refusal) => void) => void;
  watchGroups: (message: WatchGroupsMessage, answer: (answer: { ok: true } | Refusal) => void) => void;
  clock: (message: ClockMessage, answer: (answer: Clock | Refusal) => void) => void;
  seen: (message: ReadMarksMessage, answer: (answer: ReadMarksAnswer | Refusal) => void) => void;
  caret: (message: CaretMessage, answer: (answer: { ok: true } | Refusal) => void) => void;
}

/** Events the server sends. Frames follow each other without a gap; a client that detects one opens the debate again. */
export interface ServerEvents {
  frame: (frame: Frame) => void;
  people: (people: readonly Person[]) => void;
  presence: (update: PresenceUpdate) => void;
  pointers: (moved: readonly Pointer[]) => void;
  pointersMuted: (change: PointersMuted) => void;
  groups: (overviews: readonly GroupOverview[]) => void;
  carets: (update: CaretUpdate) => void;
  standing: (standing: OwnStanding) => void;
  /** The participant's own read marks, from another of their devices. */
  seen: (seen: SentReadMarks) => void;
  closing: (closing: Closing) => void;
}

/** The path Socket.IO listens on, separate from Next's sockets. */
export const LIVE_PATH = '/live';
