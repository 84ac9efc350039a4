import type { EntryFrame } from './entries.ts';
import type { Act, DebateState } from './state.ts';

/** A state with an act in its moderation log. */
export function noted(
  state: DebateState,
  { seq, at, actor }: EntryFrame,
  act: Pick<Act, 'what' | 'on' | 'reason' | 'note'>,
): DebateState {
  const id = `act-${seq}`;
  return { ...state, acts: state.acts.set(id, { id, seq, at, by: actor, ...act }) };
}
