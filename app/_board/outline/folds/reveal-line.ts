import type { DebateState } from '#domain/debate/engine/state.ts';
import { ancestorsOf, childrenOf, isShown, laneOf, parentOf } from '#domain/debate/map/tree.ts';
import type { OutlineFolds } from './outline-folds.ts';

/** Brings a line out of folded branches and into the listed part of long lists; it is on the page in the next frame. */
export function revealLine(folds: OutlineFolds, view: DebateState, id: string): void {
  const above = ancestorsOf(view, id);
  folds.unfold([laneOf(view, id) ?? '', ...above]);
  if (folds.listing.atOnce === Number.POSITIVE_INFINITY) return;
  for (const line of [id, ...above]) {
    const parent = parentOf(view, line);
    const beside = parent ? childrenOf(view, parent).filter((claim) => isShown(view, claim)) : [];
    const place = beside.findIndex((claim) => claim.id === line);
    if (parent && place >= 0) folds.listing.reveal(parent.id, place);
  }
}
