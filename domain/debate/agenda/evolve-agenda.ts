import { withShown } from '../contributions/with-latest.ts';
import type { Effect, EntryFrame } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { type Agenda, NO_AGENDA, type Timer } from '../phases/agenda.ts';
import { phaseIn } from '../phases/phases.ts';
import { redateRevealed } from './redate-revealed.ts';

type AgendaEffect = Extract<Effect, { type: `agenda.${string}` }>;

/** Folds the agenda, the running phase, and the timer, which follows the server's time: that of the entry. */
export function evolveAgenda(state: DebateState, effect: AgendaEffect, entry: EntryFrame): DebateState {
  const { at } = entry;
  const agenda = state.agenda ?? NO_AGENDA;
  switch (effect.type) {
    case 'agenda.set': {
      const next = { ...agenda, phases: effect.phases, revision: agenda.revision + 1 };
      return reveal({ ...state, agenda: next }, effect, entry);
    }
    case 'agenda.phaseChanged': {
      const timer = timerOf(agenda, effect.to, at);
      return reveal({ ...state, agenda: { ...agenda, at: effect.to, timer } }, effect, entry);
    }
    case 'agenda.timerChanged':
      return { ...state, agenda: { ...agenda, timer: withTimer(agenda.timer, effect, at) } };
  }
}

/** The timer of a phase starts with it, if the phase has one. */
function timerOf(agenda: Agenda, phaseId: string | null, at: number): Timer | null {
  const minutes = phaseIn(agenda, phaseId)?.minutes ?? null;
  return minutes === null ? null : { ends: at + minutes * 60_000 };
}

function withTimer(
  timer: Timer | null,
  effect: Extract<AgendaEffect, { type: 'agenda.timerChanged' }>,
  at: number,
): Timer | null {
  switch (effect.act) {
    case 'start':
      return { ends: at + effect.seconds * 1_000 };
    case 'extend':
      if (timer === null) return null;
      // Overtime is not deducted: the added time counts from now.
      return 'ends' in timer
        ? { ends: Math.max(timer.ends, at) + effect.seconds * 1_000 }
        : { left: Math.max(timer.left, 0) + effect.seconds * 1_000 };
    case 'pause':
      return timer !== null && 'ends' in timer ? { left: timer.ends - at } : timer;
    case 'resume':
      return timer !== null && 'left' in timer ? { ends: at + timer.left } : timer;
    case 'stop':
      return null;
  }
}

/** Makes what only its authors saw visible to everyone, as of now. */
function reveal(
  state: DebateState,
  { revealed }: Extract<AgendaEffect, { type: 'agenda.set' | 'agenda.phaseChanged' }>,
  entry: EntryFrame,
): DebateState {
  if (!revealed) return state;
  const shown = withShown(redateRevealed(state, revealed, entry), revealed, entry.at);
  return { ...shown, embargoed: state.embargoed.clear() };
}
