import { accept, type Decision } from '../engine/decision.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import { type DebateState, isTaken } from '../engine/state.ts';
import type { Target } from '../map/link.ts';
import { resolveMerge, targetNow } from '../map/merged.ts';
import { attackProblem } from '../map/steelman.ts';
import { crossLinkBetween, targetProblem } from '../map/targets.ts';
import { mapPlaceOf, parentLinkOf } from '../map/tree.ts';
import { claimSideProblem } from '../participants/teams.ts';

/** Cross-links: a claim bears on more than its place in the map. They may form cycles; parent links may not. */
export function decideLink(
  state: DebateState,
  operation: OperationOf<'link.add' | 'link.retract' | 'link.restore'>,
  actor: Actor,
): Decision {
  if (operation.type === 'link.add') return decideLinkAdd(state, operation, actor);
  const link = state.links.get(operation.linkId);
  if (!link) return refuse('unknown_link');
  if (link.parent) return refuse('parent_link');
  if (!may(state, actor, operation.type, link.author)) return refuse('not_allowed');
  if (operation.type === 'link.retract') {
    return link.retracted ? refuse('link_retracted') : accept({ type: 'link.retracted', linkId: link.id });
  }
  if (!link.retracted) return refuse('not_retracted');
  if (isLinked(state, link.from, link.target)) return refuse('duplicate_link');
  return accept({ type: 'link.restored', linkId: link.id });
}

function decideLinkAdd(state: DebateState, operation: OperationOf<'link.add'>, actor: Actor): Decision {
  const { linkId, from, target, relation } = operation;
  if (!may(state, actor, 'link.add')) return refuse('not_allowed');
  const claim = state.claims.get(from);
  if (!claim) return refuse('unknown_claim');
  if (claim.retracted) return refuse('claim_retracted');
  const problem = targetProblem(state, target);
  if (problem) return refuse(problem);
  if (mapPlaceOf(state, target)?.id === resolveMerge(state, from)) return refuse('self_link');
  if (target.kind === 'link' && relation !== 'attack') return refuse('link_not_supportable');
  const side = claimSideProblem(state, actor, claim, { target, relation });
  if (side) return refuse(side);
  const waiting = attackProblem(state, target, relation);
  if (waiting) return refuse(waiting);
  if (isTaken(state, linkId)) return refuse('id_taken');
  if (isLinked(state, from, target)) return refuse('duplicate_link');
  if (state.links.size - state.claims.size >= LIMITS.crossLinks) return refuse('too_many', LIMITS.crossLinks);
  return accept({ type: 'link.added', linkId, from, target, relation });
}

/** True if an active link leads from a claim to a target: its parent link or a cross-link. */
function isLinked(state: DebateState, from: string, target: Target): boolean {
  const place = parentLinkOf(state, resolveMerge(state, from))?.target;
  const isPlace = place !== undefined && targetNow(state, place).id === targetNow(state, target).id;
  return isPlace || crossLinkBetween(state, from, target) !== undefined;
}
