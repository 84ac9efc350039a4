import { parentLinkOf } from '../claims/tree.ts';
import type { Operation } from '../engine/operations.ts';
import type { Actor } from '../engine/permissions.ts';
import type { DebateState } from '../engine/state.ts';
import { mergedWay } from '../lineage/merged.ts';
import type { Target } from '../links/link.ts';
import { countedVote } from '../votes/vote-count.ts';
import { WHOLE_DEBATE } from './whole-debate.ts';

/** True if only moderators may change this claim now: it is locked, or in a locked branch. */
function isChangeLocked(state: DebateState, claimId: string): boolean {
  return state.locks.has(claimId) || isAddingLocked(state, { kind: 'claim', id: claimId });
}

/** True if only moderators may add anything here: to a claim, a link or a position, or below it. */
function isAddingLocked(state: DebateState, target: Target): boolean {
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
function isSplitLocked(state: DebateState, part: string): boolean {
  const link = parentLinkOf(state, part);
  return state.locks.has(part) || (link !== undefined && isAddingLocked(state, link.target));
}

/** True if a lock blocks this person's operation. */
export function isLockedFor(state: DebateState, operation: Operation, { id, role }: Actor): boolean {
  if (state.locks.size === 0 || role === 'system' || role === 'owner' || role === 'moderator') return false;
  switch (operation.type) {
    case 'claim.add':
      return isAddingLocked(state, operation.target);
    case 'claim.move':
      return isChangeLocked(state, operation.claimId) || isAddingLocked(state, operation.target);
    case 'claim.edit':
    case 'claim.retract':
    case 'claim.restore':
    case 'claim.cite':
    case 'claim.uncite':
    case 'suggestion.make':
      return isChangeLocked(state, operation.claimId);
    case 'claim.split':
      return (
        isChangeLocked(state, operation.claimId) ||
        operation.parts.some(({ claimId }) => isSplitLocked(state, claimId))
      );
    case 'claim.join':
      return [operation.claimId, ...operation.parts].some((id) => isChangeLocked(state, id));
    case 'vote.cast':
      return isAddingLocked(state, { kind: 'claim', id: operation.claimId });
    case 'vote.withdraw': {
      const { claimId } = operation;
      return isAddingLocked(state, { kind: 'claim', id: countedVote(state, claimId, id)?.on ?? claimId });
    }
    case 'link.add':
      return (
        isAddingLocked(state, { kind: 'claim', id: operation.from }) ||
        isAddingLocked(state, operation.target)
      );
    case 'link.retract':
    case 'link.restore':
    case 'link.weigh':
      return isAddingLocked(state, { kind: 'link', id: operation.linkId });
    case 'comment.add':
      return isAddingLocked(state, operation.on);
    case 'comment.edit':
    case 'comment.withdraw':
    case 'comment.restore':
    case 'comment.resolve': {
      const on = state.comments.get(operation.commentId)?.on;
      return on !== undefined && isAddingLocked(state, on);
    }
    case 'flag.answer': {
      const { on } = operation;
      const comment = state.comments.get(on);
      return comment ? isAddingLocked(state, comment.on) : isChangeLocked(state, on);
    }
    case 'suggestion.settle':
      return isChangeLocked(state, state.suggestions.get(operation.suggestionId)?.claimId ?? '');
    case 'source.add':
    case 'source.edit':
      return state.locks.has(WHOLE_DEBATE);
    default:
      return false;
  }
}
