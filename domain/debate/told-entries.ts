import type { LogEntry } from './entries.ts';
import { evolve } from './evolve.ts';
import { isKnower, type Knowers, knowersOf } from './knowers.ts';
import { placeFor, withNumber } from './numbering.ts';
import type { DebateState } from './state.ts';
import type { Viewer } from './withheld.ts';

/** An entry, who may know it, and the state it led to. */
export interface ToldEntry {
  readonly entry: LogEntry;
  /** Null: everybody. */
  readonly knowers: Knowers | null;
  /** Null: everybody is told the entry by the number it has here. */
  readonly after: DebateState | null;
}

/** Entries that lead from one state to another, with who may know them. */
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

/** Those of them that a viewer may know, as they are told. */
export function toldTo(entries: readonly ToldEntry[], viewer: Viewer): LogEntry[] {
  return entries.flatMap(({ entry, knowers, after }) => {
    if (!isKnower(knowers, viewer)) return [];
    return after === null ? entry : withNumber(entry, placeFor(after, viewer).seq);
  });
}

/** How many entries of the log not everybody may know. */
function untold({ seq, numbering }: DebateState): number {
  return numbering === null ? 0 : seq - numbering.told;
}
