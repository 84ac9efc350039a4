import type { Phase, PhaseKind } from '../../../../domain/debate/agenda/agenda.ts';
import { newId } from '../../store/new-id.ts';

type Template = Omit<Phase, 'id' | 'kind' | 'title' | 'note'>;

/** What phases of each kind begin as; everything of them may be changed. */
const KINDS: Readonly<Record<PhaseKind, Template>> = {
  opening_poll: { minutes: 5, may: [], hides: [] },
  silent_writing: { minutes: 10, may: ['add'], hides: ['claims', 'tallies'] },
  open_debate: { minutes: 30, may: ['add', 'edit', 'comment', 'vote'], hides: [] },
  rebuttals: { minutes: 15, may: ['add', 'edit', 'comment'], hides: [] },
  vote: { minutes: 5, may: ['vote'], hides: ['tallies'] },
  closing_poll: { minutes: 5, may: [], hides: [] },
  wrap_up: { minutes: 10, may: ['comment'], hides: [] },
  other: { minutes: null, may: ['add', 'edit', 'comment', 'vote'], hides: [] },
};

/** What an agenda can be begun with. */
export const PRESETS = ['seminar', 'short', 'own'] as const;
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
  short: [['silent_writing', 5], ['open_debate', 15], ['vote'], ['wrap_up', 5]],
  own: [['other']],
};

/** A new phase of a kind. */
export function newPhase(kind: PhaseKind, minutes = KINDS[kind].minutes): Phase {
  return { id: newId('ph'), kind, title: '', note: '', ...KINDS[kind], minutes };
}

/** A phase of another kind, as phases of it begin; its name and words stay. */
export function ofKind({ id, title, note }: Phase, kind: PhaseKind): Phase {
  return { id, kind, title, note, ...KINDS[kind] };
}

/** The phases of a preset. */
export function presetPhases(preset: Preset): Phase[] {
  return PRESET_PHASES[preset].map(([kind, minutes]) => newPhase(kind, minutes));
}
