import type { OperationOf } from '../../domain/debate/engine/operations.ts';
import type { TaskDue, TaskKind } from '../../domain/debate/tasks/task.ts';

/** A time that no test reaches. */
export const LATER: TaskDue = { at: 4_000_000_000_000 };

export function addTask(
  taskId: string,
  kind: TaskKind = 'claims',
  count = 2,
  due: TaskDue = LATER,
): OperationOf<'task.add'> {
  return { type: 'task.add', taskId, kind, count, due };
}

export function changeTask(taskId: string, count: number, due: TaskDue = LATER): OperationOf<'task.change'> {
  return { type: 'task.change', taskId, count, due };
}

export function removeTask(taskId: string): OperationOf<'task.remove'> {
  return { type: 'task.remove', taskId };
}
