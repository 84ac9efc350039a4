import type { Task } from '../debate/tasks/task.ts';
import { formatMoment } from '../words/dates.ts';

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** The sentence that asks for a task, where the board's language is not known: in emails and reports. */
export function taskSentence({ kind, count }: Pick<Task, 'kind' | 'count'>): string {
  switch (kind) {
    case 'claims':
      return `Write ${many(count, 'claim', 'claims')}`;
    case 'replies':
      return `Reply to ${many(count, 'claim by someone else', 'claims by others')}`;
    case 'sources':
      return `Add a source to ${count} of your claims`;
    case 'comments':
      return `Write ${many(count, 'comment', 'comments')}`;
    case 'votes':
      return `Vote on ${many(count, 'claim', 'claims')}`;
  }
}

/** How far a person is with a task, and until when it can be done, in the inbox and in emails. */
export function taskProgress({ task: { count, due }, done }: { task: Task; done: number }): string {
  const until = 'at' in due ? `${formatMoment(due.at)} UTC` : 'when the phase ends';
  return `${done} of ${count} done. Due ${until}.`;
}
