import type { Phase, PhaseKind } from '#domain/debate/phases/agenda.ts';
import { newId } from '../../core/store/new-id.ts';

type Template = Omit<Phase, 'id' | 'kind' | 'title' | 'note'>;

/** Initial values for phases of each kind; all of them can be changed. */
const KINDS: Readonly<Record<PhaseKind, Template>> = {
  opening_poll: { minutes: 5, may: [], hides: [] },
  silent_writing: { minutes: 10, may: ['add'], hides: ['claims', 'tallies'] },
  switch_sides: { minutes: 15, may: ['add', 'edit', 'comment'], hides: [] },
  open_debate: { minutes: 30, may: ['add', 'edit', 'comment', 'vote'], hides: [] },
  rebuttals: { minutes: 15, may: ['add', 'edit', 'comment'], hides: [] },
  vote: { minutes: 5, may: ['vote'], hides: ['tallies'] },
  guided_vote: { minutes: 5, may: ['vote'], hides: ['tallies'] },
  closing_poll: { minutes: 5, may: [], hides: [] },
  wrap_up: { minutes: 10, may: ['comment'], hides: [] },
  other: { minutes: null, may: ['add', 'edit', 'comment', 'vote'], hides: [] },
};

/** Agendas to start from. */
export const PRESETS = ['seminar', 'switch', 'short', 'own'] as const;
export type Preset = (typeof PRESETS)[number];

const PRESET_PHASES: Readonly<Record<Preset, readonly (readonly [kind: PhaseKind, minutes?: number])[]>> = {
  seminar: [
    ['opening_poll'],
    ['silent_writing'],
    ['open_debate', 35],
    ['rebuttals', 20],
    ['vote'],
    ['closing_poll'],
    ['wrap_up'],
  ],
  switch: [
    ['silent_writing', 15],
    ['rebuttals'],
    ['switch_sides', 20],
    ['open_debate', 20],
    ['vote'],
    ['wrap_up'],
  ],
  short: [['silent_writing', 5], ['open_debate', 15], ['vote'], ['wrap_up', 5]],
  own: [['other']],
};

/** Creates a phase of a kind. */
export function newPhase(kind: PhaseKind, minutes = KINDS[kind].minutes): Phase {
  return { id: newId('ph'), kind, title: '', note: '', ...KINDS[kind], minutes };
}

/** Turns a phase into another kind with that kind's initial values; its name and note stay. */
export function ofKind({ id, title, note }: Phase, kind: PhaseKind): Phase {
  return { id, kind, title, note, ...KINDS[kind] };
}

/** Returns the phases of a preset. */
export function presetPhases(preset: Preset): Phase[] {
  return PRESET_PHASES[preset].map(([kind, minutes]) => newPhase(kind, minutes));
}
