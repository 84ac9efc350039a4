'use client';

import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react';
import { inSlices } from '#app/_ui/in-slices.ts';
import { useThrow } from '#app/_ui/use-throw.ts';
import { finish, type Steps } from '#domain/collections/steps.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { withArrivals } from '#domain/front/arrivals.ts';
import { type BranchIndex, ClaimsBelow } from '#domain/front/claims-below.ts';
import type { Folds } from '#domain/front/folds.ts';
import type { FrontLayout, FrontMeasure } from '#domain/front/front-box.ts';
import type { StageSize } from '#domain/front/front-form.ts';
import { type FrontOptions, layFrontSteps } from '#domain/front/lay-front.ts';
import type { Replay } from '#domain/front/replay.ts';
import { GHOST_ID, MOTION_ID } from '#domain/layout/map-tree.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { useViewPart } from '../../core/view/view-provider.tsx';
import type { WritingTarget } from '../../core/view/view-state.tsx';
import type { SeenHeights } from './front-measure.ts';
import { type ReplayNow, useReplay } from './replay-context.ts';

/** The input of a layout. */
interface Shown {
  readonly state: DebateState;
  /** Branches of the front, while only its claims are loaded. */
  readonly branches: BranchIndex | null;
  readonly stage: StageSize | null;
  readonly folds: Folds;
  readonly asked: ReadonlyMap<string, number>;
  readonly needed: string;
  readonly writing: WritingTarget | null;
  readonly replay: ReplayNow;
  /** Counts corrections of heights. */
  readonly corrections: number;
}

/** A layout with its input. */
interface LaidOut {
  readonly of: Shown;
  readonly heights: SeenHeights;
  readonly layout: FrontLayout;
}

/**
 * The layout of what is shown, and its state: the same objects for as long as nothing moves. It is calculated in slices, so that a page
 * with ten thousand claims responds meanwhile; until it is ready the layout before stays. What the viewer opens or writes in, and its
 * measured height, are laid out at once. `held` is the box in the tab order; it stays on the map.
 */
export function useMapLayout(
  heights: SeenHeights | null,
  corrections: number,
  stage: StageSize | null,
  held: { readonly current: string },
): { state: DebateState | null; layout: FrontLayout | null } {
  const state = useBoard(({ replica }) => replica.view);
  const branches = useBoard((board) => board.branches);
  const folds = useViewPart((parts) => parts.folds);
  const asked = useViewPart((parts) => parts.asked);
  const needed = useNeeded();
  const writing = useViewPart((parts) => parts.writing);
  const replay = useReplay();
  const [counted] = useState(() => new ClaimsBelow());
  const below = branches ?? counted;
  const now: Shown = { state, branches, stage, folds, asked, needed, writing, replay, corrections };
  const shown = useRef(now);
  const last = useRef<LaidOut | null>(null);
  const working = useRef<(() => void) | null>(null);
  const fail = useThrow();
  const [, arrived] = useReducer((count: number) => count + 1, 0);
  shown.current = now;
  const arrivals = useRef<readonly string[]>([]);

  // After every rendering: there may be something else to lay out by now. A running calculation is finished first; otherwise none would
  // ever finish while others write faster than that.
  useLayoutEffect(() => {
    const of = shown.current;
    const before = last.current;
    if (heights === null || of.stage === null || of.replay === 'pending' || working.current) return;
    if (before?.heights === heights && isSame(before.of, of)) return;
    let done = false;
    // Claims that existed but weren't loaded yet have not just been added.
    if (before && of.replay === null && before.of.branches === of.branches)
      arrivals.current = withArrivals(arrivals.current, before.of.state, of.state);
    const index = of.branches ?? counted;
    const options = optionsFor(of, of.stage, heights, index, arrivals.current, before, held.current);
    const over = () => {
      done = true;
      working.current = null;
    };
    const giveUp = inSlices(
      stepsOf(of, options),
      (layout) => {
        over();
        // Otherwise another one was made at once meanwhile, from something newer.
        if (last.current === before) last.current = { of, heights, layout };
        arrived();
      },
      (error) => {
        over();
        // The layout before stays; without one there is no map.
        if (before) reportError(error);
        else fail(error);
      },
    );
    if (!done) working.current = giveUp;
  });
  useEndOf(working);

  if (heights === null || stage === null || last.current === null) return { state: null, layout: null };
  // Wait for a running update: both use the same cache.
  if (working.current === null && isPressing(last.current.of, now)) {
    const options = optionsFor(now, stage, heights, below, arrivals.current, last.current, held.current);
    last.current = { of: now, heights, layout: finish(stepsOf(now, options)) };
  }
  return { state: last.current.of.state, layout: last.current.layout };
}

