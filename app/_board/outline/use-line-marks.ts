'use client';

import { useViewPart } from '../view-provider.tsx';
import type { ViewParts } from '../view-store.ts';

/** How a line is marked: open in the panel, chosen together with others, found by a search. */
interface LineMarks {
  readonly selected: boolean;
  readonly chosen: boolean;
  /** `at` for the one the search has gone to, empty for the others it found. */
  readonly found: 'at' | '' | undefined;
}

const SELECTED = 1;
const CHOSEN = 2;
const FOUND = 4;
const AT = 8;

/** All marks of a line by one subscription: a large outline has ten thousand of these. */
export function useLineMarks(id: string): LineMarks {
  const bits = useViewPart((parts) => marksOf(parts, id));
  return {
    selected: (bits & SELECTED) !== 0,
    chosen: (bits & CHOSEN) !== 0,
    found: (bits & AT) !== 0 ? 'at' : (bits & FOUND) !== 0 ? '' : undefined,
  };
}

function marksOf({ selected, chosen, search }: ViewParts, id: string): number {
  let bits = selected?.id === id ? SELECTED : 0;
  if (chosen.has(id)) bits |= CHOSEN;
  if (search?.found.has(id)) bits |= search.at === id ? AT : FOUND;
  return bits;
}
