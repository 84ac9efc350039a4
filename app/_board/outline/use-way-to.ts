'use client';

import { useCallback } from 'react';
import { useBoardStore } from '../core/store/board-context.tsx';
import type { OutlineFolds } from './folds/outline-folds.ts';
import { revealLine } from './folds/reveal-line.ts';

/** The pending frame that scrolls to a line: the latest request counts. */
let frame = 0;

/** Returns a function that brings a line into view, out of folded branches if needed; a visible line stays where it is. */
export function useWayTo(folds: OutlineFolds): (id: string) => void {
  const store = useBoardStore();
  return useCallback(
    (id) => {
      revealLine(folds, store.state().replica.view, id);
      // Unfolded lines exist in the next frame.
      window.cancelAnimationFrame(frame);
      frame = window.requestAnimationFrame(() => goTo(id));
    },
    [folds, store],
  );
}

function goTo(id: string): void {
  const row = document.getElementById(id)?.querySelector(':scope > [data-row]');
  if (!row) return;
  const { top, bottom } = row.getBoundingClientRect();
  if (bottom <= 0 || top >= window.innerHeight) row.scrollIntoView({ block: 'center' });
}
