import { OPERATIONS } from '../engine/registry.ts';
import type { DebateState } from '../engine/state.ts';
import { isModerating, type Participant } from '../participants/participant.ts';
import type { Task, TaskKind } from './task.ts';

/** The operation that does what a task asks for: people whose role allows it are asked. */
export const TASK_OPERATION = {
  claims: 'claim.add',
  replies: 'claim.add',
  sources: 'claim.cite',
  comments: 'comment.add',
  votes: 'vote.cast',
} as const satisfies Record<TaskKind, keyof typeof OPERATIONS>;

/** The people a task is for: participants who may do it and don't moderate, in the order in which they joined. */
export function peopleAsked(
  { participants }: Pick<DebateState, 'participants'>,
  task: Pick<Task, 'kind'>,
): Participant[] {
  return [...participants.values()]
    .filter((person) => isAsked(person, task))
    .sort((a, b) => a.joinedAt - b.joinedAt || (a.id < b.id ? -1 : 1));
}

/** True if a task is for this person. */
export function isAsked({ role, membership }: Participant, { kind }: Pick<Task, 'kind'>): boolean {
  const isThere = membership === 'member' && !isModerating(role);
  return isThere && OPERATIONS[TASK_OPERATION[kind]].roles.includes(role);
}
