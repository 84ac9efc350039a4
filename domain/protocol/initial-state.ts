import type { Steps } from '../collections/steps.ts';
import { type PackedSnapshot, unpackSnapshot } from '../debate/engine/packed-snapshot.ts';
import { type DebateSnapshot, stateSteps } from '../debate/engine/snapshot.ts';
import type { DebateState } from '../debate/engine/state.ts';
import type { Cursor } from '../debate/visibility/audience-sequence.ts';
import { type Authorship, applyAuthorship } from '../debate/visibility/authorship.ts';
import { type Fragment, mergeFragment } from '../debate/visibility/fragment.ts';
import type { FrontExcerpt } from '../front/front-excerpt.ts';
import type { Person } from './server-messages.ts';

/** What a page brings along: the debate as its reader may see it. */
export interface InitialState {
  readonly debateId: string;
  /** What all of the reader's audience see: nobody's votes. */
  readonly packed: PackedSnapshot;
  /** Whether that is compressed: then its parts, joined, are its gzip in Base64. */
  readonly zipped: boolean;
  /** Where the reader stands, beyond what all of their audience see; not there where all that is packed is the reader's. */
  readonly place?: Cursor;
  /** The reader's own. */
  readonly votes: DebateSnapshot['votes'];
  readonly weights: NonNullable<DebateSnapshot['weights']>;
  /** What the reader sees beyond their audience; null: nothing. */
  readonly part: Fragment | null;
  /** What of it is the reader's own, where that is told to nobody else; null: nothing. */
  readonly owned: Authorship | null;
  readonly participantId: string | null;
  readonly people: readonly Person[];
}

/** What a page of a large debate brings along first: the part that its map shows. All of it follows. */
export interface FrontOpening
  extends Pick<InitialState, 'debateId' | 'place' | 'votes' | 'weights' | 'participantId' | 'people'> {
  readonly excerpt: FrontExcerpt;
}

/** The debate of an opening that is not compressed any more, in small steps. */
export function* decodeInitialState({
  packed,
  place,
  votes,
  weights,
  part,
  owned,
}: InitialState): Steps<DebateState> {
  const snapshot = yield* unpackSnapshot(packed);
  const state = yield* stateSteps({ ...snapshot, ...place, votes, weights });
  return applyAuthorship(part ? mergeFragment(state, part) : state, owned);
}
