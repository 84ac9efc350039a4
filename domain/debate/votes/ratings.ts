import { PersistentMap } from '../../collections/persistent-map.ts';
import type { DebateState } from '../engine/state.ts';
import { HEAVIEST, type Link } from '../links/link.ts';
import type { Rating, RatingCounts } from './vote.ts';

/*
 * What people rate, each with one number: links, by weight. Votes are no ratings: they answer a wording, and count for what their claim was
 * merged into.
 */

/** A record that people rate. */
export type Rated = Link;

/** The record with this id that people rate. */
export function ratedIn(state: DebateState, id: string): Rated | undefined {
  return state.links.get(id);
}

/** All records that people rate. */
export function* allRated(state: DebateState): Generator<Rated> {
  yield* state.links.values();
}

/** A state with each record that people rate as `change` makes it. */
export function mapRated(state: DebateState, change: <R extends Rated>(rated: R) => R): DebateState {
  return { ...state, links: state.links.map(change) };
}

/** How many people gave a record each rating; null: nobody gave one. */
export function countsOf(rated: Rated): RatingCounts | null {
  return rated.weighing ?? null;
}

/** A record with these counts; without any if nobody rated it. */
export function withCounts<R extends Rated>({ weighing: _, ...plain }: R, counts: RatingCounts | null): R {
  const counted = counts?.some((count) => count > 0) ? { ...plain, weighing: counts } : plain;
  return counted as R;
}

/** What a rating is given to: a link's relation and target. Given to something else, it does not count. */
export function basisOf({ relation, target }: Pick<Link, 'relation' | 'target'>): string {
  return `${relation} ${target.id}`;
}

/** The rating a person gave a record as it is now; undefined: none. */
export function ownRating(state: DebateState, rated: Rated, participantId: string): number | undefined {
  const own = state.ratings.get(rated.id)?.get(participantId);
  return own?.of === basisOf(rated) ? own.value : undefined;
}

/** A record with the ratings counted that a state has for what it is now. */
export function withRatings<R extends Rated>(state: DebateState, rated: R): R {
  const counts = noRatings();
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
  const counts = [...(countsOf(rated) ?? noRatings())];
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
  return { ...state, links: state.links.set(rated.id, rated) };
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

function noRatings(): number[] {
  return Array.from({ length: HEAVIEST + 1 }, () => 0);
}
