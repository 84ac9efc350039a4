'use client';

import {
  type RefObject,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react';
import type { DebateState } from '../../../domain/debate/state.ts';
import { finish } from '../../../domain/debate/steps.ts';
import { type BranchCounts, ClaimsBelow } from '../../../domain/front/claims-below.ts';
import { type StageLane, stageLanes } from '../../../domain/front/stage-lanes.ts';
import { useBoard } from '../store/board-context.tsx';

/** Maximum number of rows on a screen. */
const MOST = 16;

export interface StageLanes {
  readonly view: DebateState;
  readonly lanes: readonly StageLane[];
  readonly countsOf: (id: string) => BranchCounts;
}

/** The positions with as many first-level claims as fit `scene` without scrolling. `about` is what else the scene shows. */
export function useStageLanes(scene: RefObject<HTMLElement | null>, about: string): StageLanes {
  const view = useDeferredValue(useBoard(({ replica }) => replica.view));
  const [below] = useState(() => new ClaimsBelow());
  const kept = useRef<ReadonlySet<string>>(new Set());
  const resizes = useResizes();
  const asked = useMemo(() => ({ view, about, resizes }), [view, about, resizes]);
  const [fitted, setFitted] = useState({ asked, rows: MOST });
  const rows = fitted.asked === asked ? fitted.rows : MOST;
  const lanes = useMemo(() => {
    finish(below.follow(view));
    return stageLanes(view, below, rows, kept.current);
  }, [view, below, rows]);
  const shown = lanes.reduce((sum, lane) => sum + lane.shown.length, 0);
  // Before painting, so that no row is seen to go.
  useLayoutEffect(() => {
    const element = scene.current;
    const isFull = element !== null && element.scrollHeight > element.clientHeight + 1;
    if (isFull && rows > lanes.length) setFitted({ asked, rows: Math.min(rows, shown) - 1 });
    else kept.current = new Set(lanes.flatMap((lane) => lane.shown));
  }, [scene, asked, rows, lanes, shown]);
  return useMemo(() => ({ view, lanes, countsOf: (id) => below.of(id) }), [view, lanes, below]);
}

/** Counts changes of the window's size. */
function useResizes(): number {
  const [count, resized] = useReducer((before: number) => before + 1, 0);
  useEffect(() => {
    window.addEventListener('resize', resized);
    void document.fonts?.ready.then(resized);
    return () => window.removeEventListener('resize', resized);
  }, []);
  return count;
}
