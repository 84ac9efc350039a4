import type { SimilarPair } from '#domain/search/claim-index.ts';
import { findLikelyDuplicates } from '#domain/search/said-already.ts';
import { followClaims } from '../../core/claims/follow-claims.ts';
import type { BoardStore } from '../../core/store/board-store.ts';

/** How many times as long as the search worked the page rests before the next. */
const REST = 10;
/** The longest rest, in milliseconds: on a busy machine work takes longer than it would. */
const LONGEST_REST = 5_000;

/** Finds the likely duplicates of a debate in slices, now and whenever claims change. Returns a function that ends it. */
export function followDuplicates(
  store: BoardStore,
  show: (pairs: readonly SimilarPair[]) => void,
): () => void {
  return followClaims(store, findLikelyDuplicates, show, (worked) => Math.min(worked * REST, LONGEST_REST));
}
