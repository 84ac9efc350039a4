import type { OperationOf } from '../engine/operations.ts';
import type { DebateState } from '../engine/state.ts';
import { phaseIn } from '../phases/phases.ts';
import { tasksInOrder } from './running-tasks.ts';

/** The tasks that a debate made from this one has: those of its phases. Something else in it may have their ids. */
export function phaseTasks(from: DebateState | null): OperationOf<'task.add'>[] {
  if (from === null) return [];
  return tasksInOrder(from)
    .filter(({ due }) => 'phaseId' in due && from.agenda && phaseIn(from.agenda, due.phaseId))
    .map(({ kind, count, due }, at) => ({ type: 'task.add', taskId: `t_task${at + 1}`, kind, count, due }));
}
