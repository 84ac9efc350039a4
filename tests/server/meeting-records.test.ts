import { expect, test, vi } from 'vitest';
import type { Names } from '../../domain/debate/head/head.ts';
import { parley } from '../../server/handle.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { meet } from '../support/debate-builder.ts';
import {
  claim,
  connect,
  join,
  makeOwnDebate,
  ownDebate,
  vote,
  withTestServer,
} from '../support/live-debates.ts';
import { conclude, writeConclusion } from '../support/made-conclusion.ts';
import { addTask } from '../support/made-tasks.ts';
import { OPEN, setAgenda, turnTo, VOTING } from '../support/phased-debate.ts';
import { startTestServer } from '../support/test-server.ts';

const NOW = Date.now();
withTestServer(() => startTestServer({ now: () => NOW }));

test('[ME1] [ME2] of two meetings that begin in one millisecond, each record has what was added in its own', async () => {
  const { debateId, does } = await ownDebate();
  await does(meet(true), claim('one'), claim('two'), meet(false), claim('between'));
  await does(meet(true), claim('three'), meet(false), claim('after'));
  const added = async (number: string) => {
    const read = await parley().meetings.record(debateId, number, null);
    return read?.ok ? read.record.claims.map(({ claim: { id } }) => id) : null;
  };
  expect([await added('1'), await added('2'), await added('3')]).toEqual([
    ['c_one', 'c_two'],
    ['c_three'],
    null,
  ]);
});

test('[ME3] a conclusion that was open before a meeting began is in its record, and in no record of a later one', async () => {
  const { debateId, does } = await ownDebate();
  await does(
    claim('one'),
    conclude(),
    writeConclusion('agreements', 'One is true.'),
    meet(true),
    meet(false),
  );
  await does(meet(true), conclude(false), meet(false), meet(true), meet(false));
  const recorded = async (number: string) => {
    const read = await parley().meetings.record(debateId, number, null);
    return read?.ok ? read.record.conclusion?.sections.map(({ section }) => section) : null;
  };
  expect([await recorded('1'), await recorded('2'), await recorded('3')]).toEqual([
    ['agreements'],
    ['agreements'],
    undefined,
  ]);
});

test('[ME3] a phase that was running when a meeting began is in its record from then on, with its tasks', async () => {
  const { debateId, does } = await ownDebate();
  const task = addTask('t-read', 'claims', 1, { phaseId: OPEN.id });
  await does(setAgenda([OPEN, VOTING]), task, turnTo(OPEN.id), meet(false));
  await does(
    meet(true),
    turnTo(VOTING.id, OPEN.id),
    meet(false),
    turnTo(null, VOTING.id),
    meet(true),
    meet(false),
  );
  const recorded = async (number: string) => {
    const read = await parley().meetings.record(debateId, number, null);
    if (!read?.ok) return null;
    const { phases, tasks, meeting } = read.record;
    expect(phases.every(({ from }) => from >= meeting.startedAt)).toBe(true);
    return [phases.map(({ phase }) => phase?.id), tasks.map(({ id }) => id)];
  };
  const withTask = [[OPEN.id, VOTING.id], ['t-read']];
  expect([await recorded('1'), await recorded('2'), await recorded('3')]).toEqual([
    [[OPEN.id], ['t-read']],
    withTask,
    [[], []],
  ]);
});

test('[ME3] a record of a debate whose agenda often changed is read in pages, and has the phases of its meeting', async () => {
  const { debateId, does } = await ownDebate();
  await does(setAgenda([OPEN, VOTING]), turnTo(OPEN.id), claim('one'));
  for (let base = 1; base <= 45; base += 1)
    await does(setAgenda([{ ...OPEN, title: `Title ${base}` }, VOTING], base));
  await does(turnTo(VOTING.id, OPEN.id), vote('one', 'agree'), turnTo(OPEN.id, VOTING.id), meet(false));
  const search = vi.spyOn(DatabaseLog.prototype, 'search');
  const read = await parley().meetings.record(debateId, '1', null);
  const found = await Promise.all(search.mock.results.map(({ value }) => value));
  search.mockRestore();
  expect(Math.max(...found.map((page) => page.length)), 'changes of the agenda in one statement').toBe(20);
  expect(found.flat().filter(({ type }) => type === 'agenda.set')).toHaveLength(46);
  expect(read?.ok && read.record.phases.map(({ phase }) => phase?.title)).toEqual([
    'Title 45',
    '',
    'Title 45',
  ]);
  expect(read?.ok && read.record.added.votes).toBe(1);
});

/** The names in the record of a meeting in which the owner and two people called Ann wrote, as a reader sees them. */
async function recordOfNamesakes(names: Names) {
  const { debateId, cookie } = await makeOwnDebate('public', names);
  const [first, second, owner] = [await join(debateId), await join(debateId), await connect({ cookie })];
  await owner.open(debateId);
  await owner.submit(meet(true));
  for (const [key, person] of Object.entries({ first, second, owner }))
    expect(await person.submit(claim(key))).toMatchObject({ ok: true });
  const moderator = await parley().auth.currentPerson(new Headers({ cookie }));
  return async (reader: 'moderator' | 'anybody') => {
    const read = await parley().meetings.record(debateId, '1', reader === 'moderator' ? moderator : null);
    return read?.ok ? new Map(read.record.people?.map(({ id }) => [id, read.names.get(id)])) : null;
  };
}

test('[NM10] a record numbers people with the same name', async () => {
  const record = await recordOfNamesakes('shown');
  expect([...((await record('anybody'))?.values() ?? [])].sort()).toEqual(['Ann', 'Ann (2)', 'Olga']);
});

test('[ME2] a record that a moderator hands out has pseudonyms alone, as for everyone else', async () => {
  const record = await recordOfNamesakes('pseudonyms');
  const names = await record('moderator');
  expect(names).toEqual(await record('anybody'));
  expect(new Set(names?.values()).size).toBe(3);
});
