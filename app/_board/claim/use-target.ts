'use client';

import { parentLinkOf } from '../../../domain/debate/claims/tree.ts';
import type { DebateState } from '../../../domain/debate/engine/state.ts';
import type { Link, Target } from '../../../domain/debate/links/link.ts';
import { useBoard } from '../store/board-context.tsx';
import { useReadable } from './use-readable.ts';

/** How a claim bears on what it replies to; an undercut attacks a step, not a claim. */
export type Bearing = 'support' | 'attack' | 'undercut';

export function bearingOf(link: Link): Bearing {
  return link.target.kind === 'link' ? 'undercut' : link.relation;
}

/** Returns how a claim bears on what it is a reply to. */
export function useBearing(claimId: string): Bearing {
  return useBoard(({ replica }) => {
    const link = parentLinkOf(replica.view, claimId);
    return link ? bearingOf(link) : 'support';
  });
}

/** Returns the text that identifies a target: a position's name, a claim's text, the text of the claim a link comes from. */
export function targetText(view: DebateState, target: Target): string {
  switch (target.kind) {
    case 'position':
      return view.positions.get(target.id)?.name ?? '';
    case 'claim':
      return view.claims.get(target.id)?.text ?? '';
    case 'link':
      return view.claims.get(view.links.get(target.id)?.from ?? '')?.text ?? '';
  }
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
