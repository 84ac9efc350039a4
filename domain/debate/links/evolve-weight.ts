import type { Effect, EntryFrame, ProjectedEffect } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { ownWeight, putWeight, reweighed, stepOf, withWeighing } from './weights.ts';

type WeightEffect = Extract<
  Effect | ProjectedEffect,
  { type: 'link.weighed' | 'weight.tallied' | 'weight.own' }
>;

/**
 * Folds a weight of the log (the counts move by the difference to that person's last one), the counts of a projection (absolute), or the
 * viewer's own weight of a projection (already in the counts).
 */
export function evolveWeight(state: DebateState, effect: WeightEffect, { author }: EntryFrame): DebateState {
  const link = state.links.get(effect.linkId);
  if (!link) return state;
  switch (effect.type) {
    case 'weight.tallied':
      return { ...state, links: state.links.set(link.id, withWeighing(link, effect.weighing)) };
    case 'weight.own':
      return { ...state, weights: putWeight(state.weights, link.id, author, effect.own) };
    case 'link.weighed': {
      const { weight } = effect;
      const counts = reweighed(link.weighing, ownWeight(state, link, author), weight);
      const own = weight === null ? null : { weight, step: stepOf(link) };
      return {
        ...state,
        links: state.links.set(link.id, withWeighing(link, counts)),
        weights: putWeight(state.weights, link.id, author, own),
      };
    }
  }
}
