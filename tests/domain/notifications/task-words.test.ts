import { createTranslator } from 'use-intl/core';
import { expect, test } from 'vitest';
import { en } from '#app/_ui/messages/en.ts';
import { TASK_KINDS, type Task } from '#domain/debate/tasks/task.ts';
import { taskProgress, taskSentence } from '#domain/notifications/task-words.ts';

const t = createTranslator({ locale: 'en', messages: en, namespace: 'tasks' });

test.each(TASK_KINDS)('a task for %s reads the same in emails and reports as on the board', (kind) => {
  for (const count of [1, 3]) expect(taskSentence({ kind, count })).toBe(t(`asks.${kind}`, { count }));
});

test('progress says how many are done, and until when', () => {
  const task = (due: Task['due']): Task => ({ id: 't-n', kind: 'claims', count: 3, due, at: 0 });
  const at = Date.parse('2026-05-07T12:00:00Z');
  expect(taskProgress({ task: task({ at }), done: 1 })).toBe('1 of 3 done. Due May 7, 2026 at 12:00 PM UTC.');
  expect(taskProgress({ task: task({ phaseId: 'p' }), done: 0 })).toBe(
    '0 of 3 done. Due when the phase ends.',
  );
});
