/** Contributions that a task asks for. */
export const TASK_KINDS = ['claims', 'replies', 'sources', 'comments', 'votes'] as const;

export type TaskKind = (typeof TASK_KINDS)[number];

/** The time in which a task can be done: while a phase runs, or until a server time. */
export type TaskDue = { readonly phaseId: string } | { readonly at: number };

/** Something that moderators ask everyone to do. How far each person is follows from what they did. */
export interface Task {
  readonly id: string;
  readonly kind: TaskKind;
  /** How many are asked for. */
  readonly count: number;
  readonly due: TaskDue;
  /** Server time at which it was set. */
  readonly at: number;
}
