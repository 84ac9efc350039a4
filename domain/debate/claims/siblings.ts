import type { Actor } from '../engine/permissions.ts';
import type { DebateState } from '../engine/state.ts';
import { hidesClaims } from '../phases/phases.ts';
import { isHiddenFrom, isRootFor } from '../visibility/hidden-content.ts';
import { viewerOf } from '../visibility/viewer.ts';

/** The links at a target, in order, without one of them. */
export function siblingsAt(state: DebateState, targetId: string, without: string | null): readonly string[] {
  const all = state.childLinks.get(targetId) ?? [];
  return without === null ? all : all.filter((id) => id !== without);
}

/** The siblings that the actor sees. */
export function siblingsSeen(
  state: DebateState,
  siblings: readonly string[],
  actor: Actor,
): readonly string[] {
  return siblings.filter((id) => !isHiddenFrom(state, id, viewerOf(actor)));
}

/** The placing of a claim by a person. */
export interface Placing {
  readonly actor: Actor;
  /** True if others don't see the claim yet. */
  readonly waits: boolean;
  /** The sibling after which it is to come, if one was named. */
  readonly after?: string | null | undefined;
}

/**
 * The siblings between which a claim is placed. A key between claims that others don't see would disclose how many there are, so a claim that
 * everyone sees is placed beside one of these only where it is named. Claims that moderators hid were seen before, and keep their places.
 */
export function siblingsPlacedAmong(
  state: DebateState,
  siblings: readonly string[],
  { actor, waits, after }: Placing,
): readonly string[] {
  if (hidesClaims(state)) return siblingsSeen(state, siblings, actor);
  if (state.hidden.size === 0) return siblings;
  const viewer = viewerOf(actor);
  return siblings.filter((id) => {
    const from = state.links.get(id)?.from ?? '';
    if (!awaitsApproval(state, from)) return true;
    return waits ? !isRootFor(state, from, viewer) : id === after;
  });
}

/** True if a claim awaits approval or was sent back: its place, too, is known to its author and moderators alone. */
export function awaitsApproval(state: DebateState, claimId: string): boolean {
  const status = state.hidden.get(claimId)?.status;
  return status === 'pending_approval' || status === 'sent_back';
}
