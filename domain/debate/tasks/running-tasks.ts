import type { DebateState } from '../engine/state.ts';
import { phaseIn } from '../phases/phases.ts';
import type { Task, TaskKind } from './task.ts';

type Known = Pick<DebateState, 'agenda'>;

/** True if what is done at this time counts for a task. */
export function isRunning({ agenda }: Known, { due }: Task, at: number): boolean {
  return 'phaseId' in due ? agenda?.at === due.phaseId : at <= due.at;
}

/** The ids of the tasks of these kinds that run at this time, in order. */
export function runningTasks(
  state: Pick<DebateState, 'agenda' | 'tasks'>,
  kinds: readonly TaskKind[],
  at: number,
): string[] {
  return tasksInOrder(state)
    .filter((task) => kinds.includes(task.kind) && isRunning(state, task, at))
    .map(({ id }) => id);
}

/** Tasks in the order in which they were set. */
export function tasksInOrder({ tasks }: Pick<DebateState, 'tasks'>): Task[] {
  return [...tasks.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** How a task stands: before its phase, running, over, or of a phase that is no longer in the agenda. */
export type TaskStanding = 'later' | 'running' | 'over' | 'nowhere';

/**
 * How a task stands at this time. A phase that doesn't run may run again: its tasks are over once a later phase runs. All tasks are over in a
 * debate that is closed, until it is opened again.
 */
export function standingOf(
  state: Pick<DebateState, 'agenda' | 'head'>,
  task: Task,
  at: number,
): TaskStanding {
  const { agenda, head } = state;
  const { due } = task;
  const isOpen = head?.status === 'open';
  if (isOpen && isRunning(state, task, at)) return 'running';
  if ('at' in due) return 'over';
  if (agenda === null || phaseIn(agenda, due.phaseId) === null) return 'nowhere';
  if (!isOpen) return 'over';
  const placeOf = (id: string | null) => agenda.phases.findIndex((phase) => phase.id === id);
  return placeOf(agenda.at) > placeOf(due.phaseId) ? 'over' : 'later';
}
