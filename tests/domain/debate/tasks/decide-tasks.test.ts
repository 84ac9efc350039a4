import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import type { TaskDue } from '#domain/debate/tasks/task.ts';
import type { DebateBuilder } from '#tests/support/debate-builder.ts';
import { type DecisionCase, describeDecisions, fillUp } from '#tests/support/decision-cases.ts';
import { addTask, changeTask, removeTask } from '#tests/support/made-tasks.ts';
import { OPEN, setAgenda, turnTo, VOTING, WRITING } from '#tests/support/phased-debate.ts';

const WRITE: TaskDue = { phaseId: 'p-write' };
const GONE: TaskDue = { phaseId: 'p-gone' };

const added = (operation: OperationOf<'task.add'>) => ({ ...operation, type: 'task.added' }) as const;
const changed = (operation: OperationOf<'task.change'>) => ({ ...operation, type: 'task.changed' }) as const;

const phased = (debate: DebateBuilder) => debate.does('olga', setAgenda([WRITING, OPEN, VOTING]));
const set = (debate: DebateBuilder) => debate.does('olga', addTask('t-n'));
const setForPhase = (debate: DebateBuilder) =>
  phased(debate).does('olga', addTask('t-n', 'claims', 2, WRITE));
const closed = (debate: DebateBuilder) =>
  set(debate).does('olga', { type: 'debate.setStatus', status: 'closed' });
/** Its time is over. */
const over = (debate: DebateBuilder) => {
  debate.does('olga', addTask('t-n', 'claims', 2, { at: debate.now + 1 }));
  debate.now += 2;
};

const ADD: DecisionCase<OperationOf<'task.add'>>[] = [
  ['of the owner', 'olga', addTask('t-n'), added(addTask('t-n'))],
  ['of a moderator', 'mona', addTask('t-n', 'votes', 50), added(addTask('t-n', 'votes', 50))],
  ['of a debater', 'dana', addTask('t-n'), 'not_allowed'],
  ['until now', 'olga', addTask('t-n', 'claims', 1, { at: 1_000 }), 'task_time_past'],
  [
    'until a past time, by an undo',
    'olga',
    { ...addTask('t-n', 'claims', 1, { at: 900 }), again: true },
    added(addTask('t-n', 'claims', 1, { at: 900 })),
  ],
  [
    'until a moment from now',
    'olga',
    addTask('t-n', 'claims', 1, { at: 1_001 }),
    added(addTask('t-n', 'claims', 1, { at: 1_001 })),
  ],
  ['of a phase without an agenda', 'olga', addTask('t-n', 'claims', 1, WRITE), 'unknown_phase'],
  [
    'of a phase',
    'olga',
    addTask('t-n', 'replies', 1, WRITE),
    added(addTask('t-n', 'replies', 1, WRITE)),
    phased,
  ],
  [
    'of a phase that is not in the agenda',
    'olga',
    addTask('t-n', 'claims', 1, GONE),
    'unknown_phase',
    phased,
  ],
  [
    'of the running phase',
    'olga',
    addTask('t-n', 'claims', 1, WRITE),
    added(addTask('t-n', 'claims', 1, WRITE)),
    (d) => phased(d).does('olga', turnTo('p-write')),
  ],
  ['with an id of something else', 'olga', addTask('c-a'), 'id_taken'],
  ['with the id of another task', 'olga', addTask('t-n'), 'id_taken', set],
  [
    'while there are as many as may be',
    'olga',
    addTask('t-m'),
    'tasks_full',
    (d) => fillUp('tasks', LIMITS.tasks)(set(d)),
  ],
  ['in a closed debate', 'olga', addTask('t-m'), added(addTask('t-m')), closed],
];

const CHANGE: DecisionCase<OperationOf<'task.change'>>[] = [
  ['of how many', 'mona', changeTask('t-n', 3), changed(changeTask('t-n', 3)), set],
  ['of a debater', 'dana', changeTask('t-n', 3), 'not_allowed', set],
  ['to the same', 'olga', changeTask('t-n', 2), 'nothing_changed', set],
  ['of none', 'olga', changeTask('t-n', 3), 'unknown_task'],
  [
    'of a removed one',
    'olga',
    changeTask('t-n', 3),
    'unknown_task',
    (d) => set(d).does('olga', removeTask('t-n')),
  ],
  ['to a past time', 'olga', changeTask('t-n', 2, { at: 900 }), 'task_time_past', set],
  [
    'to a past time, by an undo',
    'olga',
    { ...changeTask('t-n', 2, { at: 900 }), again: true },
    changed(changeTask('t-n', 2, { at: 900 })),
    set,
  ],
  [
    'to a phase',
    'olga',
    changeTask('t-n', 2, WRITE),
    changed(changeTask('t-n', 2, WRITE)),
    (d) => phased(set(d)),
  ],
  ['to no phase', 'olga', changeTask('t-n', 2, GONE), 'unknown_phase', (d) => phased(set(d))],
  ['from a phase to a time', 'olga', changeTask('t-n', 2), changed(changeTask('t-n', 2)), setForPhase],
  ['to another time once it is over', 'olga', changeTask('t-n', 2), changed(changeTask('t-n', 2)), over],
  [
    'of how many once it is over',
    'olga',
    changeTask('t-n', 1, { at: 1_001 }),
    changed(changeTask('t-n', 1, { at: 1_001 })),
    over,
  ],
  [
    'of how many while its phase is no longer in the agenda',
    'olga',
    changeTask('t-n', 1, WRITE),
    changed(changeTask('t-n', 1, WRITE)),
    (d) => setForPhase(d).does('olga', setAgenda([OPEN], 1)),
  ],
];

const REMOVE: DecisionCase<OperationOf<'task.remove'>>[] = [
  ['of the owner', 'olga', removeTask('t-n'), { type: 'task.removed', taskId: 't-n' }, set],
  ['of a debater', 'dana', removeTask('t-n'), 'not_allowed', set],
  ['of none', 'olga', removeTask('t-n'), 'unknown_task'],
  ['twice', 'olga', removeTask('t-n'), 'unknown_task', (d) => set(d).does('olga', removeTask('t-n'))],
];

describeDecisions('task.add', ADD);
describeDecisions('task.change', CHANGE);
describeDecisions('task.remove', REMOVE);
