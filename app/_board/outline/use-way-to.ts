'use client';

import { useCallback } from 'react';
import { useBoardStore } from '../store/board-context.tsx';
import type { Folds } from './folds.ts';
import { revealLine } from './reveal-line.ts';

/** The frame that goes to a line: the last one asked for counts. */
let frame = 0;

/** Brings a line into view, out of folded branches where it is in one; what is seen already stays put. */
export function useWayTo(folds: Folds): (id: string) => void {
  const store = useBoardStore();
  return useCallback(
    (id) => {
      revealLine(folds, store.state().replica.view, id);
      // What was unfolded is there in the next frame.
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
