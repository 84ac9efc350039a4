import type { Steps } from '../../collections/steps.ts';
import type { LogEntry } from '../engine/entries.ts';
import { evolve } from '../engine/evolve.ts';
import { EMPTY_STATE } from '../engine/state.ts';
import { phaseOf } from '../phases/phases.ts';

/** A stretch of a debate's log in which a phase hides tallies. */
export interface HiddenStretch {
  /** Sequence number in the log of the entry that hides them. */
  readonly from: number;
  /** The entry that shows them again; null: they are still hidden. */
  readonly shown: { readonly seq: number; readonly at: number } | null;
}

/** Entries that change what a phase hides. */
export const AGENDA_TURNS = ['agenda.set', 'agenda.phaseChanged'] as const;

/** The stretches in which tallies are hidden, by a log's `AGENDA_TURNS`, ascending; each step folds one entry. */
export function* hiddenStretchSteps(entries: Iterable<LogEntry>): Steps<HiddenStretch[]> {
  const stretches: HiddenStretch[] = [];
  let state = EMPTY_STATE;
  for (const entry of entries) {
    state = evolve(state, entry);
    const hides = phaseOf(state)?.hides.includes('tallies') ?? false;
    const last = stretches.at(-1);
    const isOn = last?.shown === null;
    if (hides && !isOn) stretches.push({ from: entry.seq, shown: null });
    if (!hides && last && isOn) stretches.splice(-1, 1, { ...last, shown: { seq: entry.seq, at: entry.at } });
    yield;
  }
  return stretches;
}
