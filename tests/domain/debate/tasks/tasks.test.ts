import { describe, expect, test } from 'vitest';
import { finish } from '#domain/collections/steps.ts';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { toSnapshot } from '#domain/debate/engine/snapshot.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { isAsked } from '#domain/debate/tasks/asked.ts';
import { progressOf, progressSteps } from '#domain/debate/tasks/progress.ts';
import { standingOf, tasksInOrder } from '#domain/debate/tasks/running-tasks.ts';
import type { Task } from '#domain/debate/tasks/task.ts';
import {
  aDebate,
  agree,
  bringBack,
  cite,
  comment,
  type DebateBuilder,
  giveBack,
  hide,
  hold,
  merge,
  move,
  newClaim,
  retract,
  SOURCE,
  SPLIT,
  unmerge,
} from '#tests/support/debate-builder.ts';
import { addTask, changeTask, LATER, removeTask } from '#tests/support/made-tasks.ts';
import { OPEN, setAgenda, turnTo, VOTING, WRITING } from '#tests/support/phased-debate.ts';

const taskOf = (state: DebateState, id = 't-n'): Task => {
  const task = state.tasks.get(id);
  if (!task) throw new Error(`There is no ${id}`);
  return task;
};

/** How far someone is, as the log's state and what they are sent say; these must agree. */
function done(debate: DebateBuilder, who: string, id = 't-n'): number {
  const task = taskOf(debate.state, id);
  const [known, own] = [debate.state, debate.projection(who)].map((state) => progressOf(state, task, who));
  const all = finish(progressSteps(debate.state, tasksInOrder(debate.state)));
  expect([own, all.get(id)?.get(who) ?? 0]).toEqual([known, known]);
  return known ?? 0;
}

const asked = (...task: Parameters<typeof addTask>) => aDebate().does('olga', addTask(...task));
const withdrawVote = (claimId: string) => ({ type: 'vote.withdraw', claimId }) as const;

test('[TK1] removing a task and undoing that brings back what counted for it', () => {
  const debate = asked('t-n').does('dana', newClaim('n', 'west'));
  const before = taskOf(debate.state);
  debate.does('olga', removeTask('t-n'));
  expect(debate.projection('dana').tasks.size).toBe(0);
  debate.does('olga', addTask('t-n'));
  expect(taskOf(debate.state)).toEqual({ ...before, at: debate.state.at });
  expect(done(debate, 'dana')).toBe(1);
});

test('[TK1] a vote changed while a task is removed still counts once that is undone', () => {
  const debate = asked('t-n', 'votes', 1).does('dana', agree('c-b'));
  debate.does('olga', removeTask('t-n'), addTask('t-m', 'votes', 1));
  debate.does('dana', { ...agree('c-b'), answer: 'pass' }).does('olga', addTask('t-n', 'votes', 1));
  expect([done(debate, 'dana'), done(debate, 'dana', 't-m')]).toEqual([1, 1]);
});

test('[TK1] a vote that has counted for more tasks than a debate may have keeps those of the present ones', () => {
  const debate = aDebate();
  for (let made = 0; made <= LIMITS.tasks; made += 1) {
    debate.does('olga', addTask(`t-${made}`, 'votes', 1));
    debate.does('dana', { ...agree('c-b'), answer: made % 2 === 0 ? 'pass' : 'agree' });
    if (made < LIMITS.tasks) debate.does('olga', removeTask(`t-${made}`));
  }
  expect(debate.state.votes.get('c-b')?.get('dana')?.tasks).toEqual([`t-${LIMITS.tasks}`]);
});

