'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { shownPlaceOf } from '#domain/debate/map/tree.ts';
import { useBoardStore } from '../../core/store/board-context.tsx';
import type { BoardStore } from '../../core/store/board-store.ts';
import { useViewStore } from '../../core/view/view-provider.tsx';
import type { ViewParts } from '../../core/view/view-store.ts';
import { useOutline } from '../folds/outline-context.tsx';

/** A line's state, and how it is marked by the viewer's actions. */
interface Line {
  /** True if the lines below it are folded. */
  readonly folded: boolean;
  /** True if it is open in the panel. */
  readonly selected: boolean;
  /** True if it is selected together with others. */
  readonly chosen: boolean;
  /** `at` for the current search result, empty for the other results. */
  readonly found: 'at' | '' | undefined;
  /** True if its wording is being edited here. */
  readonly reworded: boolean;
  /** True if a reply to it is being written. */
  readonly answered: boolean;
}

const SELECTED = 1;
const CHOSEN = 2;
const FOUND = 4;
const AT = 8;
const REWORDED = 16;
const ANSWERED = 32;
const FOLDED = 64;

/** Everything about a line from one subscription and as one number: a large outline has 10,000 of them. */
export function useLine(id: string): Line {
  const store = useBoardStore();
  const view = useViewStore();
  const { folds } = useOutline();
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = [view.subscribe(listener), folds.subscribe(id, listener)];
      return () => {
        for (const end of ends) end();
      };
    },
    [view, folds, id],
  );
  const read = (isFolded: boolean) => {
    const parts = view.read();
    return marksOf(parts, id) | writingAt(parts, id, store) | (isFolded ? FOLDED : 0);
  };
  const bits = useSyncExternalStore(
    subscribe,
    () => read(folds.isFolded(id)),
    () => read(folds.isFoldedByServer(id)),
  );
  return {
    folded: (bits & FOLDED) !== 0,
    selected: (bits & SELECTED) !== 0,
    chosen: (bits & CHOSEN) !== 0,
    found: (bits & AT) !== 0 ? 'at' : (bits & FOUND) !== 0 ? '' : undefined,
    reworded: (bits & REWORDED) !== 0,
    answered: (bits & ANSWERED) !== 0,
  };
}

function marksOf({ selected, chosen, search }: ViewParts, id: string): number {
  let bits = selected?.id === id ? SELECTED : 0;
  if (chosen.has(id)) bits |= CHOSEN;
  if (search?.found.has(id)) bits |= search.at === id ? AT : FOUND;
  return bits;
}

function writingAt({ writing }: ViewParts, id: string, store: BoardStore): number {
  if (writing === null) return 0;
  if (writing.kind === 'wording') return writing.claimId === id ? REWORDED : 0;
  return shownPlaceOf(store.state().replica.view, writing.target)?.id === id ? ANSWERED : 0;
}
