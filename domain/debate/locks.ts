import type { Operation } from './operations.ts';
import type { Actor } from './permissions.ts';
import type { DebateState, Target } from './state.ts';
import { ancestorsOf, laneOf, placeOf } from './tree.ts';
import { WHOLE_DEBATE } from './whole-debate.ts';

/** Do those who run the debate alone change this claim now: it is locked, or stands in a branch that is? */
function isFixed(state: DebateState, claimId: string): boolean {
  return state.locks.has(claimId) || isClosed(state, { kind: 'claim', id: claimId });
}

/** Do those who run the debate alone add anything here: to a claim, a link or a position, or under it? */
function isClosed(state: DebateState, target: Target): boolean {
  if (state.locks.size === 0) return false;
  if (state.locks.has(WHOLE_DEBATE)) return true;
  const place = placeOf(state, target);
  if (place?.kind === 'position') return state.locks.has(place.id);
  if (place === null) return false;
  const lane = laneOf(state, place.id) ?? '';
  return (
    state.locks.has(lane) ||
    [place.id, ...ancestorsOf(state, place.id)].some((id) => state.locks.get(id)?.branch === true)
  );
}

/** Does a lock keep this person from what they ask for? */
export function isLockedFor(state: DebateState, operation: Operation, { role }: Actor): boolean {
  if (state.locks.size === 0 || role === 'system' || role === 'owner' || role === 'moderator') return false;
  switch (operation.type) {
    case 'claim.add':
      return isClosed(state, operation.target);
    case 'claim.move':
      return isFixed(state, operation.claimId) || isClosed(state, operation.target);
    case 'claim.edit':
    case 'claim.retract':
    case 'claim.restore':
    case 'claim.split':
    case 'claim.join':
    case 'claim.cite':
    case 'claim.uncite':
      return isFixed(state, operation.claimId);
    case 'vote.cast':
    case 'vote.withdraw':
      return isClosed(state, { kind: 'claim', id: operation.claimId });
    case 'link.add':
      return isClosed(state, { kind: 'claim', id: operation.from }) || isClosed(state, operation.target);
    case 'link.retract':
    case 'link.restore':
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
    case 'source.add':
    case 'source.edit':
      return state.locks.has(WHOLE_DEBATE);
    default:
      return false;
  }
}