describe('[TK2] only what is done while a task runs counts', () => {
  test('from when it is set until its time, that moment included', () => {
    const debate = aDebate().does('dana', newClaim('early', 'west'));
    debate.does('olga', addTask('t-n', 'claims', 2, { at: 3_000 })).does('dana', newClaim('n', 'west'));
    debate.now = 3_000;
    debate.does('dana', newClaim('last', 'west'));
    debate.now = 3_001;
    debate.does('dana', newClaim('late', 'west'));
    expect(done(debate, 'dana')).toBe(2);
    // Claims that counted still do; those written meanwhile don't.
    debate.does('olga', changeTask('t-n', 2, LATER));
    expect(done(debate, 'dana')).toBe(2);
    debate.does('dana', newClaim('again', 'west'));
    expect(done(debate, 'dana')).toBe(3);
  });

  test('in its phase, each time that it runs, also if the phase is blind', () => {
    const debate = aDebate()
      .does('olga', setAgenda([OPEN, WRITING, VOTING]), turnTo('p-open'))
      .does('olga', addTask('t-n', 'claims', 2, { phaseId: 'p-write' }))
      .does('dana', newClaim('early', 'west'))
      .does('olga', turnTo('p-write', 'p-open'))
      .does('dana', newClaim('n', 'west'))
      .does('olga', turnTo('p-vote', 'p-write'), turnTo('p-write', 'p-vote'))
      .does('dana', newClaim('m', 'west'))
      .does('olga', turnTo('p-open', 'p-write'))
      .does('dana', newClaim('late', 'west'));
    expect(done(debate, 'dana')).toBe(2);
  });

  test('also in two blind phases after each other, each for its own task', () => {
    const debate = aDebate()
      .does('olga', setAgenda([WRITING, { ...WRITING, id: 'p-more' }, OPEN]))
      .does('olga', addTask('t-n', 'claims', 2, { phaseId: 'p-write' }))
      .does('olga', addTask('t-m', 'claims', 2, { phaseId: 'p-more' }), turnTo('p-write'))
      .does('dana', newClaim('n', 'west'), newClaim('m', 'west'))
      .does('olga', turnTo('p-more', 'p-write'))
      .does('dana', newClaim('o', 'west'));
    expect([done(debate, 'dana'), done(debate, 'dana', 't-m')]).toEqual([2, 1]);
    debate.does('olga', turnTo('p-open', 'p-more'));
    expect([done(debate, 'dana'), done(debate, 'dana', 't-m')]).toEqual([2, 1]);
  });

  test('not once its phase is removed from the agenda', () => {
    const debate = aDebate()
      .does('olga', setAgenda([WRITING, OPEN]), addTask('t-n', 'claims', 2, { phaseId: 'p-write' }))
      .does('olga', setAgenda([OPEN], 1));
    expect(standingOf(debate.state, taskOf(debate.state), debate.now)).toBe('nowhere');
    debate.does('olga', turnTo('p-open')).does('dana', newClaim('n', 'west'));
    expect(done(debate, 'dana')).toBe(0);
  });

  test('as it says', () => {
    const debate = aDebate().does('olga', setAgenda([WRITING, OPEN]));
    const standing = (due: Task['due'], at = 1_000) =>
      standingOf(debate.state, { ...taskOf(asked('t-n').state), due }, at);
    expect([standing({ at: 1_000 }), standing({ at: 1_000 }, 1_001)]).toEqual(['running', 'over']);
    expect(standing({ phaseId: 'p-write' })).toBe('later');
    debate.does('olga', turnTo('p-open'));
    expect([standing({ phaseId: 'p-write' }), standing({ phaseId: 'p-open' })]).toEqual(['over', 'running']);
    debate.does('olga', { type: 'debate.setStatus', status: 'closed' });
    expect([standing({ at: 1_000 }), standing({ phaseId: 'p-open' })], 'closed').toEqual(['over', 'over']);
    debate.does('olga', { type: 'debate.setStatus', status: 'open' });
    expect([standing({ at: 1_000 }), standing({ phaseId: 'p-open' })]).toEqual(['running', 'running']);
  });
});

