import { levelsAbove } from '../claims/decide-claim.ts';
import { SYSTEM } from '../engine/entries.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import type { DebateState } from '../engine/state.ts';
import { isLooser, namesIn } from '../head/names.ts';
import { sourcesOf } from '../lineage/merged-contents.ts';
import type { Claim } from '../map/claim.ts';
import type { Relation, Target } from '../map/link.ts';
import { positionsInOrder } from '../map/positions-in-order.ts';
import { targetProblem } from '../map/targets.ts';
import { laneOf, parentLinkOf, parentOf } from '../map/tree.ts';
import type { Group } from './group.ts';

/** A group's claim as promoted to the plenary. */
export interface PromotionPlan {
  readonly operation: OperationOf<'claim.promote'>;
  /** The author there: the claim's author, or the server if the plenary would show a name that the group hides. */
  readonly author: string;
  /** Sources of the group that it cites; the plenary may not have them yet. */
  readonly sources: readonly string[];
}

/** The promotion of a claim of a group's debate to its plenary; null: there is no place for it. */
export function planPromotion(
  plenary: DebateState,
  { id: groupId }: Group,
  state: DebateState,
  claim: Claim,
): PromotionPlan | null {
  const place = placeFor(plenary, state, claim);
  const link = parentLinkOf(state, claim.id);
  if (!place || !link) return null;
  const by = claim.steelman && positionFor(plenary, state, claim.steelman.by);
  const sources = sourcesOf(state, claim).slice(0, LIMITS.sourcesPerClaim);
  return {
    operation: {
      type: 'claim.promote',
      claimId: claim.id,
      linkId: link.id,
      groupId,
      ...place,
      positionId: claim.positionId === null ? null : positionFor(plenary, state, claim.positionId),
      text: claim.text,
      sources: [...sources],
      ...(by && { steelman: by }),
    },
    author: authorFor(plenary, state, claim.author),
    sources,
  };
}

/** The author in the plenary of something from a group: nobody, unless the group names people as the plenary does. */
export function authorFor(plenary: DebateState, state: DebateState, author: string): string {
  return isLooser(namesIn(plenary), namesIn(state)) ? SYSTEM : author;
}

/** The target that it replies to in the group, if the plenary has that; else its position, with the relation it has to that. */
function placeFor(
  plenary: DebateState,
  state: DebateState,
  claim: Claim,
): { target: Target; relation: Relation } | null {
  const link = parentLinkOf(state, claim.id);
  if (!link) return null;
  const { target, relation } = link;
  if (target.kind !== 'position' && targetProblem(plenary, target) === null) return { target, relation };
  const id = positionFor(plenary, state, laneOf(state, claim.id) ?? '') ?? firstPosition(plenary);
  return id === null ? null : { target: { kind: 'position', id }, relation: towardsPosition(state, claim) };
}

/** The plenary's position that corresponds to a group's: the same, or one with the same name. */
function positionFor(plenary: DebateState, state: DebateState, id: string): string | null {
  if (isActive(plenary, id)) return id;
  const name = state.positions.get(id)?.name.toLowerCase();
  const named = plenary.positions.find((one) => one.name.toLowerCase() === name);
  return named && isActive(plenary, named.id) ? named.id : null;
}

function firstPosition(plenary: DebateState): string | null {
  return positionsInOrder(plenary).find(({ id }) => isActive(plenary, id))?.id ?? null;
}

function isActive(state: DebateState, id: string): boolean {
  return targetProblem(state, { kind: 'position', id }) === null;
}

/** The relation of a claim to its position: attacks on attacks support it. */
function towardsPosition(state: DebateState, claim: Claim): Relation {
  let attacks = 0;
  let at: Target | null = { kind: 'claim', id: claim.id };
  // A broken state may have a cycle.
  for (let step = 0; at?.kind === 'claim' && step <= LIMITS.depth; step += 1) {
    if (parentLinkOf(state, at.id)?.relation === 'attack') attacks += 1;
    at = parentOf(state, at.id);
  }
  return attacks % 2 === 0 ? 'support' : 'attack';
}

/** Claims in an order in which a claim comes before its arguments, also where it is younger than these. */
export function promotionOrder(state: DebateState, ids: readonly string[]): Claim[] {
  return ids
    .flatMap((id) => state.claims.get(id) ?? [])
    .map((claim) => ({ claim, depth: levelsAbove(state, { kind: 'claim', id: claim.id }) }))
    .sort((a, b) => a.depth - b.depth || a.claim.at - b.claim.at)
    .map(({ claim }) => claim);
}
