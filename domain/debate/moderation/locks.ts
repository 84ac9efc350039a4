import { parentLinkOf } from '../claims/tree.ts';
import type { Operation } from '../engine/operations.ts';
import type { Actor } from '../engine/permissions.ts';
import type { DebateState } from '../engine/state.ts';
import { mergedWay } from '../lineage/merged.ts';
import type { Target } from '../links/link.ts';
import { countedVote } from '../votes/vote-count.ts';
import { WHOLE_DEBATE } from './whole-debate.ts';

/** Do those who run the debate alone change this claim now: it is locked, or stands in a branch that is? */
function isFixed(state: DebateState, claimId: string): boolean {
  return state.locks.has(claimId) || isClosed(state, { kind: 'claim', id: claimId });
}

/** Do those who run the debate alone add anything here: to a claim, a link or a position, or under it? */
function isClosed(state: DebateState, target: Target): boolean {
  if (state.locks.size === 0) return false;
  if (state.locks.has(WHOLE_DEBATE)) return true;
  let next: Target | undefined = target;
  // No claim is passed twice, so that a broken state cannot hang it.
  const passed = new Set<string>();
  while (next && next.kind !== 'position') {
    const claimId: string = next.kind === 'claim' ? next.id : (state.links.get(next.id)?.from ?? '');
    if (passed.has(claimId)) return false;
    passed.add(claimId);
    // What came with a merged claim stands in that one's branch, and in that of the claim it was merged into.
    const way = mergedWay(state, claimId);
    if (way.some((id) => state.locks.get(id)?.branch)) return true;
    next = parentLinkOf(state, way.at(-1) ?? claimId)?.target;
  }
  return next !== undefined && state.locks.has(next.id);
}

/** Is a part, joined to what it was split from, kept there: by a lock of its own, or by one on the place it would have again? */
function isKeptJoined(state: DebateState, part: string): boolean {
  const link = parentLinkOf(state, part);
  return state.locks.has(part) || (link !== undefined && isClosed(state, link.target));
}

/** Does a lock keep this person from what they ask for? */
export function isLockedFor(state: DebateState, operation: Operation, { id, role }: Actor): boolean {
  if (state.locks.size === 0 || role === 'system' || role === 'owner' || role === 'moderator') return false;
  switch (operation.type) {
    case 'claim.add':
      return isClosed(state, operation.target);
    case 'claim.move':
      return isFixed(state, operation.claimId) || isClosed(state, operation.target);
    case 'claim.edit':
    case 'claim.retract':
    case 'claim.restore':
    case 'claim.cite':
    case 'claim.uncite':
    case 'suggestion.make':
      return isFixed(state, operation.claimId);
    case 'claim.split':
      return (
        isFixed(state, operation.claimId) ||
        operation.parts.some(({ claimId }) => isKeptJoined(state, claimId))
      );
    case 'claim.join':
      return [operation.claimId, ...operation.parts].some((id) => isFixed(state, id));
    case 'vote.cast':
      return isClosed(state, { kind: 'claim', id: operation.claimId });
    case 'vote.withdraw': {
      const { claimId } = operation;
      return isClosed(state, { kind: 'claim', id: countedVote(state, claimId, id)?.on ?? claimId });
    }
    case 'link.add':
      return isClosed(state, { kind: 'claim', id: operation.from }) || isClosed(state, operation.target);
    case 'link.retract':
    case 'link.restore':
    case 'link.weigh':
      return isClosed(state, { kind: 'link', id: operation.linkId });
    case 'comment.add':
      return isClosed(state, operation.on);
    case 'comment.edit':
    case 'comment.withdraw':
    case 'comment.restore':
    case 'comment.resolve': {
      const on = state.comments.get(operation.commentId)?.on;
      return on !== undefined && isClosed(state, on);
    }
    case 'mark.answer': {
      const { on } = operation;
      const comment = state.comments.get(on);
      return comment ? isClosed(state, comment.on) : isFixed(state, on);
    }
    case 'suggestion.settle':
      return isFixed(state, state.suggestions.get(operation.suggestionId)?.claimId ?? '');
    case 'source.add':
    case 'source.edit':
      return state.locks.has(WHOLE_DEBATE);
    default:
      return false;
  }
}
