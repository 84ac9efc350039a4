'use client';

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

export function useTargetText(target: Target): string {
  const readable = useReadable();
  return readable(useBoard(({ replica }) => targetText(replica.view, target)));
}

/** Returns the claim, position or link with this id; `null` if there is none. */
export function targetOf(view: DebateState, id: string): Target | null {
  if (view.claims.has(id)) return { kind: 'claim', id };
  if (view.positions.has(id)) return { kind: 'position', id };
  if (view.links.has(id)) return { kind: 'link', id };
  return null;
}
