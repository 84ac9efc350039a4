import type { Effect } from './entries.ts';
import type { Operation } from './operations.ts';
import type { DebateState } from './state.ts';
import { invertChange } from './text-change.ts';
import { parentLinkOf } from './tree.ts';

/**
 * The operation that takes an effect back, for undo: built on the state before it, decided like any other when it is
 * asked for, so that undoing never undoes what others did meanwhile. Null where nothing can be taken back.
 */
export function invertEffect(before: DebateState, effect: Effect, actor: string): Operation | null {
  switch (effect.type) {
    case 'claim.added':
    case 'claim.restored':
      return { type: 'claim.retract', claimId: effect.claimId };
    case 'claim.retracted':
      return { type: 'claim.restore', claimId: effect.claimId };
    case 'claim.edited': {
      const claim = before.claims.get(effect.claimId);
      const change = claim && invertChange(claim.text, effect.change);
      return claim && change
        ? { type: 'claim.edit', claimId: claim.id, base: claim.revision + 1, change }
        : null;
    }
    case 'claim.moved':
      return invertMove(before, effect.claimId);
    case 'claim.cited':
      return { type: 'claim.uncite', claimId: effect.claimId, sourceId: effect.sourceId };
    case 'claim.uncited':
      return { type: 'claim.cite', claimId: effect.claimId, sourceId: effect.sourceId };
    case 'link.added':
    case 'link.restored':
      return { type: 'link.retract', linkId: effect.linkId };
    case 'link.retracted':
      return { type: 'link.restore', linkId: effect.linkId };
    case 'vote.cast':
    case 'vote.withdrawn':
      return invertVote(before, effect.claimId, actor);
    case 'comment.added':
    case 'comment.restored':
      return { type: 'comment.withdraw', commentId: effect.commentId };
    case 'comment.withdrawn':
      return { type: 'comment.restore', commentId: effect.commentId };
    case 'comment.resolved':
      return { type: 'comment.resolve', commentId: effect.commentId, resolved: !effect.resolved };
    case 'comment.edited': {
      const comment = before.comments.get(effect.commentId);
      return comment ? { type: 'comment.edit', commentId: comment.id, text: comment.text } : null;
    }
    case 'position.edited': {
      const position = before.positions.get(effect.positionId);
      if (!position) return null;
      const { type, ...fields } = effect;
      return { ...fieldsBefore(position, fields), type: 'position.edit', positionId: position.id };
    }
    case 'debate.edited': {
      const { head } = before;
      const { type, ...fields } = effect;
      return head && { ...fieldsBefore(head, fields), type: 'debate.edit' };
    }
    case 'debate.created':
    case 'participant.joined':
    case 'position.added':
    case 'source.added':
      return null;
  }
}

/** What the changed fields of a record were: only these are put back. */
function fieldsBefore<T extends object, K extends keyof T>(before: T, changed: Partial<Record<K, unknown>>) {
  const fields: Partial<Pick<T, K>> = {};
  for (const field in changed) if (field in before) fields[field] = before[field];
  return fields;
}

function invertMove(before: DebateState, claimId: string): Operation | null {
  const link = parentLinkOf(before, claimId);
  if (!link) return null;
  const siblings = before.childLinks.get(link.target.id) ?? [];
  const after = siblings[siblings.indexOf(link.id) - 1] ?? null;
  return { type: 'claim.move', claimId, target: link.target, relation: link.relation, after };
}

function invertVote(before: DebateState, claimId: string, actor: string): Operation {
  const vote = before.votes.get(claimId)?.get(actor);
  if (!vote) return { type: 'vote.withdraw', claimId };
  return { type: 'vote.cast', claimId, answer: vote.answer, wording: vote.wording };
}
