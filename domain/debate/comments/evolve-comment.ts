import { appendTo } from '../../collections/persistent-index.ts';
import type { Effect, EntryFrame } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { embargo } from '../visibility/embargo.ts';
import { hideContent } from '../visibility/hide-content.ts';
import type { Comment } from './comment.ts';

type CommentEffect = Exclude<Extract<Effect, { type: `comment.${string}` }>, { type: 'comment.edited' }>;

/** Folds the effects on a comment. */
export function evolveComment(state: DebateState, effect: CommentEffect, entry: EntryFrame): DebateState {
  if (effect.type === 'comment.added') return addComment(state, effect, entry);
  const comment = state.comments.get(effect.commentId);
  if (!comment) return state;
  switch (effect.type) {
    case 'comment.withdrawn':
      return put(state, { ...comment, withdrawn: true });
    case 'comment.restored':
      return put(state, { ...comment, withdrawn: false });
    case 'comment.resolved':
      return put(state, { ...comment, resolved: effect.resolved });
  }
}

function addComment(
  state: DebateState,
  {
    commentId,
    on,
    replyTo,
    text,
    pendingApproval,
    embargoed,
    ofAnswer,
  }: Extract<CommentEffect, { type: 'comment.added' }>,
  { author, at }: EntryFrame,
): DebateState {
  const comment: Comment = {
    id: commentId,
    on,
    replyTo,
    text,
    author,
    at,
    editedAt: null,
    withdrawn: false,
    resolved: false,
    ...(ofAnswer !== undefined && { ofAnswer }),
  };
  const placed = { ...put(state, comment), commentsOn: appendTo(state.commentsOn, on.id, commentId) };
  const added = embargoed ? embargo(placed, commentId, author) : placed;
  return pendingApproval ? hideContent(added, [commentId], 'pending_approval', { by: author, at }) : added;
}

function put(state: DebateState, comment: Comment): DebateState {
  return { ...state, comments: state.comments.set(comment.id, comment) };
}
