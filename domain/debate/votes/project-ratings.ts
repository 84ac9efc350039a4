import { PersistentMap } from '../../collections/persistent-map.ts';
import type { Effect, LogEntry, ProjectedEntry } from '../engine/entries.ts';
import { sentAs, subjectOf } from '../engine/events.ts';
import type { DebateState } from '../engine/state.ts';
import { parentLinkOf } from '../map/tree.ts';
import { isHiddenFrom } from '../visibility/hidden-content.ts';
import { mergedWayOf } from '../visibility/shown-question.ts';
import { NOBODY, type Viewer } from '../visibility/viewer.ts';
import { areTalliesHidden, isRatingHidden, visibleRatings } from './ballots.ts';
import { ratedIn } from './ratings.ts';
import { namesOfQuestion } from './support.ts';
import type { Rating } from './vote.ts';

/** The ratings a person may see: their own, of what is visible to them. */
export function projectRatings(state: DebateState, viewer: Viewer): DebateState['ratings'] {
  const { participantId } = viewer;
  let ratings = PersistentMap<string, PersistentMap<string, Rating>>();
  if (participantId === null) return ratings;
  for (const [id, onIt] of state.ratings) {
    const own = onIt.get(participantId);
    if (own && !isHiddenFrom(state, id, viewer))
      ratings = ratings.set(id, PersistentMap([[participantId, own]]));
  }
  return ratings;
}

/**
 * The counts of ratings after the entries that led to `state`, each sent once, with the last of them. They disclose nothing about who gave
 * them.
 */
export function projectRatingChanges(
  entries: readonly LogEntry[],
  state: DebateState,
  viewer: Viewer,
): ProjectedEntry[] {
  const changed = new Set(entries.flatMap(({ effect }) => changedRatings(effect, state)));
  const last = entries.at(-1);
  if (!last) return [];
  return [...changed].flatMap((on): ProjectedEntry[] => {
    const rated = ratedIn(state, on);
    if (!rated || isHiddenFrom(state, on, viewer)) return [];
    const effect = { type: 'rating.tallied' as const, on, counts: visibleRatings(state, rated) };
    return [{ seq: last.seq, at: last.at, actor: NOBODY, author: NOBODY, effect }];
  });
}

/** A person's own ratings among entries that led to `state`. */
export function projectOwnRatings(
  entries: readonly LogEntry[],
  state: DebateState,
  viewer: Viewer,
): ProjectedEntry[] {
  return entries.flatMap((entry): ProjectedEntry[] => {
    const { effect, author } = entry;
    const on = ratedBy(effect);
    if (on === null || author !== viewer.participantId) return [];
    if (!ratedIn(state, on) || isHiddenFrom(state, on, viewer)) return [];
    const own = state.ratings.get(on)?.get(author) ?? null;
    return [{ ...entry, effect: { type: 'rating.own', on, own } }];
  });
}

/** The id of what an effect rates; null: it is no rating. */
export function ratedBy(effect: Effect): string | null {
  return sentAs(effect) === 'rating' ? subjectOf(effect) : null;
}

/** Returns the things whose ratings an effect may have changed: a moved link has another target, for which nobody has weighed it yet. */
function changedRatings(effect: Effect, state: DebateState): readonly string[] {
  // While tallies are hidden, nobody may know that people rate anything, or, from a move, that they had.
  const rated = ratedBy(effect);
  if (rated !== null && isRatingHidden(state, effect)) return [];
  if (effect.type === 'question.supported') {
    // A question may have support of its own while what it was merged into is not shown.
    const way = mergedWayOf(state, effect.questionId);
    // Support is withdrawn from all that were merged.
    return effect.supported ? way : [...namesOfQuestion(state, effect.questionId), ...way];
  }
  if (rated !== null) return [rated];
  const isHidden = areTalliesHidden(state);
  const ratedOf = (linkIds: readonly string[]) => linkIds.filter((id) => isHidden || state.ratings.has(id));
  switch (effect.type) {
    case 'claim.moved':
      return ratedOf([parentLinkOf(state, effect.claimId)?.id ?? '']);
    case 'claim.split':
      return ratedOf([...effect.parts, ...effect.taken].map(({ linkId }) => linkId));
    case 'claim.joined':
      return ratedOf(effect.returned.map(({ linkId }) => linkId));
    case 'question.merged':
      return mergedWayOf(state, effect.questionId);
    case 'question.unmerged':
      return [effect.questionId, ...mergedWayOf(state, effect.from)];
    default:
      return [];
  }
}
