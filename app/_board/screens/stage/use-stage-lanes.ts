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
import { finish } from '#domain/collections/steps.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { type BranchCounts, ClaimsBelow } from '#domain/front/claims-below.ts';
import { type StageLane, stageLanes } from '#domain/front/stage-lanes.ts';
import { useBoard } from '../../core/store/board-context.tsx';

/** Maximum number of rows on a screen. */
const MOST = 16;

export interface StageLanes {
  readonly view: DebateState;
  readonly lanes: readonly StageLane[];
  /** True if there is only room for the positions' claims. */
  readonly isTight: boolean;
  readonly countsOf: (id: string) => BranchCounts;
}

/** Returns the positions with as many first-level claims as fit `scene` without scrolling. `about` identifies what else the scene shows. */
export function useStageLanes(scene: RefObject<HTMLElement | null>, about: string): StageLanes {
  const view = useDeferredValue(useBoard(({ replica }) => replica.view));
  const [below] = useState(() => new ClaimsBelow());
  const kept = useRef<ReadonlySet<string>>(new Set());
  const resizes = useResizes();
  const asked = useMemo((): Asked => ({ view, about, resizes }), [view, about, resizes]);
  const [fitted, setFitted] = useState({ asked, rows: MOST, isCut: false, isTight: false });
  const { rows, isCut, isTight } = fitted.asked === asked ? fitted : firstTry(fitted, asked);
  const lanes = useMemo(() => {
    finish(below.follow(view));
    return stageLanes(view, below, rows, kept.current);
  }, [view, below, rows]);
  const shown = lanes.reduce((sum, lane) => sum + lane.shown.length, 0);
  // Before painting, so that no row visibly vanishes.
  useLayoutEffect(() => {
    const element = scene.current;
    const isFull = element !== null && element.scrollHeight > element.clientHeight + 1;
    const canGrow = !isCut && rows < MOST && lanes.some(({ more }) => more > 0);
    if (isFull && rows > lanes.length)
      setFitted({ asked, rows: Math.min(rows, shown) - 1, isCut: true, isTight });
    else if (isFull && !isTight) setFitted({ asked, rows, isCut: false, isTight: true });
    else if (!isFull && canGrow) setFitted({ asked, rows: rows + 1, isCut, isTight });
    else kept.current = new Set(lanes.flatMap((lane) => lane.shown));
  }, [scene, asked, rows, isCut, isTight, lanes, shown]);
  return useMemo(
    () => ({ view, lanes, isTight, countsOf: (id) => below.of(id) }),
    [view, lanes, isTight, below],
  );
}

/** Input for which a number of rows is fitted. */
interface Asked {
  readonly view: DebateState;
  readonly about: string;
  readonly resizes: number;
}

interface Fitted {
  readonly asked: Asked;
  readonly rows: number;
  readonly isTight: boolean;
}

/** First number to try: after a change of the debate near the last result, since each try needs a layout. */
function firstTry(fitted: Fitted, { about, resizes }: Asked) {
  const isLike = fitted.asked.about === about && fitted.asked.resizes === resizes;
  return {
    rows: isLike ? Math.min(MOST, fitted.rows + 1) : MOST,
    isCut: false,
    isTight: isLike && fitted.isTight,
  };
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
