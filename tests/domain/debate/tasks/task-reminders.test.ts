import { describe, expect, test } from 'vitest';
import type { Agenda, Timer } from '#domain/debate/phases/agenda.ts';
import { nextReminder, reminderAfter, reminderAt, tasksToRemindOf } from '#domain/debate/tasks/reminders.ts';
import type { Task, TaskDue } from '#domain/debate/tasks/task.ts';
import { mayNotify } from '#domain/notifications/notifications-for.ts';
import { aDebate, newClaim } from '#tests/support/debate-builder.ts';
import { addTask, changeTask } from '#tests/support/made-tasks.ts';
import { OPEN, setAgenda, turnTo, WRITING } from '#tests/support/phased-debate.ts';

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

  test('of a task of a phase set late, halfway through the time that is left', () => {
    const late = { ...ofPhase, at: 80 * MINUTE };
    expect(reminderAt(running({ ends: 100 * MINUTE }, 60), late)).toBe(90 * MINUTE);
  });

  describe('at once, if the time has passed', () => {
    const nextAfter = (debate: ReturnType<typeof aDebate>, act: () => void) => {
      const before = debate.entries.length;
      act();
      return reminderAfter(debate.state, debate.entries.slice(before));
    };

    test('of a task moved closer, but not after other entries', () => {
      const debate = aDebate().does('olga', addTask('t-n', 'claims', 1, { at: 10 * DAY }));
      debate.now = 5 * DAY;
      const move = changeTask('t-n', 1, { at: 5 * DAY + 360 * MINUTE });
      expect(nextAfter(debate, () => debate.does('olga', move))).toBe(5 * DAY);
      expect(nextAfter(debate, () => debate.does('dana', newClaim('n', 'west')))).toBeNull();
      expect(reminderAfter(debate.state, [])).toBeNull();
    });

    test('of a task of a phase whose timer starts again', () => {
      const debate = aDebate()
        .does('olga', setAgenda([{ ...OPEN, minutes: 60 }]), turnTo('p-open'))
        .does('olga', addTask('t-n', 'claims', 1, { phaseId: 'p-open' }));
      const restart = { type: 'agenda.setTimer', phaseId: 'p-open', act: 'start', seconds: 900 } as const;
      debate.now += 60 * MINUTE;
      expect(nextAfter(debate, () => debate.does('olga', restart))).toBe(debate.now);
    });

    test('of a task whose debate is open again', () => {
      const debate = aDebate().does('olga', addTask('t-n', 'claims', 1, { at: 10 * DAY }));
      debate.does('olga', { type: 'debate.setStatus', status: 'closed' });
      debate.now = 9 * DAY + MINUTE;
      const reopen = { type: 'debate.setStatus', status: 'open' } as const;
      expect(nextAfter(debate, () => debate.does('olga', reopen))).toBe(debate.now);
      expect(debate.entries.slice(-1).every(({ effect }) => mayNotify(effect))).toBe(true);
    });
  });
});
