'use client';

import { useEffect, useRef } from 'react';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { ancestorsOf, laneOf } from '#domain/debate/map/tree.ts';
import { useBoardStore } from '../core/store/board-context.tsx';
import { useViewPart } from '../core/view/view-provider.tsx';
import { useViewActs } from '../core/view/view-state.tsx';
import type { OutlineFolds } from './folds/outline-folds.ts';
import { useWayTo } from './use-way-to.ts';

/**
 * Scrolls to what is selected elsewhere (on the map, in a list, by a link, by a search). Going to something outside of the only branch in
 * view shows the whole debate again.
 */
export function useGoToSelected(folds: OutlineFolds): void {
  const store = useBoardStore();
  const wayTo = useWayTo(folds);
  const { lookAt } = useViewActs();
  const id = useViewPart(({ selected, search }) => search?.at ?? selected?.id ?? null);
  const branch = useLatest(useViewPart((view) => view.branch));
  const came = useRef(false);
  useEffect(() => {
    const isGoing = came.current;
    came.current = true;
    if (id === null) return;
    const left = branch.current;
    if (!isGoing || left === null || !isOutside(store.state().replica.view, id, left)) return wayTo(id);
    lookAt(null);
    // After the outline has scrolled back to the branch's place.
    const frame = window.requestAnimationFrame(() => wayTo(id));
    return () => window.cancelAnimationFrame(frame);
  }, [id, store, wayTo, lookAt, branch]);
}

function isOutside(view: DebateState, id: string, branch: string): boolean {
  if (!view.claims.has(id) && !view.positions.has(id)) return false;
  return id !== branch && laneOf(view, id) !== branch && !ancestorsOf(view, id).includes(branch);
}

function useLatest<T>(value: T) {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}
