'use client';

import { useLayoutEffect, useReducer, useRef, useSyncExternalStore } from 'react';
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
 * The layout of what is shown now: the same object for as long as nothing moves, and with it the state it is of. The first
 * one, and one where branches are folded or unfolded, is made in slices, so that a page of ten thousand claims answers
 * meanwhile, and where it is small at once; each is made from the one before.
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
  const [, arrived] = useReducer((count: number) => count + 1, 0);
  shown.current = { state, collapsed, writing, heights, form };

  // biome-ignore lint/correctness/useExhaustiveDependencies: what else is shown is laid out when it changes, below.
  useLayoutEffect(() => {
    const of = shown.current;
    if (measure === null || (last.current && !isFoldedAnew(last.current.of, of))) return;
    return inSlices(layoutSteps(of.state, optionsFor(of, measure, last.current)), (layout) => {
      last.current = { of, measure, layout };
      arrived();
    });
  }, [measure, collapsed, form]);

  if (measure === null || last.current === null) return { state: null, layout: null };
  const { of, layout } = last.current;
  // Until it is laid out anew, what was shown stands.
  if (isFoldedAnew(of, shown.current)) return { state: of.state, layout };
  if (!isSame(of, shown.current)) {
    const options = optionsFor(shown.current, measure, last.current);
    last.current = { of: shown.current, measure, layout: layoutMap(state, options) };
  }
  return { state, layout: last.current.layout };
}

/** May so much be otherwise that laying it out takes a while? */
function isFoldedAnew(before: Shown, now: Shown): boolean {
  return before.collapsed !== now.collapsed || before.form !== now.form;
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
