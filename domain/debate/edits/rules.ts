import { namesNothing, neverLocked, type OperationRules, referTo } from '../engine/operation-rule.ts';
import { isChangeLocked, isCommentLocked, isDebateLocked } from '../locks/locks.ts';
import { decideSeal, decideTextEdit } from './decide-text.ts';

/** How each of these operations is decided, what it refers to, and which locks block it. */
export const EDIT_RULES: OperationRules<
  | 'claim.edit'
  | 'comment.edit'
  | 'summary.edit'
  | 'source.edit'
  | 'article.edit'
  | 'conclusion.edit'
  | 'text.seal'
> = {
  'claim.edit': {
    decide: decideTextEdit,
    refersTo: ({ claimId }) => [referTo.claim(claimId)],
    isLocked: (state, { claimId }) => isChangeLocked(state, claimId),
  },
  'comment.edit': {
    decide: decideTextEdit,
    refersTo: ({ commentId }) => [referTo.comment(commentId)],
    isLocked: isCommentLocked,
  },
  'summary.edit': {
    decide: decideTextEdit,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'source.edit': {
    decide: decideTextEdit,
    refersTo: ({ sourceId }) => [referTo.source(sourceId)],
    isLocked: isDebateLocked,
  },
  'article.edit': {
    decide: decideTextEdit,
    refersTo: ({ sourceId }) => [referTo.source(sourceId)],
    isLocked: neverLocked,
  },
  'conclusion.edit': {
    decide: decideTextEdit,
    refersTo: namesNothing,
    isLocked: isDebateLocked,
  },
  'text.seal': {
    decide: decideSeal,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
};
