import type { Effect } from './entries.ts';
import type { Operation } from './operations.ts';
import type { DebateState } from './state.ts';
import { invertChange, type TextChange } from './text-change.ts';
import { revisionIn, type TextEdit, textIn, textNamed } from './texts.ts';
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
    case 'claim.edited':
    case 'comment.edited':
    case 'summary.edited':
    case 'source.edited':
      return invertEdit(before, effect);
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
    case 'position.edited': {
      const position = before.positions.get(effect.positionId);
      if (!position) return null;
      const { type, summary, ...fields } = effect;
      return { ...fieldsBefore(position, fields), type: 'position.edit', positionId: position.id };
    }
    case 'debate.edited': {
      const { head } = before;
      const { type, ...fields } = effect;
      return head && { ...fieldsBefore(head, fields), type: 'debate.edit' };
    }
    case 'debate.configured': {
      const { type, ...chosen } = effect;
      return before.head && { ...fieldsBefore(before.head.settings, chosen), type: 'debate.configure' };
    }
    case 'debate.shown':
      return before.head && { type: 'debate.show', visibility: before.head.visibility };
    case 'debate.turned':
      return before.head && { type: 'debate.turn', life: before.head.life };
    case 'debate.deleted':
      return { type: 'debate.delete', deleted: !effect.deleted };
    case 'debate.created':
    case 'debate.cleared':
    case 'participant.joined':
    case 'position.added':
    case 'source.added':
    case 'text.sealed':
      return null;
  }
}

type Edited = Extract<
  Effect,
  { type: 'claim.edited' | 'comment.edited' | 'summary.edited' | 'source.edited' }
>;

function invertEdit(before: DebateState, effect: Edited): TextEdit | null {
  const name = textNamed(effect);
  const text = textIn(before, name);
  // Nobody asks for a text all anew any more.
  if (text === null || 'text' in effect) return null;
  const change = invertChange(text, effect.change);
  return change && editOf(effect, revisionIn(before, name) + 1, change);
}

function editOf(effect: Edited, base: number, change: TextChange): TextEdit {
  switch (effect.type) {
    case 'claim.edited':
      return { type: 'claim.edit', claimId: effect.claimId, base, change };
    case 'comment.edited':
      return { type: 'comment.edit', commentId: effect.commentId, base, change };
    case 'summary.edited':
      return { type: 'summary.edit', positionId: effect.positionId, base, change };
    case 'source.edited':
      return { type: 'source.edit', sourceId: effect.sourceId, field: effect.field, base, change };
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
