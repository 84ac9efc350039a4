import { accept, type Decision } from '../engine/decision.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { DebateState } from '../engine/state.ts';
import { withMeeting } from '../meetings/turn-meeting.ts';
import type { Phase, Timer } from '../phases/agenda.ts';
import { phaseIn, phaseOf } from '../phases/phases.ts';
import { textProblem } from '../texts/wording.ts';
import { closePollOf, openPollOf } from './decide-phase-poll.ts';
import { disclosureBy } from './disclosure.ts';
import { pollKindOf } from './phase-poll.ts';

type AgendaOperation = OperationOf<'agenda.set' | 'agenda.goTo' | 'agenda.setTimer'>;

/** Changes the agenda of a debate: its phases, the running one, and the timer. Only a person starts another phase. */
export function decideAgenda(state: DebateState, operation: AgendaOperation, actor: Actor): Decision {
  if (!may(state, actor, operation.type)) return refuse('not_allowed');
  switch (operation.type) {
    case 'agenda.set':
      return decideSet(state, operation, actor);
    case 'agenda.goTo':
      return withMeeting(state, operation, decideTurn(state, operation, actor));
    case 'agenda.setTimer':
      return decideTime(state, operation);
  }
}

/**
 * An agenda names the one it was made on, so the second of two concurrent changes is rejected. A running phase that is for another poll on
 * the motion from now on closes its poll, and opens the other.
 */
function decideSet(state: DebateState, { phases, base }: OperationOf<'agenda.set'>, actor: Actor): Decision {
  const { agenda } = state;
  if (base !== (agenda?.revision ?? 0)) return refuse('agenda_changed');
  if (phases.length > LIMITS.phases) return refuse('too_many', LIMITS.phases);
  if (new Set(phases.map(({ id }) => id)).size < phases.length) return refuse('id_taken');
  const problem = phases.map(phaseProblem).find((found) => found !== null);
  if (problem) return refuse(problem);
  if (agenda?.at && !phaseIn({ phases }, agenda.at)) return refuse('phase_running');
  if (JSON.stringify(phases) === JSON.stringify(agenda?.phases ?? [])) return refuse('nothing_changed');
  const at = agenda?.at ?? null;
  const [was, is] = [phaseOf(state), phaseIn({ phases }, at)];
  const effect = { type: 'agenda.set', phases, ...disclosureBy(state, { phases, at }) } as const;
  if (!was || !is || pollKindOf(was) === pollKindOf(is)) return accept(effect);
  const { effects, state: left } = closePollOf(state, was, actor);
  return accept(...effects, effect, ...openPollOf(left, is, actor));
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
    { type: 'agenda.phaseChanged', to, ...disclosureBy(state, { ...agenda, at: to }) },
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
