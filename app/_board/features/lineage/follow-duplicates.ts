import type { DebateState } from '#domain/debate/engine/state.ts';
import type { ClaimIndex, SimilarPair } from '#domain/search/claim-index.ts';
import { findLikelyDuplicates } from '#domain/search/said-already.ts';
import { followClaims } from '../../core/claims/follow-claims.ts';
import type { BoardStore } from '../../core/store/board-store.ts';
import { nameOfPair, readDismissed } from './dismissed-pairs.ts';

/** How many times as long as the search worked the page rests before the next. */
const REST = 10;
/** The longest rest, in milliseconds: on a busy machine work takes longer than it would. */
const LONGEST_REST = 5_000;

/** Finds the likely duplicates of a debate that were not dismissed, in slices, now and whenever claims change. Returns a function that ends it. */
export function followDuplicates(
  store: BoardStore,
  show: (pairs: readonly SimilarPair[]) => void,
): () => void {
  const search = (view: DebateState, index: ClaimIndex) => {
    const dismissed = new Set(readDismissed(store.state().debateId));
    return findLikelyDuplicates(view, index, (ids) => dismissed.has(nameOfPair(view, ids)));
  };
  return followClaims(store, search, show, (worked) => Math.min(worked * REST, LONGEST_REST));
}
