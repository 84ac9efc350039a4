import type { LogEntry } from '../engine/entries.ts';
import { evolve } from '../engine/evolve.ts';
import type { DebateState } from '../engine/state.ts';
import type { Viewer } from '../visibility/viewer.ts';
import { viewerCursor, withNumber } from './audience-sequence.ts';
import { isKnower, type Knowers, knowersOf } from './knowers.ts';

/** An entry, the viewers who may know it, and the state after it. */
export interface NumberedEntry {
  readonly entry: LogEntry;
  /** `null`: everyone. */
  readonly knowers: Knowers | null;
  /** `null`: the entry's number is the same for every viewer. */
  readonly after: DebateState | null;
}

/** Entries between two states, with the viewers who may know them. */
export function numberForAudience(
  before: DebateState,
  entries: readonly LogEntry[],
  after: DebateState,
): NumberedEntry[] {
  const more = countNonPublic(after);
  if (countNonPublic(before) === more)
    return entries.map((entry) => ({
      entry: withNumber(entry, entry.seq - more),
      knowers: null,
      after: null,
    }));
  let state = before;
  return entries.map((entry) => {
    const next = evolve(state, entry);
    const knowers = knowersOf(state, entry, () => next);
    state = next;
    return { entry, knowers, after: next };
  });
}

/** The entries that a viewer may know, with the viewer's numbers. */
export function entriesFor(entries: readonly NumberedEntry[], viewer: Viewer): LogEntry[] {
  return entries.flatMap(({ entry, knowers, after }) => {
    if (!isKnower(knowers, viewer)) return [];
    return after === null ? entry : withNumber(entry, viewerCursor(after, viewer).seq);
  });
}

/** Number of log entries that are not public. */
function countNonPublic({ seq, numbering }: DebateState): number {
  return numbering === null ? 0 : seq - numbering.publicSeq;
}
