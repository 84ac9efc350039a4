import type { EffectOn, EntryFrame } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';

/** Folds the tasks that moderators set. */
export function evolveTask(state: DebateState, effect: EffectOn<'task'>, { at }: EntryFrame): DebateState {
  const { taskId: id } = effect;
  if (effect.type === 'task.removed') return { ...state, tasks: state.tasks.delete(id) };
  const { count, due } = effect;
  if (effect.type === 'task.added') {
    const { kind } = effect;
    return { ...state, tasks: state.tasks.set(id, { id, kind, count, due, at }) };
  }
  const task = state.tasks.get(id);
  return task ? { ...state, tasks: state.tasks.set(id, { ...task, count, due }) } : state;
}
