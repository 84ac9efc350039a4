import { FLAGS } from '../../domain/debate/moderation/review.ts';
import { taskProgress } from '../../domain/notifications/task-words.ts';
import { formatDay } from '../../domain/words/dates.ts';
import type { Inbox } from '../../server/services/notifications/inbox.ts';
import { messages } from '../_ui/messages/messages.ts';

export type InboxDebate = Awaited<ReturnType<Inbox['list']>>['debates'][number];
export type InboxItem = InboxDebate['notes'][number];

/** Returns the sentence of a notification. `who` is the person it is about. */
export function notificationSentence(note: InboxItem, who: string): string {
  const t = messages('inbox');
  const { kind, subject, reason } = note;
  if (kind === 'restricted') return t('restricted', { what: reason });
  return kind === 'settled' && subject === ''
    ? t('settled')
    : t(`sentence.${kind}`, { who, subject, reason: reasonOf(note) });
}

/** Returns what a moderator wrote with it. */
export function notificationDetail({ kind, reason, note, task }: InboxItem): string {
  if (task) return taskProgress(task);
  return kind === 'settled' ? messages('inbox')('outcome', { outcome: reason }) : note;
}

/** Returns a listed code in words. */
function reasonOf({ kind, reason, task }: InboxItem): string {
  switch (kind) {
    case 'answered':
      return reason;
    case 'marked':
      return markName(reason);
    case 'expiring':
      return formatDay(new Date(reason));
    case 'task_set':
    case 'task_reminder':
      return task ? messages('tasks')(`asks.${task.task.kind}`, { count: task.task.count }) : '';
    case 'appointed':
      return messages('managedPeople')('roleName', { role: reason });
    default:
      return messages('moderation')('reasonName', { reason, words: reason });
  }
}

function markName(reason: string): string {
  const mark = FLAGS.find((one) => one === reason);
  return mark ? messages('review')(`flag.${mark}`) : reason;
}
