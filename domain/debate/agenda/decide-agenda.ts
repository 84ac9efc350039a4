import { accept, type Decision, refuse } from '../engine/decision.ts';
import type { Disclosure } from '../engine/entries.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import type { DebateState } from '../engine/state.ts';
import { withMeeting } from '../meetings/turn-meeting.ts';
import type { Agenda, Phase, Timer } from '../phases/agenda.ts';
import { hidesClaims, phaseIn } from '../phases/phases.ts';
import { textProblem } from '../texts/wording.ts';
import { areTalliesHidden } from '../votes/ballots.ts';
import { closePollOf, openPollOf } from './decide-phase-poll.ts';

type AgendaOperation = OperationOf<'agenda.set' | 'agenda.goTo' | 'agenda.setTimer'>;

/** Changes the agenda of a debate: its phases, the running one, and the timer. Only a person starts another phase. */
export function decideAgenda(state: DebateState, operation: AgendaOperation, actor: Actor): Decision {
  if (!may(state, actor, operation.type)) return refuse('not_allowed');
  switch (operation.type) {
    case 'agenda.set':
      return decideSet(state, operation);
    case 'agenda.goTo':
      return withMeeting(state, operation, decideTurn(state, operation, actor));
    case 'agenda.setTimer':
      return decideTime(state, operation);
  }
}

/** An agenda names the one it was made on, so the second of two concurrent changes is rejected. */
function decideSet(state: DebateState, { phases, base }: OperationOf<'agenda.set'>): Decision {
  const { agenda } = state;
  if (base !== (agenda?.revision ?? 0)) return refuse('agenda_changed');
  if (phases.length > LIMITS.phases) return refuse('too_many', LIMITS.phases);
  if (new Set(phases.map(({ id }) => id)).size < phases.length) return refuse('id_taken');
  const problem = phases.map(phaseProblem).find((found) => found !== null);
  if (problem) return refuse(problem);
  if (agenda?.at && !phaseIn({ phases }, agenda.at)) return refuse('phase_running');
  if (JSON.stringify(phases) === JSON.stringify(agenda?.phases ?? [])) return refuse('nothing_changed');
  const next = { phases, at: agenda?.at ?? null };
  return accept({ type: 'agenda.set', phases, ...disclosure(state, next) });
}

function phaseProblem({ title, note }: Phase) {
  return (
    textProblem(title, LIMITS.phaseTitleCharacters, 'allowed') ??
    textProblem(note, LIMITS.phaseNoteCharacters, 'allowed')
  );
}

/**
 * Names the phase that ends: of two concurrent changes to the next phase, one succeeds. A phase for a poll on the motion opens that poll
 * and, when the phase ends, closes it.
 */
function decideTurn(state: DebateState, { from, to }: OperationOf<'agenda.goTo'>, actor: Actor): Decision {
  const { agenda } = state;
  if (from !== (agenda?.at ?? null)) return refuse('phase_changed');
  if (from === to) return refuse('nothing_changed');
  const next = agenda && phaseIn(agenda, to);
  if (agenda === null || (to !== null && !next)) return refuse('unknown_phase');
  const { effects, state: left } = closePollOf(state, phaseIn(agenda, from), actor);
  return accept(
    ...effects,
    { type: 'agenda.phaseChanged', to, ...disclosure(state, { ...agenda, at: to }) },
    ...openPollOf(left, next, actor),
  );
}

function decideTime(state: DebateState, { phaseId, act, seconds }: OperationOf<'agenda.setTimer'>): Decision {
  const { agenda } = state;
  if (phaseId !== (agenda?.at ?? null)) return refuse('phase_changed');
  if (!fitsTimer(agenda?.timer ?? null, act)) return refuse('nothing_changed');
  if (act === 'start' || act === 'extend') {
    return seconds === null ? refuse('invalid') : accept({ type: 'agenda.timerChanged', act, seconds });
  }
  return accept({ type: 'agenda.timerChanged', act });
}

function fitsTimer(timer: Timer | null, act: OperationOf<'agenda.setTimer'>['act']): boolean {
  switch (act) {
    case 'start':
      return true;
    case 'pause':
      return timer !== null && 'ends' in timer;
    case 'resume':
      return timer !== null && 'left' in timer;
    case 'extend':
    case 'stop':
      return timer !== null;
  }
}

/** The change of visibility for everyone once this phase starts. */
function disclosure(state: DebateState, { phases, at }: Pick<Agenda, 'phases' | 'at'>): Disclosure {
  const agenda: Agenda = { phases, at, revision: 0, timer: null };
  const next = { ...state, agenda };
  const revealed = state.embargoed.size > 0 && !hidesClaims(next) ? [...state.embargoed.keys()] : null;
  const tallies = areTalliesHidden(state) !== areTalliesHidden(next);
  return { ...(revealed && { revealed }), ...(tallies && { tallies: true }) };
}
