import { describe, expect, test } from 'vitest';
import { finish } from '#domain/collections/steps.ts';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { toSnapshot } from '#domain/debate/engine/snapshot.ts';
import { EMPTY_STATE } from '#domain/debate/engine/state.ts';
import {
  countSteps,
  countsOfAuthors,
  countsShown,
  type DoneCount,
} from '#domain/debate/tasks/task-counts.ts';
import { FORMATS } from '#domain/formats/formats.ts';
import { checkLimits } from '#domain/formats/imports/check-limits.ts';
import { entriesOf } from '#domain/formats/imports/entries-of.ts';
import { readParley } from '#domain/formats/parley/read-parley.ts';
import { aDebate, agree, type DebateBuilder, newClaim } from '#tests/support/debate-builder.ts';
import { fillUp } from '#tests/support/decision-cases.ts';
import { addTask, LATER } from '#tests/support/made-tasks.ts';
import { OPEN, setAgenda, turnTo, VOTING, WRITING } from '#tests/support/phased-debate.ts';

const countOf = ({ state }: DebateBuilder, id = 't-n') =>
  finish(countSteps(state)).find(({ taskId }) => taskId === id);
const asked = (...task: Parameters<typeof addTask>) => aDebate().does('olga', addTask(...task));
const configure = (settings: Partial<Extract<Operation, { type: 'debate.configure' }>>): Operation => ({
  type: 'debate.configure',
  ...settings,
});

/** As many debaters as this. */
function withPeople(debate: DebateBuilder, count: number): DebateBuilder {
  for (let made = 2; made < count; made += 1)
    debate.does('system', { type: 'participant.join', participantId: `p-${made}`, role: 'debater' });
  return debate;
}

describe('[TK7] moderators see', () => {
  test('the people who have done a task, of all that it is for', () => {
    const debate = asked('t-n', 'claims', 1)
      .does('emil', newClaim('n', 'west'))
      .does('mona', newClaim('m', 'west'));
    expect(countOf(debate)).toEqual({
      taskId: 't-n',
      people: 2,
      done: { kind: 'named', done: ['emil'], open: ['dana'] },
    });
  });

  test('nothing of them where nobody sees authors', () => {
    const debate = asked('t-n')
      .does('olga', configure({ names: 'anonymous' }))
      .does('emil', newClaim('n', 'west'));
    expect(countOf(debate)?.done).toEqual({ kind: 'kept', why: 'anonymous' });
    expect(countsOfAuthors(debate.projection('olga')).size).toBe(0);
  });

  test('in a blind phase the same, whether or not people write', () => {
    const blind = () =>
      aDebate().does('olga', setAgenda([WRITING, OPEN]), addTask('t-n', 'claims', 1), turnTo('p-write'));
    const [quiet, written] = [blind(), blind().does('emil', newClaim('n', 'west'))];
    expect(countOf(written)).toEqual(countOf(quiet));
    expect(countOf(written)?.done).toEqual({ kind: 'kept', why: 'blind' });
    written.does('olga', turnTo('p-open', 'p-write'));
    expect(countOf(written)?.done).toMatchObject({ kind: 'named', done: ['emil'] });
  });

  test('the same as in a report, which everyone may read', () => {
    const debate = asked('t-n', 'claims', 1)
      .does('olga', addTask('t-v', 'votes', 1))
      .does('emil', newClaim('n', 'west'), { ...agree('c-a'), answer: 'pass' });
    for (const who of ['olga', 'dana', null])
      expect([...countsOfAuthors(debate.projection(who))]).toEqual([['t-n', { done: 1, people: 2 }]]);
  });
});

