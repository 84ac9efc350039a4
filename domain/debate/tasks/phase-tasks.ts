import type { OperationOf } from '../engine/operations.ts';
import type { DebateState } from '../engine/state.ts';
import { phaseIn } from '../phases/phases.ts';
import { tasksInOrder } from './running-tasks.ts';

/** The tasks that a debate made from this one has: those of its phases. */
export function phaseTasks(from: DebateState | null): OperationOf<'task.add'>[] {
  if (from === null) return [];
  return tasksInOrder(from).flatMap(({ id: taskId, kind, count, due }) =>
    'phaseId' in due && from.agenda && phaseIn(from.agenda, due.phaseId)
      ? [{ type: 'task.add', taskId, kind, count, due } as const]
      : [],
  );
}
