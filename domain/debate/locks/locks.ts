import type { DebateState } from '../engine/state.ts';
import type { Target } from '../map/link.ts';
import { mergedWay } from '../map/merged.ts';
import { parentLinkOf } from '../map/tree.ts';
import { WHOLE_DEBATE } from './lock.ts';

/** True if only moderators may change this claim now: it is locked, or in a locked branch. */
export function isChangeLocked(state: DebateState, claimId: string): boolean {
  return state.locks.has(claimId) || isAddingLocked(state, { kind: 'claim', id: claimId });
}

/** True if only moderators may add anything here: to a claim, a link or a position, or below it. */
export function isAddingLocked(state: DebateState, target: Target): boolean {
  if (state.locks.size === 0) return false;
  if (state.locks.has(WHOLE_DEBATE)) return true;
  let next: Target | undefined = target;
  // Visits no claim twice, so that a broken state cannot cause an endless loop.
  const passed = new Set<string>();
  while (next && next.kind !== 'position') {
    const claimId: string = next.kind === 'claim' ? next.id : (state.links.get(next.id)?.from ?? '');
    if (passed.has(claimId)) return false;
    passed.add(claimId);
    // Replies to a merged claim are in its branch and in that of the claim it was merged into.
    const path = mergedWay(state, claimId);
    if (path.some((id) => state.locks.get(id)?.branch)) return true;
    next = parentLinkOf(state, path.at(-1) ?? claimId)?.target;
  }
  return next !== undefined && state.locks.has(next.id);
}

/** True if a lock keeps a joined part from being split off again: a lock on it, or on the place it would return to. */
export function isSplitLocked(state: DebateState, part: string): boolean {
  const link = parentLinkOf(state, part);
  return state.locks.has(part) || (link !== undefined && isAddingLocked(state, link.target));
}

/** True if only moderators may add to this comment, change it, or decide about it. */
export function isCommentLocked(state: DebateState, { commentId }: { readonly commentId: string }): boolean {
  const on = state.comments.get(commentId)?.on;
  return on !== undefined && isAddingLocked(state, on);
}

/** True if only moderators may change anything in this debate. */
export function isDebateLocked({ locks }: DebateState): boolean {
  return locks.has(WHOLE_DEBATE);
}
