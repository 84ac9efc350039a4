import { inSlices } from '#app/_ui/in-slices.ts';
import type { Steps } from '#domain/collections/steps.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { ClaimIndex, SimilarPair } from '#domain/search/claim-index.ts';
import { findLikelyDuplicates } from '#domain/search/said-already.ts';
import { claimIndexOf } from '../../core/claims/claim-index-of.ts';
import type { BoardStore } from '../../core/store/board-store.ts';

/** How many times as long as the search took the page rests before the next. */
const REST = 10;

/** Finds the likely duplicates of a debate in slices, now and whenever claims change. Returns a function that ends it. */
export function followDuplicates(
  store: BoardStore,
  show: (pairs: readonly SimilarPair[]) => void,
): () => void {
  let claims: DebateState['claims'] | null = null;
  let timer = 0;
  let cancel = () => {};
  let [isBusy, isOver] = [false, false];
  const look = async () => {
    if (isBusy || claims === store.state().replica.view.claims) return;
    isBusy = true;
    const began = performance.now();
    const index = await claimIndexOf(store);
    if (isOver) return;
    const { view } = store.state().replica;
    claims = view.claims;
    cancel = inSlices(updateAndFind(view, index), (pairs) => {
      show(pairs);
      timer = window.setTimeout(
        () => {
          isBusy = false;
          look();
        },
        (performance.now() - began) * REST,
      );
    });
  };
  look();
  const unsubscribe = store.subscribe(look);
  return () => {
    isOver = true;
    unsubscribe();
    cancel();
    window.clearTimeout(timer);
  };
}

function* updateAndFind(view: DebateState, index: ClaimIndex): Steps<readonly SimilarPair[]> {
  yield* index.update(view);
  return yield* findLikelyDuplicates(view, index);
}
