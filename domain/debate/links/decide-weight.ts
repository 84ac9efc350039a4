import { accept, type Decision } from '../engine/decision.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { DebateState } from '../engine/state.ts';
import { resolveMerge } from '../map/merged.ts';
import { ownRating } from '../votes/ratings.ts';

/** One weight per person and link: how much of a claim's strength counts for its target. */
export function decideWeight(
  state: DebateState,
  { linkId, weight }: OperationOf<'link.weigh'>,
  actor: Actor,
): Decision {
  const link = state.links.get(linkId);
  if (!link) return refuse('unknown_link');
  if (!may(state, actor, 'link.weigh')) return refuse('not_allowed');
  if (link.retracted) return refuse('link_retracted');
  if (state.claims.get(resolveMerge(state, link.from))?.retracted) return refuse('claim_retracted');
  const own = ownRating(state, link, actor.id);
  if (weight === null && own === undefined) return refuse('no_vote');
  if (weight === own) return refuse('nothing_changed');
  return accept({ type: 'link.weighed', linkId, weight });
}
