import { mergedWay, standingAs } from '../debate/merged.ts';
import type { Claim } from '../debate/records/claim.ts';
import type { Link } from '../debate/records/link.ts';
import { parentOf, placeOf } from '../debate/tree.ts';
import { GHOST_ID, ghostPlace, type MapSource } from './map-tree.ts';

/**
 * Ids of what may look otherwise on the map than before, have other children, or another height as the `resized` have; with all
 * they stand under. Null: everything may. States share what did not change, and that is not looked at. A vote or a comment changes nothing.
 */
export function changedPlaces(
  before: MapSource,
  after: MapSource,
  resized: readonly string[],
): ReadonlySet<string> | null {
  if (before.state.positions !== after.state.positions) return null;
  const changed = new Set(resized);
  for (const id of after.state.claims.changedSince(before.state.claims, looksAlike)) changed.add(id);
  for (const id of after.state.links.changedSince(before.state.links, (a, b) => a === b)) {
    for (const { state } of [before, after]) addEnds(changed, state.links.get(id), state);
  }
  const merges = after.state.merges.changedSince(before.state.merges, (a, b) => a.into === b.into);
  for (const id of merges) for (const { state } of [before, after]) addMerged(changed, id, state);
  for (const id of before.collapsed) if (!after.collapsed.has(id)) changed.add(id);
  for (const id of after.collapsed) if (!before.collapsed.has(id)) changed.add(id);
  if (before.ghost !== after.ghost) {
    const places = [before, after].flatMap((each) => ghostPlace(each) ?? []);
    for (const id of [...places, GHOST_ID]) changed.add(id);
  }
  return withAllAbove(changed, [before, after]);
}

function looksAlike(a: Claim, b: Claim): boolean {
  return (
    a.text === b.text &&
    a.retracted === b.retracted &&
    a.parentLink === b.parentLink &&
    a.positionId === b.positionId
  );
}

function addEnds(changed: Set<string>, link: Link | undefined, state: MapSource['state']): void {
  if (!link) return;
  changed.add(link.from);
  const under = placeOf(state, link.target);
  if (under) changed.add(under.id);
}

/** A claim that is merged, or not any more, what it stands as, and those that undercut its step: they attack another then. */
function addMerged(changed: Set<string>, claimId: string, state: MapSource['state']): void {
  for (const id of mergedWay(state, claimId)) changed.add(id);
  for (const id of standingAs(state, claimId)) {
    const step = state.claims.get(id)?.parentLink ?? '';
    for (const link of state.childLinks.get(step) ?? []) addEnds(changed, state.links.get(link), state);
  }
}

function withAllAbove(changed: Set<string>, sources: readonly MapSource[]): Set<string> {
  // A set goes on to what is added to it while it is walked.
  for (const id of changed) {
    for (const { state } of sources) {
      const above = parentOf(state, id);
      if (above) changed.add(above.id);
    }
  }
  return changed;
}
