import type { Disclosure } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import type { Agenda, Hideable } from '../phases/agenda.ts';
import { hidesClaims } from '../phases/phases.ts';
import { areTalliesHidden } from '../votes/ballots.ts';

/** The phases of an agenda, and the running one. */
type Running = Pick<Agenda, 'phases' | 'at'>;

/**
 * Data that is hidden from people now and would be shown to everyone by this agenda. It is the same for all who ask: nobody can know how
 * much is hidden.
 */
export function shownBy(state: DebateState, running: Running): readonly Hideable[] {
  const next = withAgenda(state, running);
  return [
    ...(hidesClaims(state) && !hidesClaims(next) ? (['claims'] as const) : []),
    ...(areTalliesHidden(state) && !areTalliesHidden(next) ? (['tallies'] as const) : []),
  ];
}

/** The change of visibility for everyone once this agenda is in force. */
export function disclosureBy(state: DebateState, running: Running): Disclosure {
  const revealed = shownBy(state, running).includes('claims') ? [...state.embargoed.keys()] : [];
  const tallies = areTalliesHidden(state) !== areTalliesHidden(withAgenda(state, running));
  return { ...(revealed.length > 0 && { revealed }), ...(tallies && { tallies: true }) };
}

function withAgenda(state: DebateState, { phases, at }: Running): DebateState {
  return { ...state, agenda: { phases, at, revision: 0, timer: null } };
}
