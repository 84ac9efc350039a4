import { inSlices } from '#app/_ui/in-slices.ts';
import type { Steps } from '#domain/collections/steps.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { ClaimIndex } from '#domain/search/claim-index.ts';
import type { BoardStore } from '../store/board-store.ts';
import { claimIndexOf } from './claim-index-of.ts';

/**
 * Searches the claims of a debate in slices, now and whenever they change; after a search that took so many milliseconds of work it
 * rests for `rest` milliseconds. One that throws is reported, and the next change is searched again. Returns a function that ends it.
 */
export function followClaims<Found>(
  store: BoardStore,
  search: (view: DebateState, index: ClaimIndex) => Steps<Found>,
  show: (found: Found) => void,
  rest: (worked: number) => number,
): () => void {
  let claims: DebateState['claims'] | null = null;
  let timer = 0;
  let cancel = () => {};
  let [isBusy, isOver] = [false, false];
  const restFor = (pause: number) => {
    timer = window.setTimeout(() => {
      isBusy = false;
      look();
    }, pause);
  };
  const look = async () => {
    if (isBusy || claims === store.state().replica.view.claims) return;
    isBusy = true;
    const index = await claimIndexOf(store);
    if (isOver) return;
    const { view } = store.state().replica;
    claims = view.claims;
    cancel = inSlices(
      updateAndSearch(),
      (found, worked) => {
        show(found);
        restFor(rest(worked));
      },
      (error) => {
        restFor(rest(0));
        reportError(error);
      },
    );

    function* updateAndSearch(): Steps<Found> {
      yield* index.update(view);
      return yield* search(view, index);
    }
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
