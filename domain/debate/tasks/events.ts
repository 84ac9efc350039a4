import { about, type EffectOf, type EventDefinitions } from '../engine/define-event.ts';
import type { Operation } from '../engine/operations.ts';
import type { DebateState } from '../engine/state.ts';
import { evolveTask } from './evolve-task.ts';

/** The meaning of each of these events. */
export const TASK_EVENTS: EventDefinitions<'task.added' | 'task.changed' | 'task.removed'> = {
  'task.added': {
    evolve: evolveTask,
    invert: (_, { taskId }) => ({ type: 'task.remove', taskId }),
    subject: about.nothing,
    sentAs: 'entry',
  },
  'task.changed': { evolve: evolveTask, invert: invertChanged, subject: about.nothing, sentAs: 'entry' },
  // Contributions that counted for it count again.
  'task.removed': { evolve: evolveTask, invert: invertRemoved, subject: about.nothing, sentAs: 'entry' },
};

function invertChanged({ tasks }: DebateState, { taskId }: EffectOf<'task.changed'>): Operation | null {
  const before = tasks.get(taskId);
  return before ? { type: 'task.change', taskId, count: before.count, due: before.due, again: true } : null;
}

function invertRemoved({ tasks }: DebateState, { taskId }: EffectOf<'task.removed'>): Operation | null {
  const before = tasks.get(taskId);
  if (!before) return null;
  const { kind, count, due } = before;
  return { type: 'task.add', taskId, kind, count, due, again: true };
}
