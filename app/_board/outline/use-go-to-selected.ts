'use client';

import { useEffect } from 'react';
import { ancestorsOf, laneOf } from '../../../domain/debate/tree.ts';
import { useBoardStore } from '../store/board-context.tsx';
import { useViewPart } from '../view-provider.tsx';
import type { Folds } from './folds.ts';

/**
 * Brings what is chosen elsewhere (on the map, in a list, by a link, by a search) into view, out of folded branches where
 * it is in one; what is seen already stays put.
 */
export function useGoToSelected(folds: Folds): void {
  const store = useBoardStore();
  const id = useViewPart(({ selected, search }) => search?.at ?? selected?.id ?? null);
  useEffect(() => {
    if (id === null) return;
    const { view } = store.state().replica;
    folds.unfold([laneOf(view, id) ?? '', ...ancestorsOf(view, id)]);
    // What was unfolded is there in the next frame.
    const frame = window.requestAnimationFrame(() => goTo(id));
    return () => window.cancelAnimationFrame(frame);
  }, [id, folds, store]);
}

function goTo(id: string): void {
  const row = document.getElementById(id)?.querySelector(':scope > [data-row]');
  if (!row) return;
  const { top, bottom } = row.getBoundingClientRect();
  if (bottom <= 0 || top >= window.innerHeight) row.scrollIntoView({ block: 'center' });
}
