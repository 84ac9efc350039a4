import { idOf, type Meeting } from './meeting-conditions.ts';

/** How two operations meet in the comments of a place. */
export const COMMENT_MEETINGS: Readonly<Record<string, Meeting>> = {
  'in the thread it resolves': ({ operation: one }, { operation: other }) =>
    'replyTo' in other && other.replyTo === idOf(one, 'commentId'),
  'a reply that waits in the thread it resolves': ({ operation: one }, { operation: other }, state) =>
    'ids' in other &&
    other.ids.some(
      (id) =>
        state.hidden.get(id)?.status === 'pending_approval' &&
        state.comments.get(id)?.replyTo === idOf(one, 'commentId'),
    ),
};
