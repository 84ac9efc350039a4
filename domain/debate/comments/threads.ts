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

/** The id of the first comment in a comment's thread; `undefined`: its thread is not there. */
export function threadOf(
  state: { readonly comments: Pick<DebateState['comments'], 'get'> },
  { id, replyTo }: Comment,
): string | undefined {
  return replyTo === null ? id : firstInThread(state, replyTo)?.id;
}

/** Comments of a place, the newest, among which authors of a thread are looked for: a place may have a hundred thousand. */
const LOOKED_AT = 1_000;

/** Found so far, by place: people are notified of many comments of one state. */
const authorsIn = new WeakMap<DebateState, Map<string, ThreadAuthors>>();

/** The authors of the comments of each thread that were not withdrawn, by the first comment. */
type ThreadAuthors = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The people who wrote in the thread of a comment, its author among them, and have not withdrawn all they wrote there: the author of its
 * first comment, and those of the place's newest comments.
 */
export function authorsInThread(state: DebateState, comment: Comment): ReadonlySet<string> {
  const first = firstInThread(state, comment.replyTo ?? comment.id);
  if (!first) return new Set();
  const placeId = comment.on.id;
  const places = authorsIn.get(state) ?? new Map<string, ThreadAuthors>();
  authorsIn.set(state, places);
  const threads = places.get(placeId) ?? authorsByThread(state, placeId);
  places.set(placeId, threads);
  return threads.get(first.id) ?? new Set(first.withdrawn ? [] : [first.author]);
}

function authorsByThread(state: DebateState, placeId: string): ThreadAuthors {
  const threads = new Map<string, Set<string>>();
  for (const id of (state.commentsOn.get(placeId) ?? []).slice(-LOOKED_AT)) {
    const comment = state.comments.get(id);
    const first = comment && firstInThread(state, comment.replyTo ?? id);
    if (!first) continue;
    const authors = threads.get(first.id) ?? new Set();
    threads.set(first.id, authors);
    for (const { author, withdrawn } of [first, comment]) if (!withdrawn) authors.add(author);
  }
  return threads;
}
