import type { LogEntry } from '../../domain/debate/engine/entries.ts';
import { evolve } from '../../domain/debate/engine/evolve.ts';
import { type DebateState, EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { cursorFor } from '../../domain/debate/projection/audience-sequence.ts';

/** By number in the log, where people stand who know a debate up to that entry. */
export function statesOf(entries: readonly LogEntry[]): readonly DebateState[] {
  const states = [EMPTY_STATE];
  for (const entry of entries) states.push(evolve(states.at(-1) ?? EMPTY_STATE, entry));
  return states;
}

/** The log's number of the entry that a participant received by this number. */
export function seqLogged(states: readonly DebateState[], participantId: string | null, seq: number): number {
  return states.findIndex((state) => cursorFor(state, participantId).seq >= seq);
}
