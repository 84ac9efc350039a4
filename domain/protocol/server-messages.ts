import type { ProjectedEntry } from '../debate/engine/entries.ts';
import type { OwnStanding } from '../debate/engine/project.ts';
import type { Refusal } from '../debate/engine/refusal.ts';
import type { DebateSnapshot } from '../debate/engine/snapshot.ts';
import type { OperationAnswer } from '../sync/pending-operation.ts';
import type { PresenceMessage } from './client-messages.ts';
import type { Pointer } from './pointer-messages.ts';

/** Why a debate is not opened; for a removed or banned person, with the decision and the outcomes of their operations. */
export interface AccessDenied extends Refusal {
  readonly standing?: OwnStanding;
  readonly answers?: Welcome['answers'];
}

/** The public part of a person in a debate; never in the log. */
export interface Person {
  readonly id: string;
  /** If the debate uses pseudonyms, this is one for all except moderators and the person. */
  readonly name: string;
  /** The pseudonym others see of a person whose name the viewer knows. */
  readonly pseudonym?: string;
}

/** The answer to `open`: this client's cursor, and either a snapshot or the entries since. */
export interface Welcome {
  readonly ok: true;
  readonly participantId: string | null;
  /** Sanctions against the viewer; a removed person still has their id, but no longer takes part. */
  readonly standing: OwnStanding | null;
  readonly people: readonly Person[];
  readonly present: readonly Present[];
  /** The number of people here, if only that is shown. */
  readonly count?: number;
  /** Where others point and look; empty in a quiet room. */
  readonly pointers: readonly Pointer[];
  /** True if so many people are here that pointers are off. */
  readonly pointersMuted: boolean;
  /** Answers to operations whose outcome the client did not know; the others were never received. */
  readonly answers: readonly (readonly [clientSeq: number, answer: OperationAnswer])[];
  readonly state:
    | {
        readonly kind: 'snapshot';
        readonly snapshot: DebateSnapshot;
        /** Entries since the snapshot, which is shared by all who arrive at about the same time. */
        readonly frame: Frame;
        /** True if the log is not the one this client followed: its database was restored from a backup. */
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

/** One connection that is present: readers who have not joined have no participant. */
export interface Present extends PresenceMessage {
  readonly connection: string;
  readonly participantId: string | null;
}

/** Changes in presence; `all` if it is everyone, because the receiver has missed changes. */
export interface PresenceUpdate {
  readonly here: readonly Present[];
  readonly gone: readonly string[];
  readonly all?: true;
  /** The number of people here, if only that is shown. */
  readonly count?: number;
}

/** The server's time, milliseconds since 1970. */
export interface Clock {
  readonly ok: true;
  readonly now: number;
}

/** Why the server is about to end this connection. */
export interface Closing {
  readonly reason: 'restarting' | 'access_changed';
}
