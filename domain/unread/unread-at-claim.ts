import type { Comment } from '../debate/comments/comment.ts';
import type { DebateState } from '../debate/engine/state.ts';
import type { Claim } from '../debate/map/claim.ts';
import type { Target } from '../debate/map/link.ts';
import { namesOf } from '../debate/map/merged.ts';
import { isHiddenFromReaders } from '../debate/visibility/hidden-content.ts';
import { commentsReadUntil } from './comments-read-until.ts';
import { type ReadMarks, readUntil } from './read-marks.ts';

/** A viewer who returns to a debate. */
export interface Returning {
  readonly participantId: string | null;
  readonly seen: ReadMarks;
}

/** The unread part of a claim: the claim itself, its wording, or its comments. */
export interface UnreadAtClaim {
  readonly what: 'claim' | 'wording' | 'comments';
  /** Number of new comments. */
  readonly comments: number;
}

/** Determines what is unread at a claim for a returning viewer; `null`: nothing. Never their own actions. */
export function unreadAtClaim(state: DebateState, claim: Claim, returning: Returning): UnreadAtClaim | null {
  const turn = claimChange(state, claim, readUntil(returning.seen, claim.id), returning.participantId);
  const comments = newCommentsAt(state, { kind: 'claim', id: claim.id }, returning).length;
  if (turn) return { what: turn, comments };
  return comments > 0 ? { what: 'comments', comments } : null;
}

/** The comments shown at a claim, position or link that are new to a returning viewer. */
export function newCommentsAt(
  state: DebateState,
  place: Target,
  { participantId, seen }: Returning,
): readonly string[] {
  const found: string[] = [];
  for (const id of namesOf(state, place)) {
    const until = commentsReadUntil(state, seen, { ...place, id });
    for (const commentId of state.commentsOn.get(id) ?? []) {
      const comment = state.comments.get(commentId);
      if (comment && isNewComment(state, comment, until, participantId)) found.push(commentId);
    }
  }
  return found;
}

/** Time since which a contribution can be read: of one that was hidden or awaited approval, when it was shown. */
export function shownAt(
  { lastChanges }: DebateState,
  { id, at }: { readonly id: string; readonly at: number },
): number {
  const latest = lastChanges.get(id);
  return latest?.how === 'shown' ? Math.max(at, latest.at) : at;
}

/** Returns whether a claim, or its wording, is new since a moment, and may be shown; `null`: neither. */
export function claimChange(
  state: DebateState,
  claim: Claim,
  from: number,
  me: string | null,
): 'claim' | 'wording' | null {
  const latest = state.lastChanges.get(claim.id);
  const isReworded = latest?.how === 'reworded' && latest.at > from && latest.by !== me;
  const isAdded = shownAt(state, claim) > from && claim.author !== me;
  if ((!isAdded && !isReworded) || claim.retracted || state.merges.has(claim.id)) return null;
  if (isHiddenFromReaders(state, claim.id)) return null;
  return isAdded ? 'claim' : 'wording';
}

/** True if this comment was made by another person since a moment, and still exists. */
export function isNewComment(state: DebateState, comment: Comment, from: number, me: string | null): boolean {
  const { id, author, withdrawn } = comment;
  return shownAt(state, comment) > from && author !== me && !withdrawn && !isHiddenFromReaders(state, id);
}
