import type { Effect } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { mergedWay } from '../map/merged.ts';

/** The claims whose tallies an effect may have changed: votes count for what their claim was merged into. */
export function claimsToRecount(effect: Effect, state: DebateState): readonly string[] {
  switch (effect.type) {
    case 'vote.cast':
    case 'vote.withdrawn':
      return mergedWay(state, effect.claimId);
    case 'claim.merged':
      return mergedWay(state, effect.into);
    case 'claim.unmerged':
      return mergedWay(state, effect.from);
    case 'claim.split':
    case 'claim.joined':
      return mergedWay(state, effect.claimId);
    case 'content.hidden':
    case 'content.restored':
    case 'content.resubmitted':
    case 'content.sentBack':
      return [...new Set(effect.ids.flatMap((id) => mergedWay(state, id).slice(1)))];
    default:
      return NOTHING;
  }
}

const NOTHING: readonly string[] = [];
