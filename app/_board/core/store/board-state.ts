import type { OwnStanding } from '#domain/debate/engine/project.ts';
import type { Rejection, RejectionCode } from '#domain/debate/engine/rejections.ts';
import type { Numbered } from '#domain/debate/participants/namesakes.ts';
import type { TextName } from '#domain/debate/texts/texts.ts';
import type { BranchIndex } from '#domain/front/claims-below.ts';
import type { GroupOverview } from '#domain/protocol/group-messages.ts';
import type { Person, Present } from '#domain/protocol/server-messages.ts';
import type { ShownCaret } from '#domain/sync/carets.ts';
import type { StoredDraft } from '#domain/sync/draft.ts';
import type { RefusedOperation } from '#domain/sync/outbox.ts';
import type { Replica } from '#domain/sync/replica.ts';
import type { UndoStack } from '#domain/sync/undo-stack.ts';
import type { ReadMarks } from '#domain/unread/read-marks.ts';

/** State of the connection to the server; each kind has only its own fields. */
export type Connection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'reconnecting'; readonly since: number }
  | { readonly kind: 'refused'; readonly rejection: Rejection };

/** Reasons for not opening a debate to a person who had it open. */
const DENIED_FOR_GOOD: readonly RejectionCode[] = ['debate_not_found', 'removed', 'banned'];

/** True if access is known to be denied for good. Operations that wait for a newer page are not affected. */
export function isDeniedForGood(connection: Connection): connection is RefusedConnection {
  return connection.kind === 'refused' && DENIED_FOR_GOOD.includes(connection.rejection.code);
}

type RefusedConnection = Extract<Connection, { kind: 'refused' }>;

/** Everything the board shows. Immutable: a change creates a new object that shares what stayed the same. */
export interface BoardState {
  readonly debateId: string;
  readonly replica: Replica;
  /** Branches of the front's claims while only these are loaded. `null`: the whole debate is loaded. */
  readonly branches: BranchIndex | null;
  /** True while the rest of the debate is still to arrive with the page: until then the board does not connect. */
  readonly awaitsAll: boolean;
  readonly people: ReadonlyMap<string, Numbered<Person>>;
  readonly present: ReadonlyMap<string, Present>;
  /** Number of people here, if only that is disclosed; `null` if names are disclosed. */
  readonly count: number | null;
  /** True if pointers are off because so many people are here. */
  readonly pointersMuted: boolean;
  /** Other people's carets in the text that the viewer has open, by connection. */
  readonly carets: ReadonlyMap<string, ShownCaret>;
  /** Progress of the small groups, by group, while the viewer watches it. */
  readonly groupOverviews: ReadonlyMap<string, GroupOverview>;
  readonly connection: Connection;
  /** True if the board is read-only: a moment of the past, or embedded in another site's page. */
  readonly isOnlyRead: boolean;
  /** `changed`: the server has reported that this person's access changed, and has not opened the debate to them since. */
  readonly access: 'known' | 'changed';
  /** The moderators' decision about the viewer, as far as it is known. */
  readonly standing: OwnStanding | null;
  /** The viewer's read marks in the debate, from any device; for a reader without a name, in this browser. `null`: not known yet. */
  readonly seen: ReadMarks | null;
  /** Server time of the state the viewer knew before this visit; `null`: not known yet. */
  readonly lastVisit: number | null;
  readonly refused: readonly RefusedOperation[];
  /** Text in editors that could not be submitted; for an editor that is not open, what an earlier page has left. */
  readonly drafts: ReadonlyMap<TextName, StoredDraft>;
  /** True if the browser keeps unsent changes over a reload. */
  readonly isPersisted: boolean;
  /** Unsent changes of people who were signed in here before, which only this tab has: they wait for them to sign in here again. */
  readonly unsentOfOthers: number;
  readonly undo: UndoStack;
  /** Claims that others changed a moment ago, by id, with the time: they get a short highlight. */
  readonly recentlyChanged: ReadonlyMap<string, number>;
}
