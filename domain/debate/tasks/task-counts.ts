import { finish, type Steps } from '../../collections/steps.ts';
import { LIMITS } from '../engine/limits.ts';
import type { DebateState } from '../engine/state.ts';
import { isAnonymous } from '../head/names.ts';
import type { Participant } from '../participants/participant.ts';
import { hidesClaims } from '../phases/phases.ts';
import { areTalliesHidden, isBallotSecret } from '../votes/ballots.ts';
import { peopleAsked } from './asked.ts';
import { type Progress, progressSteps } from './progress.ts';
import { tasksInOrder } from './running-tasks.ts';
import type { Task, TaskKind } from './task.ts';

/** Why moderators don't see how many people have done a task. */
export type WhyNotCounted = 'anonymous' | 'secret' | 'blind' | 'tallies' | 'small';

/** How many people have done a task, as moderators may know it: with who they are, in steps of five, or not at all. */
export type DoneCount =
  | { readonly kind: 'named'; readonly done: readonly string[]; readonly open: readonly string[] }
  | { readonly kind: 'few' }
  | { readonly kind: 'atLeast'; readonly done: number }
  | { readonly kind: 'kept'; readonly why: WhyNotCounted };

/** A task, the number of people it is for, and the number who have done it. */
export interface TaskCount {
  readonly taskId: string;
  readonly people: number;
  readonly done: DoneCount;
}

/** How many people have done each task, for the debate's moderators. */
export function* countSteps(state: DebateState): Steps<TaskCount[]> {
  const tasks = tasksInOrder(state);
  const shown = tasks.filter(({ kind }) => whyNotCounted(state, kind) === null);
  const progress = yield* progressSteps(state, shown);
  return tasks.map((task): TaskCount => {
    const why = whyNotCounted(state, task.kind);
    const people = peopleAsked(state, task);
    const done: DoneCount =
      why === null ? countOf(task, people, progress.get(task.id) ?? NOBODY) : { kind: 'kept', why };
    return { taskId: task.id, people: people.length, done };
  });
}

/** How many people have done a task, and how many it is for. */
interface AuthorCount {
  readonly done: number;
  readonly people: number;
}

/** How many people have done each task as far as a projection shows it: not of votes, which it doesn't have. */
export function countsOfAuthors(view: DebateState): ReadonlyMap<string, AuthorCount> {
  const tasks = tasksInOrder(view).filter(
    ({ kind }) => kind !== 'votes' && whyNotCounted(view, kind) === null,
  );
  const progress = finish(progressSteps(view, tasks));
  return new Map(
    tasks.map((task) => {
      const people = peopleAsked(view, task);
      const done = people.filter(({ id }) => (progress.get(task.id)?.get(id) ?? 0) >= task.count).length;
      return [task.id, { done, people: people.length }];
    }),
  );
}

/** Counts from a moment before, less what may not be shown now. */
export function countsShown(state: DebateState, counts: readonly TaskCount[]): TaskCount[] {
  return counts.flatMap((count) => {
    const task = state.tasks.get(count.taskId);
    if (!task) return [];
    const why = whyNotCounted(state, task.kind);
    return why === null ? count : { ...count, done: { kind: 'kept' as const, why } };
  });
}

const NOBODY: Progress = new Map();

/**
 * Nobody learns who voted. And in an anonymous debate nobody learns how many people wrote what is there: moderators could hide one claim
 * after another and see whose number changes.
 */
export function whyNotCounted(state: DebateState, kind: TaskKind): WhyNotCounted | null {
  if (kind === 'votes') {
    if (isBallotSecret(state)) return 'secret';
    return areTalliesHidden(state) ? 'tallies' : null;
  }
  if (isAnonymous(state)) return 'anonymous';
  return hidesClaims(state) ? 'blind' : null;
}

function countOf(task: Task, people: readonly Participant[], progress: Progress): DoneCount {
  const ids = people.map(({ id }) => id);
  const hasDone = (id: string) => (progress.get(id) ?? 0) >= task.count;
  if (task.kind !== 'votes')
    return { kind: 'named', done: ids.filter(hasDone), open: ids.filter((id) => !hasDone(id)) };
  if (ids.length < LIMITS.secretTotal) return { kind: 'kept', why: 'small' };
  // Whatever their role is now: otherwise moderators could change one person's role and see whether the number changes.
  const done = [...progress.keys()].filter(hasDone).length;
  if (done < LIMITS.secretTotal) return { kind: 'few' };
  return { kind: 'atLeast', done: done - (done % LIMITS.secretTotal) };
}
