import type { Steps } from '../collections/steps.ts';
import { type PackedSnapshot, unpackSnapshot } from '../debate/engine/packed-snapshot.ts';
import { type DebateSnapshot, stateSteps } from '../debate/engine/snapshot.ts';
import type { DebateState } from '../debate/engine/state.ts';
import type { Cursor } from '../debate/projection/audience-sequence.ts';
import { type Authorship, applyAuthorship } from '../debate/projection/authorship.ts';
import { type Fragment, mergeFragment } from '../debate/projection/fragment.ts';
import type { FrontExcerpt } from '../front/front-excerpt.ts';
import type { Person } from './server-messages.ts';

/** The debate that a page carries, as its reader may see it. */
export interface InitialState {
  readonly debateId: string;
  /** The projection for the reader's audience: no votes of single people. */
  readonly packed: PackedSnapshot;
  /** True if that is compressed: then its joined parts are its gzip in Base64. */
  readonly zipped: boolean;
  /** The reader's cursor, beyond what all of their audience see; absent if everything packed is the reader's. */
  readonly cursor?: Cursor;
  /** The reader's own votes. */
  readonly votes: DebateSnapshot['votes'];
  readonly ratings: NonNullable<DebateSnapshot['ratings']>;
  /** Content the reader sees beyond their audience; `null`: none. */
  readonly fragment: Fragment | null;
  /** Which parts are the reader's own, if that is hidden from others; `null`: nothing. */
  readonly authorship: Authorship | null;
  readonly participantId: string | null;
  readonly people: readonly Person[];
}

/** The part of a large debate that its page carries first: what its map shows. The rest follows. */
export interface FrontOpening
  extends Pick<InitialState, 'debateId' | 'cursor' | 'votes' | 'ratings' | 'participantId' | 'people'> {
  readonly excerpt: FrontExcerpt;
}

/** Decodes the debate of an uncompressed initial state, in small steps. */
export function* decodeInitialState({
  packed,
  cursor,
  votes,
  ratings,
  fragment,
  authorship,
}: InitialState): Steps<DebateState> {
  const snapshot = yield* unpackSnapshot(packed);
  const state = yield* stateSteps({ ...snapshot, ...cursor, votes, ratings });
  return applyAuthorship(fragment ? mergeFragment(state, fragment) : state, authorship);
}
