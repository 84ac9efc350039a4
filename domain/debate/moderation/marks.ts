import type { DebateState } from '../engine/state.ts';
import { authorOf, type Viewer } from '../visibility/hidden-content.ts';
import { MARKS, type Mark, type MarkKind, type Review } from './review.ts';

/** A mark of a claim or comment, if it has it. */
export function markOf(state: DebateState, on: string, what: MarkKind): Mark | undefined {
  return state.reviews.get(on)?.marks.find((mark) => mark.what === what);
}

/** A state in which a contribution has this mark instead of the one of its kind; with null none of that kind. */
export function withMark(state: DebateState, on: string, what: MarkKind, mark: Mark | null): DebateState {
  const others = state.reviews.get(on)?.marks.filter((one) => one.what !== what) ?? [];
  const marks = mark ? [...others, mark].sort((a, b) => placeOf(a) - placeOf(b)) : others;
  const reviews = marks.length > 0 ? state.reviews.set(on, { id: on, marks }) : state.reviews.delete(on);
  return { ...state, reviews };
}

function placeOf({ what }: Mark): number {
  return MARKS.indexOf(what);
}

/** May somebody know who put a mark, and what was said with it? Those who run the debate and the author may. */
export function knowsWhy(state: DebateState, on: string, { seesAll, participantId }: Viewer): boolean {
  return seesAll || (participantId !== null && authorOf(state, on) === participantId);
}

/** Marks as somebody may know them; all that they may see at all is in the state. */
export function reviewsFor(state: DebateState, viewer: Viewer): DebateState['reviews'] {
  if (viewer.seesAll) return state.reviews;
  return state.reviews.map((review) => (knowsWhy(state, review.id, viewer) ? review : bare(review)));
}

function bare({ id, marks }: Review): Review {
  return { id, marks: marks.map((mark) => ({ ...mark, note: '', by: '' })) };
}

/** Marks in which none of these claims is named. */
export function withoutNaming(
  reviews: DebateState['reviews'],
  ids: ReadonlySet<string>,
): DebateState['reviews'] {
  return reviews.map((review) => (names(review, ids) ? unnamed(review, ids) : review));
}

function unnamed({ id, marks }: Review, ids: ReadonlySet<string>): Review {
  return { id, marks: marks.map((mark) => (isNamed(mark, ids) ? { ...mark, other: null } : mark)) };
}

/** Marks on these, and those that name one of them: they are told with them. */
export function reviewsOf({ reviews }: DebateState, ids: ReadonlySet<string>): Review[] {
  return [...reviews.values()].filter((review) => ids.has(review.id) || names(review, ids));
}

/** Does a mark name one of these claims? */
function names({ marks }: Review, ids: ReadonlySet<string>): boolean {
  return marks.some((mark) => isNamed(mark, ids));
}

function isNamed({ other }: Mark, ids: ReadonlySet<string>): boolean {
  return other !== null && ids.has(other);
}
