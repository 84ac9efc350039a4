import type { OwnStanding } from '../../../domain/debate/engine/project.ts';
import type { Rejection } from '../../../domain/debate/engine/rejections.ts';
import type { Numbered } from '../../../domain/debate/participants/namesakes.ts';
import type { TextName } from '../../../domain/debate/texts/texts.ts';
import type { BranchIndex } from '../../../domain/front/claims-below.ts';
import type { GroupOverview } from '../../../domain/protocol/group-messages.ts';
import type { Person, Present } from '../../../domain/protocol/server-messages.ts';
import type { ShownCaret } from '../../../domain/sync/carets.ts';
import type { StoredDraft } from '../../../domain/sync/draft.ts';
import type { RefusedOperation } from '../../../domain/sync/outbox.ts';
import type { Replica } from '../../../domain/sync/replica.ts';
import type { UndoStack } from '../../../domain/sync/undo-stack.ts';
import type { Seen } from '../../../domain/unread/seen.ts';

/** How the board stands with the server; each state has only its fields. */
export type Connection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'reconnecting'; readonly since: number }
  | { readonly kind: 'refused'; readonly rejection: Rejection };

/** Everything the board shows. Immutable: a change makes a new one that shares what stayed. */
export interface BoardState {
  readonly debateId: string;
  readonly replica: Replica;
  /** Branches of the front's claims while only these are here. Null: all of the debate is here. */
  readonly branches: BranchIndex | null;
  /** Whether all of the debate is to come with the page: until then the board does not connect. */
  readonly awaitsAll: boolean;
  readonly people: ReadonlyMap<string, Numbered<Person>>;
  readonly present: ReadonlyMap<string, Present>;
  /** How many are here, where that is all one is told; null where one is told who. */
  readonly count: number | null;
  /** Whether so many are here that nobody points. */
  readonly pointersMuted: boolean;
  /** Carets of others in the text one has open, by connection. */
  readonly carets: ReadonlyMap<string, ShownCaret>;
  /** How the small groups go on, by group, as long as one asks for it. */
  readonly groupOverviews: ReadonlyMap<string, GroupOverview>;
  readonly connection: Connection;
  /** Is nothing to be done here but to read: in the past, or in another site's page? */
  readonly isOnlyRead: boolean;
  /** Whether the server has said that this person's access changed, and not opened the debate to them since. */
  readonly access: 'known' | 'changed';
  /** What those who run the debate decided about oneself, as far as is known. */
  readonly standing: OwnStanding | null;
  /** What one has seen of the debate, on any device; of a reader, in this browser. null: not known yet. */
  readonly seen: Seen | null;
  /** Server time up to which one knew it on coming; null: not known yet. */
  readonly lastVisit: number | null;
  readonly refused: readonly RefusedOperation[];
  /** What editors hold that could not be asked for; of an editor that is not open, what an earlier page has left. */
  readonly drafts: ReadonlyMap<TextName, StoredDraft>;
  /** Whether the browser keeps over a reload what is not sent yet. */
  readonly isPersisted: boolean;
  readonly undo: UndoStack;
  /** Claims that others changed a moment ago, by id, with the time: they get a short accent. */
  readonly recentlyChanged: ReadonlyMap<string, number>;
}
