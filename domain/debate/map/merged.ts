import type { DebateState } from '../engine/state.ts';
import type { Target } from './link.ts';

/*
 * Contributions and replies of a merged claim stay with it, and are shown with the claim it was merged into: nothing moves, so that
 * unmerging restores exactly what was there, and what came since.
 */

/** The claim that represents this one now: itself, or what it was merged into. */
export function resolveMerge({ merges }: DebateState, claimId: string): string {
  let now = claimId;
  // A broken state may have a cycle: no claim is visited twice.
  for (let steps = 0; steps <= merges.size; steps += 1) {
    const next = merges.get(now)?.into;
    if (next === undefined) return now;
    now = next;
  }
  return claimId;
}

/** The claims represented by this one: itself, those merged into it, and those merged into these. */
export function mergeGroup(state: DebateState, claimId: string): readonly string[] {
  if (state.merges.size === 0) return [claimId];
  // Iterating a set includes what is added on the way.
  const all = new Set([claimId]);
  for (const id of all) for (const merged of mergedInto(state, id)) all.add(merged);
  return [...all];
}

/** The claim itself first, then what it was merged into, and what that was merged into. */
export function mergedWay({ merges }: DebateState, claimId: string): readonly string[] {
  const path = new Set([claimId]);
  for (const id of path) {
    const next = merges.get(id)?.into;
    if (next !== undefined) path.add(next);
  }
  return [...path];
}

/** The claims merged into this one, oldest first. */
export function mergedInto({ merges }: DebateState, claimId: string): readonly string[] {
  if (merges.size === 0) return NONE;
  const known = byTarget.get(merges) ?? indexed(merges);
  byTarget.set(merges, known);
  return known.get(claimId) ?? NONE;
}

/** Length of the longest way of merges that ends in a claim; of a longer one no more than `most` steps are walked. */
export function mergesBelow(state: DebateState, claimId: string, most: number): number {
  let steps = 0;
  let level = mergedInto(state, claimId);
  for (; level.length > 0 && steps < most; steps += 1) level = level.flatMap((id) => mergedInto(state, id));
  return steps;
}

/** The current target: for a merged claim, the claim it was merged into; for its parent link, that claim's. */
export function targetNow(state: DebateState, target: Target): Target {
  if (state.merges.size === 0 || target.kind === 'position') return target;
  if (target.kind === 'claim') {
    const id = resolveMerge(state, target.id);
    return id === target.id ? target : { kind: 'claim', id };
  }
  const link = state.links.get(target.id);
  if (!link?.parent || !state.merges.has(link.from)) return target;
  const step = state.claims.get(resolveMerge(state, link.from))?.parentLink;
  return step === undefined ? target : { kind: 'link', id: step };
}

/** The ids of everything that is this target now. */
export function namesOf(state: DebateState, target: Target): readonly string[] {
  if (state.merges.size === 0 || target.kind === 'position') return [target.id];
  const now = targetNow(state, target);
  if (now.kind === 'claim') return mergeGroup(state, now.id);
  const link = state.links.get(now.id);
  if (!link?.parent) return [now.id];
  return mergeGroup(state, link.from).flatMap((id) => state.claims.get(id)?.parentLink ?? []);
}

type Merges = DebateState['merges'];

/** Calculated once for all states with the same merges. */
const byTarget = new WeakMap<Merges, ReadonlyMap<string, readonly string[]>>();

const NONE: readonly string[] = [];

function indexed(merges: Merges): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  const inTime = [...merges.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  for (const { id, into } of inTime) {
    const known = index.get(into);
    // Added in place: thousands of claims may be merged into one.
    if (known) known.push(id);
    else index.set(into, [id]);
  }
  return index;
}
