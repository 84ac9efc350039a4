'use client';

import { shownPlaceOf } from '../../../domain/debate/tree.ts';
import { useBoardStore } from '../store/board-context.tsx';
import type { BoardStore } from '../store/board-store.ts';
import { useViewPart } from '../view-provider.tsx';
import type { ViewParts } from '../view-store.ts';

/** How a line is marked by what this person does. */
interface LineMarks {
  /** Open in the panel. */
  readonly selected: boolean;
  /** Chosen together with others. */
  readonly chosen: boolean;
  /** `at` for the one the search has gone to, empty for the others it found. */
  readonly found: 'at' | '' | undefined;
  /** Is its wording being changed here? */
  readonly reworded: boolean;
  /** Is an argument being written under it? */
  readonly answered: boolean;
}

const SELECTED = 1;
const CHOSEN = 2;
const FOUND = 4;
const AT = 8;
const REWORDED = 16;
const ANSWERED = 32;

/** All marks of a line by one subscription: a large outline has ten thousand of these. */
export function useLineMarks(id: string): LineMarks {
  const store = useBoardStore();
  const bits = useViewPart((parts) => marksOf(parts, id) | writingAt(parts, id, store));
  return {
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
