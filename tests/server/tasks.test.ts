import { expect, test } from 'vitest';
import { POST as choose } from '../../app/api/debates/[id]/notes/route.ts';
import { GET as countTasks } from '../../app/api/debates/[id]/tasks/route.ts';
import { countSteps } from '../../domain/debate/tasks/task-counts.ts';
import { parley } from '../../server/handle.ts';
import { finishInTurns } from '../../server/timing/finish-in-turns.ts';
import { aDebate, agree } from '../support/debate-builder.ts';
import { fillUp } from '../support/decision-cases.ts';
import { A_TURN, longestTurnOf } from '../support/longest-turn.ts';
import { addTask, LATER, removeTask } from '../support/made-tasks.ts';
import type { NotedPerson } from '../support/note-server.ts';
import { aClaim, argument, asked, chooses, hasNew, listedFor, mails, withNotes } from '../support/notes.ts';
import { OPEN, setAgenda, turnTo, WRITING } from '../support/phased-debate.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const there = withNotes();

/** The kinds of a person's notifications, the newest first. */
const kindsFor = async (who: NotedPerson) => (await listedFor(who)).map(({ kind }) => kind);

async function countsFor(debateId: string, { browser: { headers } }: NotedPerson): Promise<unknown> {
  const request = new Request(`${there.server.origin}/api/debates/${debateId}/tasks`, { headers });
  return (await countTasks(request, { params: Promise.resolve({ id: debateId }) })).json();
}

test('[TK9] people are notified of a task, and reminded once of what they have not done', async () => {
  const now = Date.parse('2026-05-04T12:00:00Z');
  there.setClock('2026-05-04T12:00:00Z');
  const { debateId, owner, ann } = await aClaim();
  const bo = await there.joins(debateId, 'Bo');
  await chooses(ann, 'once');
  await owner.does(addTask('t_home', 'claims', 2, { at: now + 3 * DAY }));
  for (const one of [ann, bo]) await hasNew(one, 1);
  expect(await kindsFor(ann)).toEqual(['task_set']);
  // Bo does it; Ann does half of it.
  await bo.does(argument(null, 'One'), argument(null, 'Two'));
  await ann.does(argument(null, 'Another'));
  await hasNew(bo, 0);
  there.pass(2 * MINUTE);
  await mails(ann, 1);
  there.setClock('2026-05-06T12:00:01Z');
  await hasNew(ann, 2);
  expect(await kindsFor(ann)).toEqual(['task_reminder', 'task_set']);
  await hasNew(bo, 0);
  there.pass(15 * MINUTE);
  const [, mail] = await mails(ann, 2);
  expect(mail?.text).toContain('Still to do: Write 2 claims. 1 of 2 done. Due May 7, 2026 at 12:00 PM UTC.');
  // Another task moves the next reminder; nobody is reminded of the first again.
  await owner.does(addTask('t_more', 'comments', 1, { at: now + 3 * DAY }));
  await hasNew(ann, 3);
  there.setClock('2026-05-07T12:00:01Z');
  await hasNew(ann, 0);
});

test('[TK9] people are reminded of a phase’s task halfway through its time, if they want notifications', async () => {
  const { debateId, owner, ann } = await aClaim();
  const bo = await there.joins(debateId, 'Bo');
  await owner.does(
    setAgenda([{ ...OPEN, minutes: 20 }]),
    addTask('t_open', 'votes', 1, { phaseId: 'p-open' }),
    turnTo('p-open'),
  );
  const answer = await asked(choose, bo, debateId, { level: 'none' });
  expect(answer).toMatchObject({ ok: true });
  there.pass(10 * MINUTE);
  await hasNew(ann, 1);
  expect(await kindsFor(ann)).toEqual(['task_reminder']);
  await hasNew(bo, 0);
});

