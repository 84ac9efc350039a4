'use client';

import { useRef } from 'react';
import type { DebateState } from '../../../domain/debate/state.ts';
import { layoutMap, type MapLayout } from '../../../domain/layout/map-layout.ts';
import { GHOST_ID, MOTION_ID } from '../../../domain/layout/map-tree.ts';
import { sameMap } from '../../../domain/layout/same-map.ts';
import { useBoard } from '../store/board-context.tsx';
import { useView, type Writing } from '../view-state.tsx';
import type { CardMeasure } from './measure-card.ts';

interface Drawn {
  readonly state: DebateState;
  readonly collapsed: ReadonlySet<string>;
  readonly writing: Writing | null;
  readonly measure: CardMeasure;
  readonly heights: number;
  readonly layout: MapLayout;
}

/** The layout of what is shown now: the same object for as long as nothing moves. `heights` counts corrections. */
export function useMapLayout(
  measure: CardMeasure | null,
  heights: number,
): { state: DebateState | null; layout: MapLayout | null } {
  const state = useBoard(({ replica }) => replica.view);
  const { collapsed, writing } = useView();
  const last = useRef<Drawn | null>(null);
  if (measure === null) return { state: null, layout: null };
  const now = { collapsed, writing, measure, heights };
  if (last.current === null || !stands(last.current, now) || !sameMap(last.current.state, state)) {
    const ghost = writing?.kind === 'argument' ? writing : null;
    const of = measure.of(state, (id) => heightKey(state, writing, id));
    const earlier = last.current?.layout.columns ?? null;
    last.current = { ...now, state, layout: layoutMap(state, { measure: of, collapsed, ghost, earlier }) };
  }
  return { state, layout: last.current.layout };
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

function stands(last: Drawn, now: Omit<Drawn, 'state' | 'layout'>): boolean {
  return (
    last.collapsed === now.collapsed &&
    last.writing === now.writing &&
    last.measure === now.measure &&
    last.heights === now.heights
  );
}
