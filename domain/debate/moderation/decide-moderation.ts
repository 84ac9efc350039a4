import { firstInThread } from '../comments/threads.ts';
import { accept, type Decision } from '../engine/decision.ts';
import type { EffectOf } from '../engine/define-event.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { DebateState } from '../engine/state.ts';
import { isAnonymous } from '../head/names.ts';
import { textProblem } from '../texts/wording.ts';
import { authorOf, isHiddenFromReaders } from '../visibility/hidden-content.ts';

type ModerationOperation = OperationOf<'content.hide' | 'content.hideAllBy' | 'content.restore'>;

/** Hides claims, comments and questions from everyone but their author and moderators, and restores them. */
export function decideModeration(state: DebateState, operation: ModerationOperation, actor: Actor): Decision {
  if (!may(state, actor, operation.type)) return refuse('not_allowed');
  if (operation.type === 'content.restore') return decideRestore(state, operation.ids);
  // Content that disappears together would be known to have one author.
  if (operation.type === 'content.hideAllBy' && isAnonymous(state)) return refuse('author_anonymous');
  const { reason, note } = operation;
  const problem =
    textProblem(reason, LIMITS.reasonCharacters) ?? textProblem(note, LIMITS.noteCharacters, 'allowed');
  if (problem) return refuse(problem);
  const named =
    operation.type === 'content.hide'
      ? operation.ids
      : writtenBy(state, operation.participantId, operation.since).filter((id) => !state.embargoed.has(id));
  if (named.some((id) => authorOf(state, id) === undefined)) return refuse('unknown_target');
  const ids = [...new Set(named)].filter((id) => !state.hidden.has(id)).slice(0, LIMITS.hiddenAtOnce);
  if (ids.length === 0) return refuse('nothing_changed');
  return accept({ type: 'content.hidden', ids, reason, note });
}

function decideRestore(state: DebateState, named: readonly string[]): Decision {
  if (named.some((id) => authorOf(state, id) === undefined)) return refuse('unknown_target');
  const ids = [...new Set(named)].filter((id) => state.hidden.has(id));
  if (ids.length === 0) return refuse('nothing_changed');
  return accept({ type: 'content.restored', ids }, ...reopenedBy(state, ids));
}

/** A resolved thread is folded: a reply that everyone sees only from now on opens it, as one that needed no approval did. */
function reopenedBy(state: DebateState, ids: readonly string[]): EffectOf<'comment.resolved'>[] {
  const after = { ...state, hidden: state.hidden.deleteAll(ids) };
  const threads = new Set<string>();
  for (const id of ids) {
    const comment = state.comments.get(id);
    if (!comment || comment.replyTo === null || comment.withdrawn) continue;
    // Hidden content was seen before it was hidden.
    if (state.hidden.get(id)?.status === 'hidden' || isHiddenFromReaders(after, id)) continue;
    const first = firstInThread(state, comment.replyTo);
    if (first?.resolved) threads.add(first.id);
  }
  return [...threads].map((commentId) => ({ type: 'comment.resolved', commentId, resolved: false }));
}

/**
 * Everything visible that a person has added since a server time, newest first: if it is too much for one operation, the newest is hidden
 * first.
 */
export function writtenBy(state: DebateState, participantId: string, since = 0): string[] {
  return [...state.claims.values(), ...state.comments.values(), ...state.questions.values()]
    .filter(({ author, id, at }) => author === participantId && at >= since && !state.hidden.has(id))
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}
