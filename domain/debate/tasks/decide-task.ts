import { accept, type Decision } from '../engine/decision.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { RejectionCode } from '../engine/rejections.ts';
import { type DebateState, isTaken } from '../engine/state.ts';
import { phaseIn } from '../phases/phases.ts';
import type { TASK_OPERATIONS } from './operations.ts';
import type { TaskDue } from './task.ts';

type TaskOperation = OperationOf<keyof typeof TASK_OPERATIONS>;

/** Sets a task for everyone, changes how many it asks for and until when, and removes it. */
export function decideTask(
  state: DebateState,
  operation: TaskOperation,
  actor: Actor,
  now: number | null,
): Decision {
  const { type, taskId } = operation;
  if (!may(state, actor, type)) return refuse('not_allowed');
  const task = state.tasks.get(taskId);
  if (type === 'task.add') {
    if (isTaken(state, taskId)) return refuse('id_taken');
    if (state.tasks.size >= LIMITS.tasks) return refuse('tasks_full', LIMITS.tasks);
    const { kind, count, due } = operation;
    const problem = dueProblem(state, operation, now);
    return problem ? refuse(problem) : accept({ type: 'task.added', taskId, kind, count, due });
  }
  if (!task) return refuse('unknown_task');
  if (type === 'task.remove') return accept({ type: 'task.removed', taskId });
  const { count, due } = operation;
  const isSameDue = JSON.stringify(due) === JSON.stringify(task.due);
  if (count === task.count && isSameDue) return refuse('nothing_changed');
  const problem = isSameDue ? null : dueProblem(state, operation, now);
  return problem ? refuse(problem) : accept({ type: 'task.changed', taskId, count, due });
}

function dueProblem(
  { agenda }: DebateState,
  { due, again }: { readonly due: TaskDue; readonly again?: true },
  now: number | null,
): RejectionCode | null {
  if ('at' in due) return now !== null && due.at <= now && !again ? 'task_time_past' : null;
  return agenda && phaseIn(agenda, due.phaseId) ? null : 'unknown_phase';
}
