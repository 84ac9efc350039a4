import type { OperationOf } from '../../domain/debate/engine/operations.ts';
import type { Phase } from '../../domain/debate/phases/agenda.ts';
import { aDebate, type DebateBuilder } from './debate-builder.ts';

const PHASE = { title: '', note: '', minutes: null };

/** Phases: the first hides what others add, the second is open, in the third people vote and tallies are hidden. */
export const WRITING: Phase = {
  ...PHASE,
  id: 'p-write',
  kind: 'silent_writing',
  minutes: 10,
  may: ['add'],
  hides: ['claims', 'tallies'],
};

export const OPEN: Phase = {
  ...PHASE,
  id: 'p-open',
  kind: 'open_debate',
  may: ['add', 'edit', 'comment', 'vote'],
  hides: [],
};

export const VOTING: Phase = { ...PHASE, id: 'p-vote', kind: 'vote', may: ['vote'], hides: ['tallies'] };

export const POLLING: Phase = { ...PHASE, id: 'p-poll', kind: 'opening_poll', may: [], hides: [] };

export function setAgenda(phases: readonly Phase[], base = 0): OperationOf<'agenda.set'> {
  return { type: 'agenda.set', phases, base };
}

export function turnTo(to: string | null, from: string | null = null): OperationOf<'agenda.goTo'> {
  return { type: 'agenda.goTo', from, to };
}

/** A debate with an agenda of these three, in one of them. */
export function aDebateIn(phase: Phase): DebateBuilder {
  return aDebate().does('olga', setAgenda([WRITING, OPEN, VOTING]), turnTo(phase.id));
}