test('[TK7] moderators count how many have done a task; others get no counts', async () => {
  const { debateId, owner, ann } = await aClaim();
  await owner.does(addTask('t_one', 'claims', 1), addTask('t_vote', 'votes', 1));
  expect(await countsFor(debateId, ann)).toEqual({ ok: false, rejection: { code: 'not_allowed' } });
  expect(await countsFor(debateId, owner)).toMatchObject({
    ok: true,
    counts: [
      { taskId: 't_one', people: 1, done: { kind: 'named', done: [], open: [ann.id] } },
      { taskId: 't_vote', people: 1, done: { kind: 'kept', why: 'small' } },
    ],
  });
  await ann.does(argument(null, 'Done'));
  await owner.does(removeTask('t_vote'));
  expect(await countsFor(debateId, owner)).toEqual({
    ok: true,
    counts: [{ taskId: 't_one', people: 1, done: { kind: 'named', done: [ann.id], open: [] } }],
  });
});

test('[TK8] in a secret ballot, counting takes as long whether or not people voted', async () => {
  const { debateId, owner } = await aClaim();
  await owner.does(addTask('t_one', 'claims', 1));
  const person = await owner.browser.who();
  const first = async () => {
    const answer = await parley().taskCounts.of(debateId, person);
    return answer.ok ? answer.counts[0] : expect.fail('refused');
  };
  const open = await first();
  expect(await first()).toBe(open);
  // Nothing changes between two counts, and yet there are two.
  await owner.does({ type: 'debate.configure', ballots: 'secret' });
  const secret = await first();
  expect(await first()).not.toBe(secret);
});

test('[TK10] a debate started from another has the tasks of its phases', async () => {
  const { debateId, owner } = await aClaim();
  await owner.does(
    setAgenda([WRITING, OPEN]),
    // Positions of new debates have such ids.
    addTask('p_position2', 'replies', 2, { phaseId: 'p-write' }),
    addTask('t_date', 'claims', 1, LATER),
  );
  const person = await owner.browser.who();
  const created = await parley().debates.create(person ?? expect.fail('nobody'), {
    title: 'Again',
    motion: 'Trade makes peace',
    visibility: 'public',
    positions: [
      { name: 'For', hue: 'blue', summary: '' },
      { name: 'Against', hue: 'teal', summary: '' },
    ],
    from: { debateId, claims: false },
  });
  const read = await parley().debates.read(created.ok ? created.debateId : '', person);
  expect(read.ok && [...read.view.tasks.values()]).toMatchObject([
    { id: 't_task1', kind: 'replies', count: 2, due: { phaseId: 'p-write' } },
  ]);
});

test('[TK11] the file of a person’s data says how far they are with each task', async () => {
  const { owner, ann } = await aClaim();
  await owner.does(addTask('t_one', 'claims', 2));
  await ann.does(argument(null, 'Mine'));
  const person = (await ann.browser.who()) ?? expect.fail('nobody');
  let file = '';
  for await (const piece of await parley().personExport.write(person)) file += piece;
  const { debates } = JSON.parse(file);
  expect(debates[0].tasks).toMatchObject([{ id: 't_one', kind: 'claims', count: 2, done: 1 }]);
});

test('[TK12] counting 1,000,000 votes on 10,000 claims holds the thread for less than 50 ms', async () => {
  const debate = aDebate().does('olga', addTask('t-n', 'votes', 1));
  for (let made = 0; made < 100; made += 1)
    debate
      .does('system', { type: 'participant.join', participantId: `p-${made}`, role: 'debater' })
      .does(`p-${made}`, agree('c-a'));
  fillUp('claims', 10_000)(debate);
  const { state } = debate;
  const onEach = state.votes.get('c-a') ?? expect.fail('no votes');
  const counted = {
    ...state,
    votes: state.votes.merge([...state.claims.keys()].map((id) => [id, onEach] as const)),
  };
  expect(await longestTurnOf(() => finishInTurns(countSteps(counted)))).toBeLessThan(A_TURN);
});
