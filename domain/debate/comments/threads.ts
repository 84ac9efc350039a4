import { LIMITS } from '../engine/limits.ts';
import type { DebateState } from '../engine/state.ts';
import type { Comment } from './comment.ts';

/** A comment with the replies to it, and to one another. */
export interface Thread {
  readonly first: Comment;
  readonly replies: readonly Comment[];
}

/**
 * The comments of one place as threads, in the order of both. A reply to a reply is in the thread of the first comment; one whose thread
 * isn't among the comments is a thread of its own.
 */
export function threadsOf(comments: readonly Comment[]): readonly Thread[] {
  const threads = new Map<string, { first: Comment; replies: Comment[] }>();
  const threadOf = new Map<string, string>();
  for (const comment of comments) {
    const first = threadOf.get(comment.replyTo ?? '') ?? comment.id;
    threadOf.set(comment.id, first);
    const thread = threads.get(first);
    if (thread) thread.replies.push(comment);
    else threads.set(first, { first: comment, replies: [] });
  }
  return [...threads.values()];
}

/** The first comment in the thread of a comment; `undefined`: a reply to it would be too deep, or there is no such comment. */
export function firstInThread(
  { comments }: { readonly comments: Pick<DebateState['comments'], 'get'> },
  commentId: string,
): Comment | undefined {
  let first = comments.get(commentId);
  for (let looks = 0; first && looks < LIMITS.replyLevels; looks += 1) {
    if (first.replyTo === null) return first;
    first = comments.get(first.replyTo);
  }
  return undefined;
}
