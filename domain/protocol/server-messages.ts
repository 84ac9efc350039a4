import type { ProjectedEntry } from '../debate/engine/entries.ts';
import type { OwnStanding } from '../debate/engine/project.ts';
import type { Rejection } from '../debate/engine/rejections.ts';
import type { DebateSnapshot } from '../debate/engine/snapshot.ts';
import type { OperationAnswer } from '../sync/pending-operation.ts';
import type { PresenceMessage } from './client-messages.ts';
import type { Pointer } from './pointer-messages.ts';

/** A refusal of a whole request. */
export interface Refusal {
  readonly ok: false;
  readonly rejection: Rejection;
}

/** Why a debate is not opened; to who was removed or banned, with what was decided and what became of their operations. */
export interface AccessDenied extends Refusal {
  readonly standing?: OwnStanding;
  readonly answers?: Welcome['answers'];
}

/** The public part of a person in a debate; never in the log. */
export interface Person {
  readonly id: string;
  /** Where pseudonyms are given, that is one to all but those who run the debate and the person. */
  readonly name: string;
  /** What the others call a person whose name one knows. */
  readonly pseudonym?: string;
}

/** The answer to `open`: where this client stands, and either a snapshot or the entries since. */
export interface Welcome {
  readonly ok: true;
  readonly participantId: string | null;
  /** What was decided about oneself; who was removed has their id still, and takes part no more. */
  readonly standing: OwnStanding | null;
  readonly people: readonly Person[];
  readonly present: readonly Present[];
  /** How many are here, where that is all that is told of them. */
  readonly count?: number;
  /** Where others point and look; none in a quiet room. */
  readonly pointers: readonly Pointer[];
  /** Whether so many are here that nobody points. */
  readonly quiet: boolean;
  /** Answers to operations the client did not know the fate of; the others were never received. */
  readonly answers: readonly (readonly [clientSeq: number, answer: OperationAnswer])[];
  readonly state:
    | {
        readonly kind: 'snapshot';
        readonly snapshot: DebateSnapshot;
        /** What was written since the snapshot, which is one for all who come at about the same time. */
        readonly frame: Frame;
        /** The log is not the one this client followed: its database was restored from a backup. */
        readonly rewound: boolean;
      }
    | { readonly kind: 'entries'; readonly frame: Frame };
}

/** Entries after `after`, up to `to`, which was written at `at`; `own` are the receiver's own votes among them. */
export interface Frame {
  readonly after: number;
  readonly to: number;
  readonly at: number;
  readonly entries: readonly ProjectedEntry[];
  readonly own?: readonly ProjectedEntry[];
}

/** One connection that is here: readers who have not joined carry no participant. */
export interface Present extends PresenceMessage {
  readonly connection: string;
  readonly participantId: string | null;
}

/** What changed in who is here; `all` where it is everybody, as the receiver has missed changes. */
export interface PresenceUpdate {
  readonly here: readonly Present[];
  readonly gone: readonly string[];
  readonly all?: true;
  /** How many are here, where that is all that is told of them. */
  readonly count?: number;
}

/** The server's time, milliseconds since 1970. */
export interface Clock {
  readonly ok: true;
  readonly now: number;
}

/** Why the server is about to end this connection. */
export interface Closing {
  readonly reason: 'restarting' | 'too_slow' | 'access_changed';
}
