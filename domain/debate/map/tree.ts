import type { DebateState } from '../engine/state.ts';
import type { Claim } from './claim.ts';
import type { Link, Target } from './link.ts';
import { mergeGroup, resolveMerge } from './merged.ts';

/**
 * The claim or position where a target is in the map: an undercut is with the claim whose link it attacks, and a reply to a merged claim
 * with the one it was merged into.
 */
export function mapPlaceOf(state: DebateState, target: Target): Target | null {
  if (target.kind === 'position') return target;
  const claimId = target.kind === 'claim' ? target.id : state.links.get(target.id)?.from;
  if (claimId === undefined) return null;
  const now = resolveMerge(state, claimId);
  return now === target.id ? target : { kind: 'claim', id: now };
}

/**
 * The place of something related to a target (a text being written, a branch being viewed): the target's place, or, once that is no longer
 * shown, the nearest shown one above it.
 */
export function shownPlaceOf(state: DebateState, target: Target): Target | null {
  let place = mapPlaceOf(state, target);
  for (let steps = 0; place?.kind === 'claim' && steps <= 1_000; steps += 1) {
    const claim = state.claims.get(place.id);
    if (claim && isShown(state, claim)) return place;
    place = parentOf(state, place.id);
  }
  return place;
}

/** The claims above a claim, nearest first, up to its position. Limited, so that a broken state cannot cause an endless loop. */
export function ancestorsOf(state: DebateState, claimId: string): string[] {
  const path: string[] = [];
  let next = parentOf(state, claimId);
  while (next?.kind === 'claim' && path.length <= 1_000) {
    path.push(next.id);
    next = parentOf(state, next.id);
  }
  return path;
}

/** The claims above something put on a target, including those that would be above it if any merged claims were unmerged. */
export function everythingAbove(state: DebateState, target: Target): ReadonlySet<string> {
  const above = new Set<string>();
  const add = ({ kind, id }: Target) => {
    const claimId = kind === 'link' ? state.links.get(id)?.from : id;
    if (kind !== 'position' && claimId !== undefined) above.add(claimId);
  };
  add(target);
  // Iterating a set includes what is added on the way.
  for (const id of above) {
    const into = state.merges.get(id)?.into;
    if (into !== undefined) above.add(into);
    const link = parentLinkOf(state, id);
    if (link) add(link.target);
  }
  return above;
}

/** The parent of a claim in the map. */
export function parentOf(state: DebateState, claimId: string): Target | null {
  const link = parentLinkOf(state, claimId);
  return link ? mapPlaceOf(state, link.target) : null;
}

export function parentLinkOf(state: DebateState, claimId: string): Link | undefined {
  const claim = state.claims.get(claimId);
  return claim && state.links.get(claim.parentLink);
}

/** The position whose lane contains a claim. */
export function laneOf(state: DebateState, claimId: string): string | null {
  const top = ancestorsOf(state, claimId).at(-1) ?? claimId;
  const parent = parentOf(state, top);
  return parent?.kind === 'position' ? parent.id : null;
}

/** `laneOf` for many claims of one state: each claim on the way up is visited once in total. */
export function lanesIn(state: DebateState): (claimId: string) => string | null {
  const known = new Map<string, string | null>();
  return (claimId) => {
    const path: string[] = [];
    let lane: string | null = null;
    for (let next: string | null = claimId; next !== null; ) {
      const there = known.get(next);
      if (there !== undefined) {
        lane = there;
        break;
      }
      // Set first, so that a cycle in a broken state ends here.
      known.set(next, null);
      path.push(next);
      const parent = parentOf(state, next);
      lane = parent?.kind === 'position' ? parent.id : null;
      next = parent?.kind === 'claim' ? parent.id : null;
    }
    for (const id of path) known.set(id, lane);
    return lane;
  };
}

/** Levels from a claim to its deepest descendant; 0 if it has none. Iterative, because people decide the depth. */
export function heightOf(state: DebateState, claimId: string): number {
  let height = 0;
  for (let level = idsUnder(state, [claimId]); level.length > 0; level = idsUnder(state, level)) height += 1;
  return height;
}

/** Ids of the claims directly under some claims. A whole branch is walked with a move, so this makes no lists on the way. */
function idsUnder(state: DebateState, claimIds: readonly string[]): string[] {
  const under: string[] = [];
  for (const claimId of claimIds)
    for (const targetId of targetsOf(state, claimId))
      for (const linkId of state.childLinks.get(targetId) ?? []) {
        const id = state.links.get(linkId)?.from;
        if (id !== undefined && !state.merges.has(id)) under.push(id);
      }
  return under;
}

/**
 * Claims under a position or claim, in order: its arguments, then those that undercut its own parent link. A merged claim's replies come
 * with it; the merged claim itself has no place.
 */
export function childrenOf(state: DebateState, place: Target): Claim[] {
  if (place.kind !== 'claim') return claimsAt(state, place.id);
  return targetsOf(state, place.id).flatMap((id) => claimsAt(state, id));
}

/** The ids on which a claim's children argue: its own and what was merged into it, then their parent links, then the cross-links they make. */
function targetsOf(state: DebateState, claimId: string): string[] {
  const group = mergeGroup(state, claimId);
  const targets = [...group];
  for (const id of group) {
    const parentLink = state.claims.get(id)?.parentLink;
    if (parentLink !== undefined) targets.push(parentLink);
  }
  for (const id of group)
    for (const linkId of state.crossLinks.get(id) ?? [])
      if (state.links.get(linkId)?.from === id) targets.push(linkId);
  return targets;
}

function claimsAt(state: DebateState, targetId: string): Claim[] {
  const claims: Claim[] = [];
  for (const linkId of state.childLinks.get(targetId) ?? []) {
    const claim = state.claims.get(state.links.get(linkId)?.from ?? '');
    if (claim && !state.merges.has(claim.id)) claims.push(claim);
  }
  return claims;
}

/** True for a claim that is not merged, and not retracted without replies: what the map and the outline show. */
export function isShown(state: DebateState, claim: Claim): boolean {
  if (state.merges.has(claim.id)) return false;
  if (!claim.retracted) return true;
  const open = childrenOf(state, { kind: 'claim', id: claim.id });
  for (let next = open.pop(); next; next = open.pop()) {
    if (!next.retracted) return true;
    open.push(...childrenOf(state, { kind: 'claim', id: next.id }));
  }
  return false;
}
