import { inSlices } from '#app/_ui/in-slices.ts';
import { debateStrengthsSteps } from '#domain/analysis/strength/debate-strengths.ts';
import type { BoardStore } from '../store/board-store.ts';
import type { StrengthCell } from './strength-cell.ts';

/** Milliseconds for which changes are collected: one vote still shows at once to the eye, and 300 are calculated once. */
const GATHERED_FOR = 60;

/**
 * Calculates the strengths whenever the debate changes. Returns a function that ends that. Nothing waits for it. The first strengths of a
 * large debate are calculated in slices, and later changes after these.
 */
export function followStrengths(store: BoardStore, cell: StrengthCell): () => void {
  let timer: number | undefined;
  let busy = false;
  let giveUp = () => {};
  const calculate = () => {
    timer = undefined;
    const before = cell.read();
    const { view } = store.state().replica;
    if (before?.state === view) return;
    busy = true;
    giveUp = inSlices(
      debateStrengthsSteps(view, before),
      (strengths) => {
        busy = false;
        cell.set(strengths);
        follow();
      },
      (error) => {
        busy = false;
        reportError(error);
      },
    );
  };
  const follow = () => {
    if (!busy && store.state().replica.view !== cell.read()?.state)
      timer ??= window.setTimeout(calculate, GATHERED_FOR);
  };
  calculate();
  const unsubscribe = store.subscribe(follow);
  return () => {
    unsubscribe();
    window.clearTimeout(timer);
    giveUp();
  };
}
