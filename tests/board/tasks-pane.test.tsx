// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useReadView } from '../../app/_board/core/view/view-provider.tsx';
import type { ViewParts } from '../../app/_board/core/view/view-store.ts';
import { SetTask } from '../../app/_board/features/tasks/set-task.tsx';
import { TasksChip } from '../../app/_board/features/tasks/tasks-chip.tsx';
import TasksPane from '../../app/_board/features/tasks/tasks-pane.tsx';
import type { DoneCount } from '../../domain/debate/tasks/task-counts.ts';
import { aDebate, agree, type DebateBuilder, newClaim } from '../support/debate-builder.ts';
import { addTask, LATER } from '../support/made-tasks.ts';
import { OPEN, setAgenda, turnTo, VOTING } from '../support/phased-debate.ts';
import { noServer, show } from './show.tsx';

beforeEach(() => {
  vi.stubGlobal('fetch', noServer);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const items = () => screen.getAllByRole('listitem').map((item) => item.textContent);
const button = (name: RegExp) => screen.getByRole('button', { name });
/** The view of the board that is drawn. */
let readView: () => ViewParts;

function View() {
  readView = useReadView();
  return null;
}

const open = (debate: DebateBuilder, who: string | null) =>
  show(
    debate,
    who,
    <>
      <TasksPane />
      <View />
    </>,
  );
const withTasks = (...tasks: Parameters<typeof addTask>[]) =>
  aDebate().does('olga', ...tasks.map((task) => addTask(...task)));

describe('a participant', () => {
  test('sees how far they are, in words, and what is done', async () => {
    const debate = withTasks(['t-n', 'claims', 2], ['t-v', 'votes', 1]).does('dana', newClaim('n', 'west'));
    open(debate.does('dana', agree('c-b')), 'dana');
    expect(items()).toEqual([
      expect.stringMatching(/^Write 2 claims1 of 2 claimsUntil /),
      expect.stringMatching(/^Vote on 1 claim ?Done1 of 1 voteUntil /),
    ]);
  });

  test('adds a claim for a position in one press', async () => {
    open(withTasks(['t-n']), 'dana');
    await userEvent.setup().click(button(/^Add to West: Write 2 claims$/));
    expect(readView().writing).toMatchObject({ kind: 'argument', target: { kind: 'position', id: 'west' } });
  });

  test('is led to a claim by someone else that they have not answered', async () => {
    const debate = withTasks(['t-n', 'replies', 1]);
    open(debate, 'dana');
    await userEvent.setup().click(button(/^Find a claim: Reply to 1 claim by someone else$/));
    expect(['c-b', 'c-d', 'c-u']).toContain(readView().selected?.id);
  });

  test('begins guided voting in one press', async () => {
    open(withTasks(['t-n', 'votes', 2]), 'dana');
    await userEvent.setup().click(button(/^Vote: Vote on 2 claims$/));
    expect(readView().guided).toEqual({ branch: null });
  });

  test('reads that the phase keeps them from it', () => {
    open(withTasks(['t-n']).does('olga', setAgenda([VOTING]), turnTo('p-vote')), 'dana');
    expect(screen.getByText('Not possible in this phase.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Add / })).toBeNull();
  });

  test('sees the tasks of a later phase, and earlier ones apart', () => {
    const debate = aDebate().does('olga', setAgenda([OPEN, VOTING, { ...OPEN, id: 'p-end' }]));
    debate.does('olga', addTask('t-o', 'claims', 1, { phaseId: 'p-open' }));
    debate.does('olga', addTask('t-e', 'comments', 1, { phaseId: 'p-end' }), turnTo('p-vote'));
    open(debate, 'dana');
    expect(screen.getByText(/^Counts during /)).toBeTruthy();
    expect(
      within(screen.getByText('Earlier tasks').closest('details') ?? document.body).getByText('Ended'),
    ).toBeTruthy();
  });

  test('hears when a task is done, and the chip counts it', async () => {
    const debate = withTasks(['t-n', 'claims', 1], ['t-m', 'comments', 1]);
    const { update } = show(debate, 'dana', <TasksChip className="chip" />);
    expect(button(/^Tasks: 0 of 2 done$/)).toBeTruthy();
    debate.does('dana', newClaim('n', 'west'));
    update();
    expect(button(/^Tasks: 1 of 2 done$/)).toBeTruthy();
    expect(screen.getByText('Done: Write 1 claim')).toBeTruthy();
  });
});

describe('a moderator', () => {
  test('sets a task for a phase', async () => {
    const { asked } = open(aDebate().does('olga', setAgenda([OPEN])), 'olga');
    const user = userEvent.setup();
    await user.click(button(/^Set a task$/));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Task' }), 'Vote on claims');
    await user.clear(screen.getByRole('spinbutton', { name: 'How many' }));
    await user.type(screen.getByRole('spinbutton', { name: 'How many' }), '10');
    await user.click(button(/^Set task$/));
    expect(asked()).toMatchObject([
      { type: 'task.add', kind: 'votes', count: 10, due: { phaseId: 'p-open' } },
    ]);
    expect(document.activeElement).toBe(button(/^Set a task$/));
  });

  test('sets a task until a date, in their time zone', async () => {
    const { asked } = open(aDebate().does('olga', setAgenda([OPEN])), 'olga');
    const user = userEvent.setup();
    await user.click(button(/^Set a task$/));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Due' }), 'By a date');
    fireEvent.change(screen.getByLabelText('Date and time'), { target: { value: '2126-05-04T18:30' } });
    await user.click(button(/^Set task$/));
    expect(asked()).toMatchObject([
      { type: 'task.add', due: { at: new Date(2126, 4, 4, 18, 30).getTime() } },
    ]);
  });

  test('gives a task whose phase was removed one that is shown', async () => {
    const debate = aDebate().does('olga', setAgenda([OPEN, VOTING]));
    debate.does('olga', addTask('t-n', 'claims', 2, { phaseId: 'p-vote' }), setAgenda([OPEN], 1));
    const { asked } = open(debate, 'olga');
    expect(screen.getByText('Its phase was removed. Choose another time, or remove the task.')).toBeTruthy();
    const user = userEvent.setup();
    await user.click(button(/^Change: Write 2 claims$/));
    await user.click(button(/^Save$/));
    expect(asked()).toMatchObject([{ type: 'task.change', taskId: 't-n', due: { phaseId: 'p-open' } }]);
  });

  test('changes how many a task asks for, and leaves its time as it is to the millisecond', async () => {
    const due = { at: new Date(2126, 4, 4, 18, 30).getTime() + 45_678 };
    const { asked } = open(aDebate().does('olga', addTask('t-n', 'claims', 2, due)), 'olga');
    const user = userEvent.setup();
    const save = async (date?: string) => {
      await user.click(button(/^Change: Write/));
      const [many, time] = [screen.getByRole('spinbutton'), screen.getByLabelText('Date and time')];
      await user.clear(many);
      await user.type(many, date ? '4' : '3');
      if (date) fireEvent.change(time, { target: { value: date } });
      await user.click(button(/^Save$/));
    };
    await save();
    await save('2126-05-04T18:31');
    expect(asked()).toMatchObject([
      { type: 'task.change', count: 3, due },
      { type: 'task.change', count: 4, due: { at: new Date(2126, 4, 4, 18, 31).getTime() } },
    ]);
  });

  test('changes and removes one', async () => {
    const { asked } = open(withTasks(['t-n']), 'olga');
    const user = userEvent.setup();
    await user.click(button(/^Change: Write 2 claims$/));
    await user.clear(screen.getByRole('spinbutton', { name: 'How many' }));
    await user.type(screen.getByRole('spinbutton', { name: 'How many' }), '3');
    expect(screen.getByRole('form', { name: 'Change the task' })).toBeTruthy();
    await user.click(button(/^Save$/));
    expect(document.activeElement).toBe(button(/^Change: Write 3 claims$/));
    await user.click(button(/^Remove: Write 3 claims$/));
    expect(screen.getByText('Removed: Write 3 claims')).toBeTruthy();
    expect(document.activeElement?.contains(button(/^Set a task$/))).toBe(true);
    expect(document.activeElement).not.toBe(document.body);
    expect(asked()).toMatchObject([
      { type: 'task.change', taskId: 't-n', count: 3 },
      { type: 'task.remove', taskId: 't-n' },
    ]);
  });

  test('reads the last counts, once, while newer ones fail', async () => {
    const counted = [{ taskId: 't-n', people: 9, done: { kind: 'few' } }];
    const answers: unknown[] = [{ ok: true, counts: counted }];
    vi.stubGlobal('fetch', async () =>
      Response.json(answers.shift() ?? { ok: false, rejection: { code: 'unavailable' } }),
    );
    const debate = withTasks(['t-n'], ['t-m', 'comments', 1]);
    const { update } = open(debate, 'olga');
    await screen.findByText('Fewer than 5 of 9 people have done it');
    debate.does('dana', newClaim('n', 'west'));
    update();
    await screen.findByText('Couldn’t update the counts. Trying again…');
    expect(screen.getByText('Fewer than 5 of 9 people have done it')).toBeTruthy();
  });

  test('reads that the server refused to count', async () => {
    vi.stubGlobal('fetch', async () => Response.json({ ok: false, rejection: { code: 'not_allowed' } }));
    open(withTasks(['t-n']), 'olga');
    await screen.findByText('Couldn’t update the counts.');
    expect(screen.queryByText('Counting…')).toBeNull();
  });

  const PEOPLE = [
    { id: 'dana', name: 'Dana' },
    { id: 'emil', name: 'Emil' },
  ];
  const counts: readonly (readonly [done: DoneCount, says: RegExp])[] = [
    [
      { kind: 'named', done: ['emil'], open: ['dana'] },
      /1 of 2 people have done it.*Done \(1\)Emil.*Not yet \(1\)Dana/,
    ],
    [{ kind: 'atLeast', done: 10 }, /At least 10 people have done it/],
    [{ kind: 'few' }, /Fewer than 5 of 20 people have done it/],
    [{ kind: 'kept', why: 'secret' }, /Votes are secret here, so this isn’t counted\./],
    [{ kind: 'kept', why: 'blind' }, /Counted once everyone can see what is written\./],
  ];
  test.each(counts)('sees %o in words', (done, says) => {
    const people = done.kind === 'named' ? 2 : 20;
    const task = { id: 't-n', kind: 'claims', count: 2, due: LATER, at: 0 } as const;
    const shown = { task, standing: 'running', done: null } as const;
    show(
      withTasks(['t-n']),
      'olga',
      <SetTask
        shown={shown}
        known={{ counts: [{ taskId: 't-n', people, done }], problem: null }}
        onRemove={() => undefined}
      />,
      PEOPLE,
    );
    expect(items()[0]).toMatch(says);
  });
});

test('[AG5] the chip counts no tasks in a closed debate, and counts them again once it is open', () => {
  const debate = withTasks(['t-n', 'claims', 2, LATER]);
  const { update } = show(debate, 'dana', <TasksChip className="" />);
  expect(button(/^Tasks/)).toBeDefined();
  debate.does('olga', { type: 'debate.setStatus', status: 'closed' });
  update();
  expect(screen.queryByRole('button')).toBeNull();
  debate.does('olga', { type: 'debate.setStatus', status: 'open' });
  update();
  expect(button(/^Tasks/)).toBeDefined();
});
