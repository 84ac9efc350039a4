import { PersistentMap } from '../../collections/persistent-map.ts';
import { parentLinkOf } from '../claims/tree.ts';
import type { Effect, LogEntry, ProjectedEntry } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { NOBODY } from '../visibility/anonymize.ts';
import { isHiddenFrom, type Viewer } from '../visibility/hidden-content.ts';
import { areTalliesHidden, visibleWeighing } from '../votes/ballots.ts';
import type { Weight } from './link.ts';

/** The weights a person may see: their own, on links visible to them. */
export function projectWeights(state: DebateState, viewer: Viewer): DebateState['weights'] {
  const { participantId } = viewer;
  let weights = PersistentMap<string, PersistentMap<string, Weight>>();
  if (participantId === null) return weights;
  for (const [linkId, ofLink] of state.weights) {
    const own = ofLink.get(participantId);
    if (own && !isHiddenFrom(state, linkId, viewer))
      weights = weights.set(linkId, PersistentMap([[participantId, own]]));
  }
  return weights;
}

/**
 * The counts of links' weights after the entries that led to `state`, each sent once, with the last of them. They disclose nothing about
 * who gave them.
 */
export function projectWeightChanges(
  entries: readonly LogEntry[],
  state: DebateState,
  viewer: Viewer,
): ProjectedEntry[] {
  const changed = new Set(entries.flatMap(({ effect }) => changedWeights(effect, state)));
  const last = entries.at(-1);
  if (!last) return [];
  return [...changed].flatMap((linkId): ProjectedEntry[] => {
    const link = state.links.get(linkId);
    if (!link || isHiddenFrom(state, linkId, viewer)) return [];
    const effect = { type: 'weight.tallied' as const, linkId, weighing: visibleWeighing(state, link) };
    return [{ seq: last.seq, at: last.at, actor: NOBODY, author: NOBODY, effect }];
  });
}

/** A person's own weights among entries that led to `state`. */
export function projectOwnWeights(
  entries: readonly LogEntry[],
  state: DebateState,
  viewer: Viewer,
): ProjectedEntry[] {
  return entries.flatMap((entry): ProjectedEntry[] => {
    const { effect, author } = entry;
    if (effect.type !== 'link.weighed' || author !== viewer.participantId) return [];
    const { linkId } = effect;
    if (!state.links.has(linkId) || isHiddenFrom(state, linkId, viewer)) return [];
    const own = state.weights.get(linkId)?.get(author) ?? null;
    return [{ ...entry, effect: { type: 'weight.own', linkId, own } }];
  });
}

/** The links whose weights an effect may have changed: a moved link has another target, for which nobody has weighed it yet. */
function changedWeights(effect: Effect, state: DebateState): readonly string[] {
  // While tallies are hidden, nobody may know that people weigh links, or, from a move, that they had.
  const isHidden = areTalliesHidden(state);
  const weighedOf = (linkIds: readonly string[]) => linkIds.filter((id) => isHidden || state.weights.has(id));
  switch (effect.type) {
    case 'link.weighed':
      return isHidden ? [] : [effect.linkId];
    case 'claim.moved':
      return weighedOf([parentLinkOf(state, effect.claimId)?.id ?? '']);
    case 'claim.split':
      return weighedOf([...effect.parts, ...effect.taken].map(({ linkId }) => linkId));
    case 'claim.joined':
      return weighedOf(effect.returned.map(({ linkId }) => linkId));
    default:
      return [];
  }
}
