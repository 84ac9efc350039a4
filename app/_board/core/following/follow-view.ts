import { inSlices } from '#app/_ui/in-slices.ts';
import type { Steps } from '#domain/collections/steps.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { BoardStore } from '../store/board-store.ts';

/**
 * Calculates something from what the viewer sees, in slices, now and after changes. A running calculation is finished first: in a busy
 * debate none would ever finish otherwise. Then it rests for `rest` milliseconds, or for as long as it has worked if that is longer. One
 * that throws is reported, and the next change is calculated again. Returns a function that ends it.
 */
export function followView<Result>(
  store: BoardStore,
  stepsOf: (view: DebateState, participantId: string | null) => Steps<Result>,
  show: (result: Result) => void,
  rest: number,
): () => void {
  let looked: DebateState | null = null;
  let lookedAs: string | null = null;
  let timer = 0;
  let cancel = () => {};
  let isBusy = false;
  const restFor = (pause: number) => {
    timer = window.setTimeout(() => {
      isBusy = false;
      look();
    }, pause);
  };
  const look = () => {
    const { view, participantId } = store.state().replica;
    if (isBusy || (view === looked && participantId === lookedAs)) return;
    [looked, lookedAs, isBusy] = [view, participantId, true];
    cancel = inSlices(
      stepsOf(view, participantId),
      (result, worked) => {
        show(result);
        restFor(Math.max(rest, worked));
      },
      (error) => {
        restFor(rest);
        reportError(error);
      },
    );
  };
  look();
  const unsubscribe = store.subscribe(look);
  return () => {
    unsubscribe();
    cancel();
    window.clearTimeout(timer);
  };
}
