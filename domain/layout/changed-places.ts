import type { DebateState } from '../debate/engine/state.ts';
import type { Claim } from '../debate/map/claim.ts';
import type { Link } from '../debate/map/link.ts';
import { mergedWay, mergeGroup } from '../debate/map/merged.ts';
import { mapPlaceOf, parentOf } from '../debate/map/tree.ts';

/**
 * Ids of claims whose children changed, or that are shown now and were not, or the reverse; with all their ancestors. `null`: any may have
 * changed. States share what did not change, and that is skipped. An edit, a vote or a comment changes no place.
 */
export function changedPlaces(before: DebateState, after: DebateState): ReadonlySet<string> | null {
  if (before.positions !== after.positions) return null;
  const changed = new Set(after.claims.changedSince(before.claims, standsAlike));
  for (const id of after.links.changedSince(before.links, (a, b) => a === b)) {
    for (const state of [before, after]) addEnds(changed, state.links.get(id), state);
  }
  const merges = after.merges.changedSince(before.merges, (a, b) => a.into === b.into);
  for (const id of merges) for (const state of [before, after]) addMerged(changed, id, state);
  return withAllAbove(changed, [before, after]);
}

function standsAlike(a: Claim, b: Claim): boolean {
  return a.retracted === b.retracted && a.parentLink === b.parentLink;
}

function addEnds(changed: Set<string>, link: Link | undefined, state: DebateState): void {
  if (!link) return;
  changed.add(link.from);
  const under = mapPlaceOf(state, link.target);
  if (under) changed.add(under.id);
}

/** Adds a claim that is merged, or no longer, the claim it counts as, and undercuts of its step: they attack another one then. */
function addMerged(changed: Set<string>, claimId: string, state: DebateState): void {
  for (const id of mergedWay(state, claimId)) changed.add(id);
  for (const id of mergeGroup(state, claimId)) {
    const step = state.claims.get(id)?.parentLink ?? '';
    for (const link of state.childLinks.get(step) ?? []) addEnds(changed, state.links.get(link), state);
  }
}

function withAllAbove(changed: Set<string>, states: readonly DebateState[]): Set<string> {
  // A set iterates over elements added meanwhile.
  for (const id of changed) {
    for (const state of states) {
      const above = parentOf(state, id);
      if (above) changed.add(above.id);
    }
  }
  return changed;
}
