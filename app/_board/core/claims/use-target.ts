'use client';

import { useCallback } from 'react';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { type Bearing, bearingOf, type Target } from '#domain/debate/map/link.ts';
import { targetText } from '#domain/debate/map/target-text.ts';
import { parentLinkOf } from '#domain/debate/map/tree.ts';
import { useBoard } from '../store/board-context.tsx';
import { useReadable } from './use-readable.ts';

/** Returns how a claim bears on what it is a reply to. */
export function useBearing(claimId: string): Bearing {
  return useBoard(({ replica }) => {
    const link = parentLinkOf(replica.view, claimId);
    return link ? bearingOf(link) : 'support';
  });
}

/** Returns a function that reads out the text that identifies a target: with a note where words were erased. */
export function useReadTarget(): ReadTarget {
  const readable = useReadable();
  return useCallback((view, target) => readable(targetText(view, target)), [readable]);
}

export type ReadTarget = (view: DebateState, target: Target) => string;

/** Returns the text that identifies a target, as people read it; empty if there is none. */
export function useTargetText(target: Target | null): string {
  const readTarget = useReadTarget();
  return useBoard(({ replica }) => (target ? readTarget(replica.view, target) : ''));
}

/** Returns the text that identifies the claim, position or link with this id, as people read it; empty if there is none. */
export function useTextOf(id: string | null): string {
  const readTarget = useReadTarget();
  return useBoard(({ replica: { view } }) => {
    const target = id === null ? null : targetOf(view, id);
    return target ? readTarget(view, target) : '';
  });
}

/** Returns the claim, position or link with this id; `null` if there is none. */
export function targetOf(view: DebateState, id: string): Target | null {
  if (view.claims.has(id)) return { kind: 'claim', id };
  if (view.positions.has(id)) return { kind: 'position', id };
  if (view.links.has(id)) return { kind: 'link', id };
  return null;
}
