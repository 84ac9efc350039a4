import type { EntryFrame, ProjectedEffect } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { isQuestion, putRating, ratedIn, withCounts, withRated } from './ratings.ts';
import { withOwnSupport } from './support.ts';

type RatingEffect = Extract<ProjectedEffect, { type: 'rating.tallied' | 'rating.own' }>;

/** Folds the counts of ratings in a projection (absolute), or the viewer's own (already in the counts). */
export function evolveRating(state: DebateState, effect: RatingEffect, { author }: EntryFrame): DebateState {
  const rated = ratedIn(state, effect.on);
  if (!rated) return state;
  if (effect.type === 'rating.tallied') return withRated(state, withCounts(rated, effect.counts));
  if (isQuestion(rated)) return withOwnSupport(state, rated.id, author, effect.own !== null);
  return { ...state, ratings: putRating(state.ratings, rated.id, author, effect.own) };
}
