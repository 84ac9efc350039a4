import type { DebateState } from '../debate/engine/state.ts';
import type { Target } from '../debate/map/link.ts';
import { mergedWay } from '../debate/map/merged.ts';
import { type ReadMarks, readUntil } from './read-marks.ts';

/**
 * Server time up to which a viewer has read what is written on this claim, position or link. Comments on a merged claim are read where they
 * are shown: a mark there counts if it is from after the merge. Before it they were not there to be seen.
 */
export function commentsReadUntil(state: DebateState, seen: ReadMarks, on: Target): number {
  const link = on.kind === 'link' ? state.links.get(on.id) : undefined;
  const claimId = link?.parent ? link.from : on.id;
  if (!state.merges.has(claimId)) return readUntil(seen, on.id);
  let read = 0;
  for (const id of mergedWay(state, claimId).toReversed()) {
    const shownHere = read >= (state.merges.get(id)?.at ?? 0) ? read : 0;
    const name = link ? state.claims.get(id)?.parentLink : id;
    read = Math.max(readUntil(seen, name ?? ''), shownHere);
  }
  return read;
}