describe('[TK3] contributions that no longer stand do not count', () => {
  type Step = readonly [who: string, ...operations: Operation[]];
  const ways: readonly (readonly [name: string, away: Step, back: Step | null])[] = [
    ['retracted', ['dana', retract('c-n')], ['dana', { type: 'claim.restore', claimId: 'c-n' }]],
    ['hidden', ['olga', hide('c-n')], ['olga', bringBack('c-n')]],
    ['sent back', ['olga', hold('c-n'), giveBack('c-n')], ['olga', bringBack('c-n')]],
    ['below something hidden', ['olga', hide('c-d')], ['olga', bringBack('c-d')]],
    ['below what waits for approval', ['olga', hold('c-d')], ['olga', bringBack('c-d')]],
    ['merged', ['olga', merge('c-n', 'c-a')], ['olga', unmerge('c-n')]],
    ['cleared', ['olga', { type: 'debate.clear' }], null],
  ];
  test.each(ways)('a claim that is %s', (_, [who, ...away], back) => {
    const debate = asked('t-n').does('dana', newClaim('n', 'c-d'));
    expect(done(debate, 'dana')).toBe(1);
    debate.does(who, ...away);
    expect(done(debate, 'dana')).toBe(0);
    if (!back) return;
    const [by, ...operations] = back;
    debate.does(by, ...operations);
    expect(done(debate, 'dana')).toBe(1);
  });

  test('a withdrawn comment, and a vote on a retracted claim', () => {
    const debate = asked('t-n', 'comments')
      .does('olga', addTask('t-v', 'votes'))
      .does('dana', comment(), agree('c-b'));
    expect([done(debate, 'dana'), done(debate, 'dana', 't-v')]).toEqual([1, 1]);
    debate.does('dana', { type: 'comment.withdraw', commentId: 'm-n' }).does('emil', retract('c-b'));
    expect([done(debate, 'dana'), done(debate, 'dana', 't-v')]).toEqual([0, 0]);
  });

  test('votes of several people below something hidden, and below what waits for approval', () => {
    const debate = asked('t-n', 'votes').does('dana', newClaim('n', 'c-d', { text: 'below' }));
    debate.does('emil', newClaim('m', 'c-n'), agree('c-n')).does('susi', agree('c-n'), agree('c-m'));
    debate.does('dana', agree('c-m'));
    const everyone = () => ['dana', 'emil', 'susi'].map((who) => done(debate, who));
    expect(everyone()).toEqual([1, 1, 2]);
    debate.does('olga', hold('c-n'));
    expect(everyone()).toEqual([1, 0, 0]);
    debate.does('olga', hide('c-d'));
    expect(everyone()).toEqual([0, 0, 0]);
  });

  test('more than enough, if all is counted', () => {
    const debate = asked('t-n', 'votes', 1).does('susi', agree('c-a'), agree('c-b'), agree('c-d'));
    const task = taskOf(debate.state);
    expect([2, undefined].map((most) => progressOf(debate.state, task, 'susi', most))).toEqual([2, 3]);
  });

  test('but those that wait for approval do', () => {
    const debate = asked('t-n').does('olga', { type: 'debate.configure', approval: ['debater'] });
    debate.does('dana', newClaim('n', 'west'));
    expect(done(debate, 'dana')).toBe(1);
  });

  test('and doing it again counts once, if that is done in time', () => {
    const debate = asked('t-n', 'votes', 1, { at: 2_000 });
    debate.does('dana', agree('c-b'), withdrawVote('c-b'), agree('c-b'), withdrawVote('c-b'), agree('c-b'));
    expect(done(debate, 'dana')).toBe(1);
    debate.now = 2_001;
    debate.does('dana', withdrawVote('c-b'), agree('c-b'));
    expect(done(debate, 'dana')).toBe(0);
  });
});

describe('[TK4] answering others', () => {
  test('counts each answered claim once, and no reply to an own claim', () => {
    const debate = asked('t-n', 'replies').does('dana', newClaim('n', 'c-d'), newClaim('m', 'c-d'));
    expect(done(debate, 'dana')).toBe(1);
    debate.does('dana', newClaim('o', 'c-a'), newClaim('p', 'west'));
    expect(done(debate, 'dana')).toBe(1);
    debate.does('dana', newClaim('q', 'l-b', { relation: 'attack' }));
    expect(done(debate, 'dana')).toBe(2);
  });

  test('counts merged claims as one', () => {
    const debate = asked('t-n', 'replies').does('dana', newClaim('n', 'c-b'), newClaim('m', 'c-d'));
    expect(done(debate, 'dana')).toBe(2);
    debate.does('olga', merge('c-b', 'c-d'));
    expect(done(debate, 'dana')).toBe(1);
  });

  test('takes a reply from the claims, if a task to answer ran', () => {
    const debate = asked('t-n').does('dana', newClaim('n', 'c-d'));
    expect(done(debate, 'dana')).toBe(1);
    debate.does('olga', addTask('t-r', 'replies')).does('dana', newClaim('m', 'c-b'), newClaim('o', 'west'));
    expect([done(debate, 'dana'), done(debate, 'dana', 't-r')]).toEqual([2, 1]);
    // Moved, it answers nobody else.
    debate.does('dana', move('c-m', 'c-a'));
    expect([done(debate, 'dana'), done(debate, 'dana', 't-r')]).toEqual([3, 0]);
    debate.does('olga', removeTask('t-r'));
    expect(done(debate, 'dana')).toBe(3);
  });

  test('makes no claims of the parts of one', () => {
    const debate = asked('t-n').does('dana', SPLIT);
    expect(done(debate, 'dana')).toBe(0);
    debate.does('dana', newClaim('n', 'west', { text: 'one two' }));
    debate.does('dana', {
      ...SPLIT,
      claimId: 'c-n',
      was: 'one two',
      text: 'one',
      parts: [{ claimId: 'c-m', linkId: 'l-m', text: 'two', takes: [] }],
    });
    expect(done(debate, 'dana')).toBe(1);
  });
});

