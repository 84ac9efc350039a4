import { debateStrengths } from '../../../domain/analysis/debate-strengths.ts';
import type { BoardStore } from '../store/board-store.ts';
import type { StrengthCell } from './strength-cell.ts';

/** Milliseconds in which changes are gathered: one vote shows at once to the eye, and three hundred are reckoned once. */
const GATHERED_FOR = 60;

/** Reckons the strengths whenever the debate changes; the answer ends that. Nothing waits for it. */
export function followStrengths(store: BoardStore, cell: StrengthCell): () => void {
  let timer: number | undefined;
  const reckon = () => {
    timer = undefined;
    const { view } = store.state().replica;
    const before = cell.read();
    if (before?.state !== view) cell.set(debateStrengths(view, before));
  };
  reckon();
  const unsubscribe = store.subscribe(() => {
    if (store.state().replica.view !== cell.read()?.state) timer ??= window.setTimeout(reckon, GATHERED_FOR);
  });
  return () => {
    unsubscribe();
    window.clearTimeout(timer);
  };
}
