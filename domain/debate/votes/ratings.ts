import { PersistentMap } from '../../collections/persistent-map.ts';
import type { DebateState } from '../engine/state.ts';
import { type Claim, REACTIONS } from '../map/claim.ts';
import { HEAVIEST, type Link } from '../map/link.ts';
import type { Rating, RatingCounts } from './vote.ts';

/*
 * People rate links by weight, claims by a reaction and questions by supporting them, each with one number. Votes are no ratings: they answer a wording, and count for
 * what their claim was merged into.
 */

/** A record that people rate. */
export type Rated = Link | Claim | Question;

type Question = NonNullable<ReturnType<DebateState['questions']['get']>>;

/** The record with this id that people rate. */
export function ratedIn(state: DebateState, id: string): Rated | undefined {
  return state.links.get(id) ?? state.claims.get(id) ?? state.questions.get(id);
}

/** All records that people rate, except questions, whose support is counted with that of others. */
export function* allRated(state: DebateState): Generator<Link | Claim> {
  yield* state.links.values();
  yield* state.claims.values();
}

/** A state with each record that people rate as `change` makes it. */
export function mapRated(state: DebateState, change: <R extends Rated>(rated: R) => R): DebateState {
  return {
    ...state,
    links: state.links.map(change),
    claims: state.claims.map(change),
    questions: state.questions.map(change),
  };
}

/** How many people gave a record each rating; null: nobody gave one. */
export function ratingCountsOf(rated: Rated): RatingCounts | null {
  if (isQuestion(rated)) return rated.support ?? null;
  return (isLink(rated) ? rated.weighing : rated.reactions) ?? null;
}

/** A record with these counts; without any if nobody rated it. */
export function withCounts<R extends Rated>(rated: R, counts: RatingCounts | null): R {
  const field = isLink(rated) ? 'weighing' : isQuestion(rated) ? 'support' : 'reactions';
  const { [field]: _, ...plain } = rated as R & Partial<Record<typeof field, RatingCounts>>;
  const isRated = counts?.some((count) => count > 0) ?? false;
  return (isRated ? { ...plain, [field]: counts } : plain) as R;
}

/** The basis of a rating: a link's relation and target, or a claim. Given to something else, it does not count. */
export function basisOf(rated: Rated): string {
  return isLink(rated) ? `${rated.relation} ${rated.target.id}` : '';
}

/** The rating a person gave a record as it is now; undefined: none. */
export function ownRating(state: DebateState, rated: Rated, participantId: string): number | undefined {
  const own = state.ratings.get(rated.id)?.get(participantId);
  return own?.of === basisOf(rated) ? own.value : undefined;
}

/** True if people are asked to rate this link: neither it nor its claim is retracted, and its claim was not merged into another. */
export function takesRatings(state: DebateState, link: Link): boolean {
  const claim = state.claims.get(link.from);
  return claim !== undefined && !claim.retracted && !link.retracted && !state.merges.has(claim.id);
}

/** A record with the ratings counted that a state has for what it is now. */
export function withRatings<R extends Rated>(state: DebateState, rated: R): R {
  const counts = noRatings(rated);
  for (const { value, of } of state.ratings.get(rated.id)?.values() ?? [])
    if (of === basisOf(rated)) counts[value] = (counts[value] ?? 0) + 1;
  return withCounts(rated, counts);
}

/** A state in which a person has rated a record; null: withdrawn. */
export function rate(
  state: DebateState,
  id: string,
  { author }: { readonly author: string },
  value: number | null,
): DebateState {
  const rated = ratedIn(state, id);
  if (!rated) return state;
  const counts = [...(ratingCountsOf(rated) ?? noRatings(rated))];
  const was = ownRating(state, rated, author);
  if (was !== undefined) counts[was] = Math.max(0, (counts[was] ?? 0) - 1);
  if (value !== null) counts[value] = (counts[value] ?? 0) + 1;
  const own = value === null ? null : { value, of: basisOf(rated) };
  return {
    ...withRated(state, withCounts(rated, counts)),
    ratings: putRating(state.ratings, id, author, own),
  };
}

/** A state with this record in the place of the one before. */
export function withRated(state: DebateState, rated: Rated): DebateState {
  if (isQuestion(rated)) return { ...state, questions: state.questions.set(rated.id, rated) };
  return isLink(rated)
    ? { ...state, links: state.links.set(rated.id, rated) }
    : { ...state, claims: state.claims.set(rated.id, rated) };
}

/** The ratings with one person's set; null: removed. */
export function putRating(
  ratings: DebateState['ratings'],
  id: string,
  participantId: string,
  rating: Rating | null,
): DebateState['ratings'] {
  const onIt = ratings.get(id) ?? PersistentMap<string, Rating>();
  const next = rating ? onIt.set(participantId, rating) : onIt.delete(participantId);
  return next.size === 0 ? ratings.delete(id) : ratings.set(id, next);
}

function noRatings(rated: Rated): number[] {
  return Array.from({ length: isLink(rated) ? HEAVIEST + 1 : REACTIONS.length }, () => 0);
}

/** True for a question from the floor. */
export function isQuestion(rated: Rated): rated is Question {
  return 'answered' in rated;
}

function isLink(rated: Rated): rated is Link {
  return 'relation' in rated;
}
