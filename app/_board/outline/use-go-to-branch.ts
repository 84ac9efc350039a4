'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { useViewPart } from '../core/view/view-provider.tsx';
import type { OutlineFolds } from './folds/outline-folds.ts';
import { useWayTo } from './use-way-to.ts';

/**
 * Scrolls to the start of the only branch in view, unfolded; and when that ends, back to its place in the whole. A focus within hidden
 * lines moves to the branch's own line.
 */
export function useGoToBranch(root: RefObject<HTMLElement | null>, folds: OutlineFolds): void {
  const wayTo = useWayTo(folds);
  const branch = useViewPart((view) => view.branch);
  const before = useRef(branch);
  useEffect(() => {
    if (branch !== null) folds.unfold([branch]);
    const left = before.current;
    before.current = branch;
    const id = branch ?? left;
    if (id === null || branch === left) return;
    if (branch === null) wayTo(id);
    const frame = window.requestAnimationFrame(() => {
      if (branch !== null) root.current?.closest('main')?.scrollTo({ top: 0 });
      if (document.activeElement !== document.body) return;
      document.getElementById(id)?.focus({ preventScroll: true });
    });
    return () => window.cancelAnimationFrame(frame);
  }, [branch, root, folds, wayTo]);
}
