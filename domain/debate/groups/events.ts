import { about, type EffectOf, type EventDefinitions, isFinal } from '../engine/define-event.ts';
import type { Operation } from '../engine/operations.ts';
import type { DebateState } from '../engine/state.ts';
import { evolveGroup } from './evolve-group.ts';
import { openGroupOf } from './groups.ts';

/** The meaning of each of these events. */
export const GROUP_EVENTS: EventDefinitions<'group.formed' | 'group.assigned' | 'group.statusChanged'> = {
  'group.formed': { evolve: evolveGroup, invert: isFinal, subject: about.nothing, sentAs: 'group' },
  'group.assigned': { evolve: evolveGroup, invert: invertAssigned, subject: about.nothing, sentAs: 'group' },
  'group.statusChanged': { evolve: evolveGroup, invert: isFinal, subject: about.nothing, sentAs: 'group' },
};

function invertAssigned(before: DebateState, { participantId }: EffectOf<'group.assigned'>): Operation {
  return { type: 'group.assign', participantId, groupId: openGroupOf(before, participantId)?.id ?? null };
}
