import { isHushed } from './ballots.ts';
import type { LogEntry } from './entries.ts';
import { evolve } from './evolve.ts';
import { numberedAlike, numberNext, ownerOf, withNumber } from './numbering.ts';
import type { DebateState } from './state.ts';

/** An entry with the number it is told by, and whose alone it is. */
export interface ToldEntry {
  readonly entry: LogEntry;
  /** Null: all may know of it. */
  readonly owner: string | null;
}

/** Entries that lead from one state to another, as they are told. */
export function toldEntries(
  before: DebateState,
  entries: readonly LogEntry[],
  after: DebateState,
): ToldEntry[] {
  if (!isHushed(before) && !isHushed(after) && isAsFarApart(before, after))
    return numberedAlike(entries, after).map((entry) => ({ entry, owner: null }));
  let state = before;
  return entries.map((entry) => {
    const { numbering } = state;
    const told = numbering
      ? { entry: withNumber(entry, numberNext(state, numbering, entry).seq), owner: ownerOf(state, entry) }
      : { entry, owner: null };
    state = evolve(state, entry);
    return told;
  });
}

/** Those of them that somebody may know of. */
export function toldTo(entries: readonly ToldEntry[], participantId: string | null): LogEntry[] {
  return entries.flatMap(({ entry, owner }) => (owner === null || owner === participantId ? entry : []));
}

function isAsFarApart(before: DebateState, after: DebateState): boolean {
  return before.seq - (before.numbering?.told ?? 0) === after.seq - (after.numbering?.told ?? 0);
}
