import type { LogEntry } from './entries.ts';
import { evolve } from './evolve.ts';
import { isKnower, type Knowers, knowersOf } from './knowers.ts';
import { placeFor, withNumber } from './numbering.ts';
import type { DebateState } from './state.ts';
import type { Viewer } from './withheld.ts';

/** An entry, the viewers who may know it, and the state after it. */
export interface ToldEntry {
  readonly entry: LogEntry;
  /** `null`: everyone. */
  readonly knowers: Knowers | null;
  /** `null`: the entry's number is the same for every viewer. */
  readonly after: DebateState | null;
}

/** Entries between two states, with the viewers who may know them. */
export function toldEntries(
  before: DebateState,
  entries: readonly LogEntry[],
  after: DebateState,
): ToldEntry[] {
  const more = untold(after);
  if (untold(before) === more)
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
export function toldTo(entries: readonly ToldEntry[], viewer: Viewer): LogEntry[] {
  return entries.flatMap(({ entry, knowers, after }) => {
    if (!isKnower(knowers, viewer)) return [];
    return after === null ? entry : withNumber(entry, placeFor(after, viewer).seq);
  });
}

/** Number of log entries that are not public. */
function untold({ seq, numbering }: DebateState): number {
  return numbering === null ? 0 : seq - numbering.told;
}
