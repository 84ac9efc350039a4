import type { DebateState } from '../engine/state.ts';
import { authorOf } from '../visibility/hidden-content.ts';
import type { Viewer } from '../visibility/viewer.ts';
import { FLAGS, type Flag, type FlagKind, type Review } from './review.ts';

/** A claim's or comment's flag of this kind, if it has one. */
export function flagOf(state: DebateState, on: string, what: FlagKind): Flag | undefined {
  return state.reviews.get(on)?.flags.find((mark) => mark.what === what);
}

/** A state in which a contribution has this flag instead of its current one of the same kind; null removes it. */
export function withFlag(state: DebateState, on: string, what: FlagKind, mark: Flag | null): DebateState {
  const others = state.reviews.get(on)?.flags.filter((one) => one.what !== what) ?? [];
  const flags = mark ? [...others, mark].sort((a, b) => placeOf(a) - placeOf(b)) : others;
  const reviews = flags.length > 0 ? state.reviews.set(on, { id: on, flags }) : state.reviews.delete(on);
  return { ...state, reviews };
}

function placeOf({ what }: Flag): number {
  return FLAGS.indexOf(what);
}

/** True if the viewer may know who set a flag, and its note: moderators and the author may. */
export function knowsWhy(state: DebateState, on: string, { seesAll, participantId }: Viewer): boolean {
  return seesAll || (participantId !== null && authorOf(state, on) === participantId);
}

/** Flags as the viewer may know them; the state contains only those visible to the viewer. */
export function reviewsFor(state: DebateState, viewer: Viewer): DebateState['reviews'] {
  if (viewer.seesAll) return state.reviews;
  return state.reviews.map((review) =>
    knowsWhy(state, review.id, viewer) ? review : withoutReasons(review),
  );
}

function withoutReasons({ id, flags }: Review): Review {
  return { id, flags: flags.map((mark) => ({ ...mark, note: '', by: '' })) };
}

/** Flags that name none of these claims. */
export function withoutNaming(
  reviews: DebateState['reviews'],
  ids: ReadonlySet<string>,
): DebateState['reviews'] {
  return reviews.map((review) => (hasReferenceTo(review, ids) ? withoutReference(review, ids) : review));
}

function withoutReference({ id, flags }: Review, ids: ReadonlySet<string>): Review {
  return { id, flags: flags.map((mark) => (isReferenceTo(mark, ids) ? { ...mark, other: null } : mark)) };
}

/** Flags on these, and flags that name one of them: they are sent together. */
export function reviewsOf({ reviews }: DebateState, ids: ReadonlySet<string>): Review[] {
  return [...reviews.values()].filter((review) => ids.has(review.id) || hasReferenceTo(review, ids));
}

/** True if a flag names one of these claims. */
function hasReferenceTo({ flags }: Review, ids: ReadonlySet<string>): boolean {
  return flags.some((mark) => isReferenceTo(mark, ids));
}

function isReferenceTo({ other }: Flag, ids: ReadonlySet<string>): boolean {
  return other !== null && ids.has(other);
}
