import { needsApproval } from '../contributions/needs-approval.ts';
import { accept, type Decision } from '../engine/decision.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import { type DebateState, isTaken } from '../engine/state.ts';
import { targetProblem } from '../map/targets.ts';
import { textProblem } from '../texts/wording.ts';
import { embargoFlag, hasAllUnrevealed } from '../visibility/embargo.ts';
import { isHiddenFromReaders } from '../visibility/hidden-content.ts';
import { mentionProblem } from './mentions.ts';
import { firstInThread } from './threads.ts';

type CommentOperation = OperationOf<
  'comment.add' | 'comment.withdraw' | 'comment.restore' | 'comment.resolve'
>;

export function decideComment(state: DebateState, operation: CommentOperation, actor: Actor): Decision {
  if (operation.type === 'comment.add') return decideCommentAdd(state, operation, actor);
  const comment = state.comments.get(operation.commentId);
  if (!comment) return refuse('unknown_comment');
  if (!may(state, actor, operation.type, comment.author)) return refuse('not_allowed');
  const { commentId } = operation;
  if (operation.type === 'comment.restore') {
    return comment.withdrawn ? accept({ type: 'comment.restored', commentId }) : refuse('nothing_changed');
  }
  if (comment.withdrawn) return refuse('comment_withdrawn');
  switch (operation.type) {
    case 'comment.withdraw':
      return accept({ type: 'comment.withdrawn', commentId });
    case 'comment.resolve': {
      const { resolved } = operation;
      if (comment.resolved === resolved) return refuse('nothing_changed');
      return accept({ type: 'comment.resolved', commentId, resolved });
    }
  }
}

/** A retracted claim may still be discussed, so that its author hears why it is missed; a reply belongs to its thread. */
function decideCommentAdd(state: DebateState, operation: OperationOf<'comment.add'>, actor: Actor): Decision {
  const { commentId, on, replyTo, text } = operation;
  if (!may(state, actor, 'comment.add')) return refuse('not_allowed');
  const problem = textProblem(text, LIMITS.commentCharacters);
  if (problem) return refuse(problem);
  const named = mentionProblem(state, '', text);
  if (named) return refuse(named);
  if (isTaken(state, commentId)) return refuse('id_taken');
  const misplaced = targetProblem(state, on);
  if (misplaced && misplaced !== 'target_retracted') return refuse(misplaced);
  if (replyTo !== null && state.comments.get(replyTo)?.on.id !== on.id) return refuse('unknown_comment');
  const first = replyTo === null ? null : firstInThread(state, replyTo);
  if (first === undefined) return refuse('replies_too_deep', LIMITS.replyLevels);
  if (state.comments.size >= LIMITS.comments) return refuse('too_many', LIMITS.comments);
  if (hasAllUnrevealed(state, actor.id)) return refuse('unrevealed_full', LIMITS.unrevealed);
  const added = { type: 'comment.added', commentId, on, replyTo, text, ...embargoFlag(state) } as const;
  if (needsApproval(state, actor)) return accept({ ...added, pendingApproval: true });
  // A resolved thread is folded: its reply would count as read without being seen.
  const isSeen = !('embargoed' in added) && !(replyTo !== null && isHiddenFromReaders(state, replyTo));
  return first?.resolved && isSeen
    ? accept(added, { type: 'comment.resolved', commentId: first.id, resolved: false })
    : accept(added);
}