/** Cancels what is running when the component goes. */
function useEndOf(working: { current: (() => void) | null }): void {
  useEffect(
    () => () => {
      working.current?.();
      working.current = null;
    },
    [working],
  );
}

/** Space-separated ids that are shown regardless of rank. */
function useNeeded(): string {
  return useViewPart(({ selected, search, chosen, writing, branch, held }) =>
    [
      selected?.id ?? '',
      search?.at ?? '',
      writing?.kind === 'wording' ? writing.claimId : '',
      branch ?? '',
      held ?? '',
      ...chosen,
    ].join(' '),
  );
}

/** Returns `true` if the viewer caused the change. Such layouts are made at once. */
function isPressing(before: Shown, now: Shown): boolean {
  return (
    before.writing !== now.writing ||
    before.corrections !== now.corrections ||
    before.folds !== now.folds ||
    before.asked !== now.asked ||
    before.stage !== now.stage ||
    before.needed !== now.needed
  );
}

function stepsOf({ state, replay }: Shown, options: FrontOptions): Steps<FrontLayout> {
  return isReplay(replay) ? replay.steps(state, options) : layFrontSteps(state, options);
}

function isReplay(replay: ReplayNow): replay is Replay {
  return replay !== null && replay !== 'pending';
}

function optionsFor(
  shown: Shown,
  stage: StageSize,
  heights: SeenHeights,
  below: BranchIndex,
  arrivals: readonly string[],
  before: LaidOut | null,
  held: string,
): FrontOptions {
  const { state, folds, asked, needed, writing, replay } = shown;
  const earlier = before && before.of.asked === asked && before.of.stage === stage ? before.layout : null;
  // A link is shown at its source claim.
  const claimOf = (id: string) => state.links.get(id)?.from ?? id;
  return {
    stage,
    measure: measureOf(shown, heights),
    folds,
    asked,
    needed: new Set([...needed.split(' ').map(claimOf), ...arrivals, held]),
    edited: writing?.kind === 'wording' ? writing.claimId : null,
    earlier: earlier && isReplay(replay) ? replay.wholeOf(earlier) : earlier,
    ghost: writing?.kind === 'argument' ? writing : null,
    below,
  };
}

/**
 * Returns the measure for a state. In a replay a box is as high as it is now or at the end, so that other wordings don't move the claims
 * below.
 */
function measureOf({ state, writing, replay }: Shown, heights: SeenHeights): FrontMeasure {
  const measureIn = (of: DebateState) => heights.of(of, (id) => heightKey(of, writing, id));
  if (!isReplay(replay)) return measureIn(state);
  const { final } = replay;
  const [now, then] = [measureIn(state), measureIn(final)];
  return (measured) => {
    const { id } = measured;
    if (!isIn(state, id)) return then(measured);
    return isIn(final, id) ? Math.max(now(measured), then(measured)) : now(measured);
  };
}

function isIn({ claims, positions }: DebateState, id: string): boolean {
  return id === MOTION_ID || claims.has(id) || positions.has(id);
}

function isSame(a: Shown, b: Shown): boolean {
  return a.state === b.state && a.replay === b.replay && !isPressing(a, b);
}

/** Returns the key of a measured height: it is stale when the key has changed. */
export function heightKey(state: DebateState, writing: WritingTarget | null, id: string): string {
  if (id === MOTION_ID) return state.head?.motion ?? '';
  if (id === GHOST_ID) return writing?.kind === 'argument' ? writing.target.id : '';
  const editing = writing?.kind === 'wording' && writing.claimId === id;
  const position = state.positions.get(id);
  const text = position ? `${position.name}\n${position.summary}` : (state.claims.get(id)?.text ?? '');
  return editing ? `~editing ${id}` : text;
}
