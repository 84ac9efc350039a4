import type { LogEntry } from '../engine/entries.ts';
import { evolve } from '../engine/evolve.ts';
import { EMPTY_STATE } from '../engine/state.ts';
import type { Agenda } from '../phases/agenda.ts';
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

/** The stretches in which tallies are hidden, as far as a log was read. */
export interface HiddenStretches {
  /** The number up to which it was read. */
  seq: number;
  /** The agenda then. */
  agenda: Agenda | null;
  readonly stretches: HiddenStretch[];
}

/** Before the first entry. */
export function noHiddenStretches(): HiddenStretches {
  return { seq: 0, agenda: null, stretches: [] };
}

/** Adds the next of a log's `AGENDA_TURNS`. Nothing else of it is kept: a log may have thousands of long agendas. */
export function noteAgendaTurn(read: HiddenStretches, entry: LogEntry): void {
  const { stretches } = read;
  const { agenda } = evolve({ ...EMPTY_STATE, agenda: read.agenda }, entry);
  Object.assign(read, { agenda, seq: entry.seq });
  const hides = phaseOf({ agenda })?.hides.includes('tallies') ?? false;
  const last = stretches.at(-1);
  const isOn = last?.shown === null;
  if (hides && !isOn) stretches.push({ from: entry.seq, shown: null });
  if (!hides && last && isOn) stretches.splice(-1, 1, { ...last, shown: { seq: entry.seq, at: entry.at } });
}