describe('[TK5] sources and votes', () => {
  test('count the own claims that got a source in time and have one', () => {
    const debate = asked('t-n', 'sources').does('dana', cite('c-a'));
    expect(done(debate, 'dana')).toBe(1);
    debate.does('dana', { ...SOURCE, sourceId: 's-b' }, cite('c-a', 's-b'));
    expect(done(debate, 'dana')).toBe(1);
    debate.does('dana', newClaim('n', 'west', { sources: ['s-a'] }), newClaim('m', 'west'));
    expect(done(debate, 'dana')).toBe(2);
    for (const sourceId of ['s-a', 's-b'])
      debate.does('dana', { type: 'claim.uncite', claimId: 'c-a', sourceId });
    expect(done(debate, 'dana')).toBe(1);
  });

  test('count claims of others that have a vote, from when the first was cast', () => {
    const debate = aDebate()
      .does('dana', agree('c-d'))
      .does('olga', addTask('t-n', 'votes', 2, { at: 2_000 }));
    debate.does('dana', agree('c-a'), agree('c-b'));
    expect(done(debate, 'dana')).toBe(1);
    debate.now = 2_001;
    debate.does('dana', { ...agree('c-b'), answer: 'pass' }, { ...agree('c-d'), answer: 'pass' });
    expect(done(debate, 'dana')).toBe(1);
  });

  test('count a vote from before that is changed in time', () => {
    const debate = aDebate().does('dana', agree('c-d')).does('olga', addTask('t-n', 'votes'));
    debate.does('dana', { ...agree('c-d'), answer: 'disagree' });
    expect(done(debate, 'dana')).toBe(1);
  });
});

test('[TK6] a task is for people whose role allows it and who do not moderate', () => {
  const people = [...aDebate().state.participants.values()];
  const askedFor = (kind: Task['kind']) => people.filter((one) => isAsked(one, { kind })).map(({ id }) => id);
  expect(askedFor('claims').sort()).toEqual(['dana', 'emil']);
  expect(askedFor('votes').sort()).toEqual(['dana', 'emil', 'susi']);
});

describe('[TK6] contributions look to every viewer as they do on opening the debate', () => {
  const seenBy = (state: DebateState) => {
    const { claims, comments, votes, tasks } = toSnapshot(state);
    return { claims, comments, votes, tasks };
  };
  const story = (names: 'shown' | 'anonymous'): DebateBuilder =>
    aDebate()
      .does('olga', ...(names === 'shown' ? [] : [{ type: 'debate.configure', names } as const]))
      .does('olga', setAgenda([WRITING, OPEN, VOTING]), addTask('t-n'), addTask('t-v', 'votes', 1))
      .does('olga', addTask('t-w', 'replies', 1, { phaseId: 'p-write' }), turnTo('p-write'))
      .does('dana', newClaim('n', 'c-d'), newClaim('m', 'west', { sources: ['s-a'] }))
      .does('olga', turnTo('p-open', 'p-write'), addTask('t-s', 'sources', 1), addTask('t-c', 'comments', 1))
      .does('emil', agree('c-n'), cite('c-d'), comment({ on: { kind: 'claim', id: 'c-m' } }))
      .does('olga', hide('c-m'), changeTask('t-n', 1))
      .does('emil', { ...agree('c-n'), answer: 'pass' }, { ...agree('c-a'), answer: 'pass' })
      .does('olga', bringBack('c-m'), removeTask('t-v'), merge('c-n', 'c-b'))
      .does('emil', agree('c-a'), withdrawVote('c-n'))
      .does('olga', turnTo('p-vote', 'p-open'))
      .does('susi', agree('c-d'));

  test.each(['shown', 'anonymous'] as const)('where names are %s', (names) => {
    const debate = story(names);
    // When names are shown to fewer, everyone starts again.
    const from = debate.entries.findLastIndex(({ effect }) => effect.type === 'debate.configured') + 1;
    for (let cut = from; cut < debate.entries.length; cut += 1)
      for (const who of ['olga', 'dana', 'emil', 'susi', null]) {
        const { entries, own } = debate.frame(who, cut);
        const before = debate.projection(who, debate.stateAt(cut));
        const followed = evolveAll(before, [...(entries ?? []), ...(own ?? [])]);
        expect(seenBy(followed), `${who} from ${cut}`).toEqual(seenBy(debate.projection(who)));
      }
  });
});
