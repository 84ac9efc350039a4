'use client';

import { useEffect, useLayoutEffect, useReducer, useRef, useSyncExternalStore } from 'react';
import type { DebateState } from '../../../domain/debate/state.ts';
import type { MapForm } from '../../../domain/layout/map-geometry.ts';
import {
  layoutMap,
  layoutSteps,
  type MapLayout,
  type MapLayoutOptions,
} from '../../../domain/layout/map-layout.ts';
import { GHOST_ID, MOTION_ID } from '../../../domain/layout/map-tree.ts';
import { inSlices } from '../in-slices.ts';
import { useBoard } from '../store/board-context.tsx';
import { useViewPart } from '../view-provider.tsx';
import type { Writing } from '../view-state.tsx';
import { NARROW } from './level-of-detail.ts';
import type { CardMeasure } from './measure-card.ts';

/** What is shown, and what its layout follows from. */
interface Shown {
  readonly state: DebateState;
  readonly collapsed: ReadonlySet<string>;
  readonly writing: Writing | null;
  /** Counts corrections of heights. */
  readonly heights: number;
  readonly form: MapForm;
}

/** A layout, with what it follows from. */
interface LaidOut {
  readonly of: Shown;
  readonly measure: CardMeasure;
  readonly layout: MapLayout;
}

/**
 * The layout of what is shown, and the state it is of: the same objects for as long as nothing moves, each made from the one
 * before. It is made in slices, so that a page of ten thousand claims answers meanwhile, and where it is small within the
 * first; until it is there what was shown stands. What one writes in, and the height it really has, are laid out at once.
 */
export function useMapLayout(
  measure: CardMeasure | null,
  heights: number,
): { state: DebateState | null; layout: MapLayout | null } {
  const state = useBoard(({ replica }) => replica.view);
  const collapsed = useViewPart((parts) => parts.collapsed);
  const writing = useViewPart((parts) => parts.writing);
  const form = useForm();
  const shown = useRef<Shown>({ state, collapsed, writing, heights, form });
  const last = useRef<LaidOut | null>(null);
  const working = useRef<(() => void) | null>(null);
  const [, arrived] = useReducer((count: number) => count + 1, 0);
  shown.current = { state, collapsed, writing, heights, form };

  // After every rendering: there may be something else to lay out by now. What is under way is ended first, as else nothing
  // ever would be while others write faster than that.
  useLayoutEffect(() => {
    const of = shown.current;
    const before = last.current;
    if (measure === null || working.current) return;
    if (before?.measure === measure && isSame(before.of, of)) return;
    let done = false;
    const giveUp = inSlices(layoutSteps(of.state, optionsFor(of, measure, before)), (layout) => {
      done = true;
      working.current = null;
      // Else another was made at once meanwhile, of what came later.
      if (last.current === before) last.current = { of, measure, layout };
      arrived();
    });
    if (!done) working.current = giveUp;
  });
  useEffect(
    () => () => {
      working.current?.();
      working.current = null;
    },
    [],
  );

  if (measure === null || last.current === null) return { state: null, layout: null };
  if (isPressing(last.current.of, shown.current)) {
    const options = optionsFor(shown.current, measure, last.current);
    last.current = { of: shown.current, measure, layout: layoutMap(state, options) };
  }
  return { state: last.current.of.state, layout: last.current.layout };
}

/** Is something else written in, or seen to have another height? Not where laying it out may take a while. */
function isPressing(before: Shown, now: Shown): boolean {
  const isFoldedAnew = before.collapsed !== now.collapsed || before.form !== now.form;
  return !isFoldedAnew && (before.writing !== now.writing || before.heights !== now.heights);
}

function optionsFor(
  { state, collapsed, writing, form }: Shown,
  measure: CardMeasure,
  last: LaidOut | null,
): MapLayoutOptions {
  const ghost = writing?.kind === 'argument' ? writing : null;
  const keyOf = (id: string) => heightKey(state, writing, id);
  const resizable = last?.measure === measure ? measure.corrected() : undefined;
  const earlier = last?.layout ?? null;
  return { measure: measure.of(state, keyOf, form), resizable, collapsed, ghost, form, earlier };
}

function isSame(a: Shown, b: Shown): boolean {
  return (
    a.state === b.state &&
    a.collapsed === b.collapsed &&
    a.writing === b.writing &&
    a.heights === b.heights &&
    a.form === b.form
  );
}

/** Tall on a phone. */
function useForm(): MapForm {
  return useSyncExternalStore(
    onNarrow,
    () => (window.matchMedia(NARROW_SCREEN).matches ? 'tall' : 'wide'),
    wide,
  );
}

const NARROW_SCREEN = `(width < ${NARROW}px)`;
const wide = () => 'wide' as const;

function onNarrow(changed: () => void): () => void {
  const query = window.matchMedia(NARROW_SCREEN);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** What a seen height holds for: it is stale when this has changed. */
export function heightKey(state: DebateState, writing: Writing | null, id: string): string {
  if (id === MOTION_ID) return state.head?.motion ?? '';
  if (id === GHOST_ID) return writing?.kind === 'argument' ? writing.target.id : '';
  const editing = writing?.kind === 'wording' && writing.claimId === id;
  const position = state.positions.get(id);
  const text = position ? `${position.name}\n${position.summary}` : (state.claims.get(id)?.text ?? '');
  return editing ? `~editing ${id}` : text;
}
