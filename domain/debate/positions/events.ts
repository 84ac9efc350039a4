import { fieldsBefore } from '../engine/changed-fields.ts';
import { about, type EffectOf, type EventDefinitions, isFinal } from '../engine/define-event.ts';
import type { EntryFrame } from '../engine/entries.ts';
import type { Operation } from '../engine/operations.ts';
import type { DebateState } from '../engine/state.ts';
import { rewriteText } from '../texts/texts.ts';

/** The meaning of each of these events. */
export const POSITION_EVENTS: EventDefinitions<'position.added' | 'position.edited'> = {
  'position.added': { evolve: addPosition, invert: isFinal, subject: about.nothing, sentAs: 'entry' },
  'position.edited': { evolve: editPosition, invert: invertEdited, subject: about.nothing, sentAs: 'entry' },
};

function addPosition(
  state: DebateState,
  { positionId: id, name, hue, summary, order }: EffectOf<'position.added'>,
): DebateState {
  const position = { id, name, hue, summary, order, removed: false };
  return { ...state, positions: state.positions.set(id, position) };
}

function editPosition(
  state: DebateState,
  { type, positionId: id, summary, ...fields }: EffectOf<'position.edited'>,
  entry: EntryFrame,
): DebateState {
  const before = state.positions.get(id);
  if (!before) return state;
  const edited = { ...state, positions: state.positions.set(id, { ...before, ...fields }) };
  return summary === undefined ? edited : rewriteText(edited, id, summary, entry);
}

function invertEdited(
  before: DebateState,
  { type, positionId, summary, ...fields }: EffectOf<'position.edited'>,
): Operation | null {
  const position = before.positions.get(positionId);
  return position ? { ...fieldsBefore(position, fields), type: 'position.edit', positionId } : null;
}
