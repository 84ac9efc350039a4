import { about, type EventDefinitions } from '../engine/define-event.ts';
import { evolveComment } from './evolve-comment.ts';

/** The meaning of each of these events. */
export const COMMENT_EVENTS: EventDefinitions<
  'comment.added' | 'comment.withdrawn' | 'comment.restored' | 'comment.resolved'
> = {
  'comment.added': {
    evolve: evolveComment,
    invert: (_, { commentId }) => ({ type: 'comment.withdraw', commentId }),
    subject: about.comment,
    sentAs: 'entry',
  },
  'comment.withdrawn': {
    evolve: evolveComment,
    invert: (_, { commentId }) => ({ type: 'comment.restore', commentId }),
    subject: about.comment,
    sentAs: 'entry',
  },
  'comment.restored': {
    evolve: evolveComment,
    invert: (_, { commentId }) => ({ type: 'comment.withdraw', commentId }),
    subject: about.comment,
    sentAs: 'entry',
  },
  'comment.resolved': {
    evolve: evolveComment,
    invert: (_, { commentId, resolved }) => ({ type: 'comment.resolve', commentId, resolved: !resolved }),
    subject: about.comment,
    sentAs: 'entry',
  },
};