describe('[TK8] of votes moderators see', () => {
  const vote = (debate: DebateBuilder, count: number) => {
    for (let at = 2; at < 2 + count; at += 1) debate.does(`p-${at}`, agree('c-a'));
    return debate;
  };
  const rows: readonly (readonly [voted: number, done: DoneCount])[] = [
    [0, { kind: 'few' }],
    [4, { kind: 'few' }],
    [5, { kind: 'atLeast', done: 5 }],
    [9, { kind: 'atLeast', done: 5 }],
    [10, { kind: 'atLeast', done: 10 }],
    [11, { kind: 'atLeast', done: 10 }],
  ];
  test.each(rows)('steps of 5, and no name, if %i of 14 have voted', (voted, done) => {
    // Dana, emil, susi and eleven more.
    const debate = vote(withPeople(asked('t-n', 'votes', 1), 13), voted);
    expect(countOf(debate)).toEqual({ taskId: 't-n', people: 14, done });
  });

  test.each([4, 5, 9, 10])(
    'the same number if one person of %i who voted, or another, becomes an observer',
    (voted) => {
      const voters = ['p-2', 'p-11'];
      for (const participantId of voters) {
        const debate = vote(withPeople(asked('t-n', 'votes', 1), 13), voted);
        const before = countOf(debate)?.done;
        debate.does('olga', { type: 'participant.appoint', participantId, role: 'observer' });
        expect(countOf(debate)).toEqual({ taskId: 't-n', people: 13, done: before });
        debate.does('olga', { type: 'participant.appoint', participantId, role: 'moderator' });
        expect(countOf(debate)).toEqual({ taskId: 't-n', people: 13, done: before });
      }
    },
  );

  test('nothing if it is for fewer than 5 people', () => {
    const debate = vote(withPeople(asked('t-n', 'votes', 1), 3), 1);
    expect(countOf(debate)).toMatchObject({ people: 4, done: { kind: 'kept', why: 'small' } });
  });

  const hidden: readonly (readonly [name: string, why: string, hide: (debate: DebateBuilder) => unknown])[] =
    [
      ['a secret ballot', 'secret', (debate) => debate.does('olga', configure({ ballots: 'secret' }))],
      [
        'a ballot for research',
        'secret',
        (debate) => debate.does('olga', configure({ ballots: 'research' })),
      ],
      [
        'a phase that hides tallies',
        'tallies',
        (debate) => debate.does('olga', setAgenda([VOTING]), turnTo('p-vote')),
      ],
    ];
  test.each(hidden)('nothing in %s, whether or not people vote', (_, why, hide) => {
    const begun = () => {
      const debate = aDebate();
      debate.does('emil', { type: 'vote.withdraw', claimId: 'c-a' });
      hide(withPeople(debate, 13));
      return debate.does('olga', addTask('t-n', 'votes', 1));
    };
    const [quiet, voted] = [begun(), vote(begun(), 7)];
    expect(countOf(voted)).toEqual(countOf(quiet));
    expect(countOf(voted)?.done).toEqual({ kind: 'kept', why });
    voted.does('olga', { type: 'debate.setStatus', status: 'closed' });
    if (why === 'secret') expect(countOf(voted)?.done).toEqual({ kind: 'kept', why });
  });

  test('nothing from before a ballot became secret', () => {
    const debate = vote(withPeople(asked('t-n', 'votes', 1), 13), 7);
    const before = finish(countSteps(debate.state));
    debate.does('olga', configure({ ballots: 'secret' }));
    expect(countsShown(debate.state, before)).toEqual([
      { taskId: 't-n', people: 14, done: { kind: 'kept', why: 'secret' } },
    ]);
  });
});

describe('[TK12] counting', () => {
  test('can pause after each of 10,000 claims', () => {
    const debate = asked('t-n', 'votes', 1).does('olga', addTask('t-c'));
    fillUp('claims', 10_000)(debate);
    const steps = countSteps(debate.state);
    let count = 0;
    while (!steps.next().done) count += 1;
    expect(count).toBeGreaterThan(10_000);
  });
});

describe('[TK11] files', () => {
  const debate = asked('t-n', 'replies', 1)
    .does('olga', setAgenda([OPEN]), addTask('t-p', 'votes', 1, { phaseId: 'p-open' }))
    .does('olga', addTask('t-o', 'claims', 1, { at: 2_000 }))
    .does('dana', newClaim('n', 'c-d'), agree('c-d'));
  const written = (who: string | null) => {
    const file = { state: debate.projection(who), names: new Map(), kept: [] };
    return readParley(Buffer.from([...FORMATS.parley.write(file)].join('')));
  };

  test('have the tasks, and what counts for which', () => {
    for (const who of ['olga', 'dana', null]) {
      const read = written(who).state;
      expect(toSnapshot(read).tasks).toEqual(toSnapshot(debate.projection(who)).tasks);
      expect(read.claims.get('c-n')?.tasks).toEqual(['t-n', 't-o']);
    }
  });

  test('give an imported debate the tasks whose time has not come, for which nothing counts', () => {
    const entries = entriesOf(written('olga'), { ownerId: 'ines', visibility: 'private', now: 3_000 });
    checkLimits(entries);
    const imported = evolveAll(EMPTY_STATE, entries);
    expect([...imported.tasks.values()]).toMatchObject([{ id: 't-n', kind: 'replies', due: LATER }]);
    expect(imported.claims.get('c-n')?.tasks).toBeUndefined();
  });

  test('with more tasks than a debate has are refused', () => {
    const full = debate.copy();
    fillUp('tasks', 21)(full);
    const file = [...FORMATS.parley.write({ state: full.state, names: new Map(), kept: [] })].join('');
    expect(() => readParley(Buffer.from(file))).toThrow();
  });
});
