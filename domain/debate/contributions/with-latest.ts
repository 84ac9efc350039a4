import type { DebateState } from '../engine/state.ts';
import type { LastChange } from './last-change.ts';

/** A state in which these claims and comments are marked to be read again. `by`: the participant who changed them, or each one's author. */
export function withLatest(
  state: DebateState,
  ids: readonly string[],
  how: LastChange['how'],
  by: string | ((id: string) => string),
  at: number,
): DebateState {
  const changes = ids.map((id): [string, LastChange] => [
    id,
    { id, how, by: typeof by === 'string' ? by : by(id), at },
  ]);
  return { ...state, lastChanges: state.lastChanges.merge(changes) };
}

/** The same for content that everyone sees from now on. */
export function withShown(state: DebateState, ids: readonly string[], at: number): DebateState {
  const authorOf = (id: string) => (state.claims.get(id) ?? state.comments.get(id))?.author;
  const known = ids.filter((id) => authorOf(id) !== undefined);
  return known.length === 0 ? state : withLatest(state, known, 'shown', (id) => authorOf(id) ?? '', at);
}
