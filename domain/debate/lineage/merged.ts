import type { DebateState } from '../engine/state.ts';
import type { Target } from '../links/link.ts';

/*
 * What is on a merged claim and under it stays there, and is shown with the claim it was merged into: nothing is moved, so
 * that taking the merging back gives exactly what was, and what came since.
 */

/** The claim that stands for this one now: itself, or what it was merged into. */
export function resolveMerge({ merges }: DebateState, claimId: string): string {
  let now = claimId;
  // A broken state may go in a circle: no claim is passed twice.
  for (let steps = 0; steps <= merges.size; steps += 1) {
    const next = merges.get(now)?.into;
    if (next === undefined) return now;
    now = next;
  }
  return claimId;
}

/** The claims that stand as this one: itself, those merged into it, and those merged into these. */
export function mergeGroup(state: DebateState, claimId: string): readonly string[] {
  if (state.merges.size === 0) return [claimId];
  // A set goes on to what is added to it while it is walked.
  const all = new Set([claimId]);
  for (const id of all) for (const merged of mergedInto(state, id)) all.add(merged);
  return [...all];
}

/** What a claim was merged into, and what that was merged into; the claim itself first. */
export function mergedWay({ merges }: DebateState, claimId: string): readonly string[] {
  const way = new Set([claimId]);
  for (const id of way) {
    const next = merges.get(id)?.into;
    if (next !== undefined) way.add(next);
  }
  return [...way];
}

/** The claims merged into one, the first first. */
export function mergedInto({ merges }: DebateState, claimId: string): readonly string[] {
  if (merges.size === 0) return NONE;
  const known = byTarget.get(merges) ?? indexed(merges);
  byTarget.set(merges, known);
  return known.get(claimId) ?? NONE;
}

/** What a target is now: of a merged claim, the claim it was merged into, of its step that claim's. */
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

/** The ids of all that is this target now. */
export function namesOf(state: DebateState, target: Target): readonly string[] {
  if (state.merges.size === 0 || target.kind === 'position') return [target.id];
  const now = targetNow(state, target);
  if (now.kind === 'claim') return mergeGroup(state, now.id);
  const link = state.links.get(now.id);
  if (!link?.parent) return [now.id];
  return mergeGroup(state, link.from).flatMap((id) => state.claims.get(id)?.parentLink ?? []);
}

type Merges = DebateState['merges'];

/** Made once for all states in which the same is merged. */
const byTarget = new WeakMap<Merges, ReadonlyMap<string, readonly string[]>>();

const NONE: readonly string[] = [];

function indexed(merges: Merges): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  const inTime = [...merges.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  for (const { id, into } of inTime) index.set(into, [...(index.get(into) ?? []), id]);
  return index;
}
