import { type OperationRules, referTo } from '../engine/operation-rule.ts';
import { isAddingLocked, isCommentLocked } from '../locks/locks.ts';
import { decideComment } from './decide-comment.ts';

/** How each of these operations is decided, what it refers to, and which locks block it. */
export const COMMENT_RULES: OperationRules<
  'comment.add' | 'comment.withdraw' | 'comment.restore' | 'comment.resolve'
> = {
  'comment.add': {
    decide: decideComment,
    refersTo: ({ on, replyTo }) =>
      replyTo === null ? [referTo.target(on)] : [referTo.target(on), referTo.comment(replyTo)],
    isLocked: (state, { on }) => isAddingLocked(state, on),
  },
  'comment.withdraw': {
    decide: decideComment,
    refersTo: ({ commentId }) => [referTo.comment(commentId)],
    isLocked: isCommentLocked,
  },
  'comment.restore': {
    decide: decideComment,
    refersTo: ({ commentId }) => [referTo.comment(commentId)],
    isLocked: isCommentLocked,
  },
  'comment.resolve': {
    decide: decideComment,
    refersTo: ({ commentId }) => [referTo.comment(commentId)],
    isLocked: isCommentLocked,
  },
};
