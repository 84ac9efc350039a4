import type { PersistentMap } from '../collections/persistent-map.ts';
import type { DebateState } from '../debate/engine/state.ts';
import type { Link } from '../debate/map/link.ts';
import { mergedWay } from '../debate/map/merged.ts';
import { ancestorsOf, laneOf, mapPlaceOf } from '../debate/map/tree.ts';

/** The claims and positions whose lines, or lines below them, may differ between two states of a debate. `null`: too much has changed. */
export function changedLines(before: DebateState, after: DebateState): Set<string> | null {
  if (before.positions !== after.positions) return null;
  const claims = changedIn(before.claims, after.claims);
  const links = changedIn(before.links, after.links);
  const comments = changedIn(before.comments, after.comments);
  if (claims === null || links === null || comments === null) return null;
  const lines = new Set<string>();
  const mark = (id: string | undefined) => {
    if (id === undefined) return;
    markUp(before, id, lines);
    markUp(after, id, lines);
  };
  for (const { id } of claims) mark(id);
  for (const { on } of comments) mark(mapPlaceOf(after, on)?.id);
  for (const link of links) {
    mark(link.from);
    mark(mapPlaceOf(after, link.target)?.id);
    mark(placeBefore(before, link)?.id);
  }
  for (const [one, other] of [
    [before.merges, after.merges],
    [after.merges, before.merges],
  ] as const) {
    if (one === other) continue;
    for (const [id, { into }] of one) if (other.get(id)?.into !== into) [id, into].forEach(mark);
  }
  return lines;
}

function placeBefore(before: DebateState, { id }: Link) {
  const link = before.links.get(id);
  return link ? mapPlaceOf(before, link.target) : null;
}

/** The records that are new or changed; `null` if one has been removed. */
function changedIn<T>(before: PersistentMap<string, T>, after: PersistentMap<string, T>): T[] | null {
  const changed: T[] = [];
  for (const id of after.changedSince(before, Object.is)) {
    const record = after.get(id);
    if (record === undefined) return null;
    changed.push(record);
  }
  return changed;
}

/** Marks a line and all its ancestors; for a merged claim, those of the claim it was merged into too. */
function markUp(state: DebateState, claimId: string, lines: Set<string>): void {
  for (const id of mergedWay(state, claimId)) {
    lines.add(id);
    for (const above of ancestorsOf(state, id)) lines.add(above);
    const lane = laneOf(state, id);
    if (lane !== null) lines.add(lane);
  }
}
