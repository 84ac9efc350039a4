import { debateStrengthsSteps } from '../../../domain/analysis/debate-strengths.ts';
import { inSlices } from '../in-slices.ts';
import type { BoardStore } from '../store/board-store.ts';
import type { StrengthCell } from './strength-cell.ts';

/** Milliseconds in which changes are gathered: one vote shows at once to the eye, and three hundred are reckoned once. */
const GATHERED_FOR = 60;

/**
 * Reckons the strengths whenever the debate changes; the answer ends that. Nothing waits for it. The first ones of a large
 * debate are reckoned in slices, and what changes meanwhile after these.
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
    giveUp = inSlices(debateStrengthsSteps(view, before), (strengths) => {
      busy = false;
      cell.set(strengths);
      follow();
    });
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
