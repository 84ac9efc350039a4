import { describe, expect, test } from 'vitest';
import type { Agenda, Timer } from '../../domain/debate/phases/agenda.ts';
import { nextReminder, reminderAt, tasksToRemindOf } from '../../domain/debate/tasks/reminders.ts';
import type { Task, TaskDue } from '../../domain/debate/tasks/task.ts';
import { aDebate } from '../support/debate-builder.ts';
import { addTask } from '../support/made-tasks.ts';
import { OPEN, setAgenda, turnTo, WRITING } from '../support/phased-debate.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

const task = (due: TaskDue): Task => ({ id: 't-n', kind: 'claims', count: 1, due, at: 0 });
const running = (timer: Timer | null, minutes: number | null): { agenda: Agenda } => ({
  agenda: { phases: [{ ...OPEN, minutes }], at: 'p-open', revision: 1, timer },
});
const ofPhase = task({ phaseId: 'p-open' });

describe('[TK9] people are reminded', () => {
  test.each([
    ['a day before its end', 10 * DAY, 9 * DAY],
    ['halfway there, if that is later', DAY, DAY / 2],
    ['at once, if it is set for its end', 0, 0],
  ])('of a task with a time, %s', (_, at, reminder) => {
    expect(reminderAt({ agenda: null }, task({ at }))).toBe(reminder);
  });

  test.each<[string, number | null, Timer | null, number | null]>([
    ['halfway through its planned time', 20, { ends: 100 * MINUTE }, 90 * MINUTE],
    ['five minutes before its end, if none is planned', null, { ends: 100 * MINUTE }, 95 * MINUTE],
    ['not while its timer is paused', 20, { left: MINUTE }, null],
    ['not without a timer', 20, null, null],
  ])('of a task of the running phase, %s', (_, minutes, timer, reminder) => {
    expect(reminderAt(running(timer, minutes), ofPhase)).toBe(reminder);
  });

  test('of no task of another phase', () => {
    expect(reminderAt(running({ ends: MINUTE }, 10), task({ phaseId: 'p-write' }))).toBeNull();
  });

  test('of each task in its turn, while it runs and the debate is open', () => {
    const debate = aDebate()
      .does('olga', setAgenda([WRITING, OPEN]), addTask('t-w', 'claims', 1, { phaseId: 'p-write' }))
      .does('olga', addTask('t-d', 'claims', 1, { at: 1_000 + 4 * MINUTE }));
    const next = (since: number) => nextReminder(debate.state, since);
    const due = (now: number) => tasksToRemindOf(debate.state, now).map(({ id }) => id);
    expect([next(1_000), next(1_000 + 2 * MINUTE)]).toEqual([1_000 + 2 * MINUTE, null]);
    debate.does('olga', turnTo('p-write'));
    expect(next(1_000 + 2 * MINUTE)).toBe(1_000 + 5 * MINUTE);
    expect([due(1_000), due(1_000 + 3 * MINUTE)]).toEqual([[], ['t-d']]);
    expect([due(1_000 + 4 * MINUTE), due(1_000 + 5 * MINUTE)]).toEqual([[], ['t-w']]);
    debate.does('olga', { type: 'debate.setStatus', status: 'closed' });
    expect(due(1_000 + 5 * MINUTE)).toEqual([]);
  });
});
