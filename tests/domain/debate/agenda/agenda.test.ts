import { describe, expect, test } from 'vitest';
import { decide } from '#domain/debate/engine/decide.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { Phase, Timer } from '#domain/debate/phases/agenda.ts';
import { pollsInOrder } from '#domain/debate/polls/polls.ts';
import { acknowledge, createReplica, receive, submit, takeSendable } from '#domain/sync/replica.ts';
import {
  aDebate,
  agree,
  closePoll,
  comment,
  crossLink,
  type DebateBuilder,
  editTo,
  everythingOf,
  hide,
  mark,
  move,
  newClaim,
  quickPoll,
  retract,
  SOURCE,
  stancePoll,
} from '#tests/support/debate-builder.ts';
import {
  aDebateIn,
  OPEN,
  POLLING,
  setAgenda,
  turnTo,
  VOTING,
  WRITING,
} from '#tests/support/phased-debate.ts';

const PHASES = [WRITING, OPEN, VOTING];

function time(act: 'pause' | 'resume' | 'stop', phaseId?: string | null): Operation;
function time(act: 'start' | 'extend', phaseId: string | null, seconds: number): Operation;
function time(
  act: 'start' | 'extend' | 'pause' | 'resume' | 'stop',
  phaseId: string | null = null,
  seconds = 0,
) {
  return { type: 'agenda.setTimer', phaseId, act, seconds: seconds || null } as Operation;
}

const timerOf = (debate: DebateBuilder): Timer | null => debate.state.agenda?.timer ?? null;

describe('[AG1] an agenda', () => {
  test('is set as a whole, and has a revision each time', () => {
    const debate = aDebate();
    debate.does('olga', setAgenda(PHASES));
    expect(debate.state.agenda).toMatchObject({ phases: PHASES, at: null, revision: 1 });
    debate.does('mona', setAgenda([OPEN], 1));
    expect(debate.state.agenda).toMatchObject({ phases: [OPEN], revision: 2 });
  });
});

describe('[AG2] another phase', () => {
  test('is turned to by a person, on, back or to none', () => {
    const debate = aDebate().does('olga', setAgenda(PHASES));
    for (const [from, to] of [
      [null, 'p-write'],
      ['p-write', 'p-open'],
      ['p-open', 'p-write'],
      ['p-write', 'p-vote'],
      ['p-vote', null],
    ] as const) {
      debate.does('mona', turnTo(to, from));
      expect(debate.state.agenda?.at).toBe(to);
    }
  });

  test('does not come by time', () => {
    const debate = aDebate().does('olga', setAgenda([{ ...WRITING, minutes: 1 }, OPEN]), turnTo('p-write'));
    debate.now += 10 * 60_000;
    debate.does('dana', newClaim('n', 'east'));
    expect(debate.state.agenda?.at).toBe('p-write');
  });
});

/** Operations by the phase's name for them; Dana asks for all, on new content or on Emil's. */
const asked = (debate: DebateBuilder) =>
  ({
    add: [newClaim('n', 'east'), crossLink('x-n', 'c-b', 'c-d')],
    edit: [editTo(debate.state, 'c-d', 'other words'), move('c-d', 'east')],
    comment: [comment({ commentId: 'm-n' })],
    vote: [agree('c-b')],
  }) as const;

describe('[AG3] a phase', () => {
  test.each(['add', 'edit', 'comment', 'vote'] as const)('that allows no more than to %s', (doing) => {
    const debate = aDebateIn({ ...OPEN, id: 'p-open' });
    debate.does('olga', setAgenda([{ ...OPEN, may: [doing] }], 1));
    for (const who of ['dana', 'olga'])
      for (const [what, operations] of Object.entries(asked(debate)))
        for (const operation of operations)
          expect(debate.refusal(who, operation), `${who}: ${operation.type}`).toBe(
            what === doing ? null : 'phase_closed',
          );
  });

  test('that lets people add lets them see to what they added, and to no more', () => {
    const debate = aDebateIn(OPEN).does('dana', newClaim('n', 'east'), { ...SOURCE, sourceId: 's-n' });
    debate.does('olga', setAgenda([{ ...OPEN, may: ['add'] }], 1));
    for (const own of [editTo(debate.state, 'c-n', 'better'), move('c-n', 'west'), retract('c-n')])
      expect(debate.refusal('dana', own), own.type).toBeNull();
    expect(debate.refusal('dana', editTo(debate.state, 'c-d', 'better'))).toBe('phase_closed');
    expect(debate.refusal('dana', { ...SOURCE, sourceId: 's-m' })).toBeNull();
  });

  test('leaves moderating and running the debate as they are; none leaves all as it is', () => {
    const debate = aDebateIn({ ...VOTING });
    debate.does('mona', hide('c-a'), mark('c-d', 'unclear'), {
      type: 'debate.edit',
      motion: 'This house goes on',
    });
    debate.does('olga', turnTo(null, 'p-vote'));
    for (const operation of Object.values(asked(debate)).flat())
      expect(debate.refusal('dana', operation), operation.type).toBeNull();
  });
});

describe('[AG4] turning destroys nothing', () => {
  test('forward and back all that was written stands as it stood', () => {
    const debate = aDebateIn(OPEN).does(
      'dana',
      newClaim('n', 'east'),
      comment({ commentId: 'm-n' }),
      agree('c-b'),
    );
    const { claims, comments, votes, links } = debate.state;
    debate.does('olga', turnTo('p-write', 'p-open'), turnTo('p-vote', 'p-write'), turnTo('p-open', 'p-vote'));
    expect({ claims, comments, votes, links }).toEqual({
      claims: debate.state.claims,
      comments: debate.state.comments,
      votes: debate.state.votes,
      links: debate.state.links,
    });
  });

  test('pending operations are refused with the reason, and accepted when a phase allows them', () => {
    const debate = aDebateIn(OPEN);
    let replica = createReplica(debate.projection('dana'), 'dana', decide);
    replica = submit(replica, 1, newClaim('n', 'east'));
    replica = takeSendable(replica).replica;
    const after = debate.state.seq;
    debate.does('olga', turnTo('p-vote', 'p-open'));
    const frame = debate.frame('dana', after);
    replica = receive(replica, frame.to, frame.entries, frame.own, frame.at);
    expect(replica.view.claims.has('c-n')).toBe(false);
    const answer = debate.ask('dana', newClaim('n', 'east'));
    expect(answer).toMatchObject({ ok: false, rejection: { code: 'phase_closed' } });
    replica = acknowledge(replica, 1, answer);
    expect(replica.pending).toEqual([]);
    debate.does('olga', turnTo('p-open', 'p-vote')).does('dana', newClaim('n', 'east'));
  });
});

describe('[AG5] the time of a phase', () => {
  test('begins with it, by the server’s clock', () => {
    const debate = aDebate().does('olga', setAgenda([{ ...WRITING, minutes: 2 }, OPEN]), turnTo('p-write'));
    expect(timerOf(debate)).toEqual({ ends: debate.now + 120_000 });
    debate.does('olga', turnTo('p-open', 'p-write'));
    expect(timerOf(debate)).toBeNull();
  });

  test('is started, extended, held, let go on and taken away', () => {
    const debate = aDebateIn(OPEN);
    const started = debate.now;
    debate.does('olga', time('start', 'p-open', 60));
    debate.now += 10_000;
    debate.does('mona', time('extend', 'p-open', 30));
    expect(timerOf(debate)).toEqual({ ends: started + 90_000 });
    debate.does('olga', time('pause', 'p-open'));
    expect(timerOf(debate)).toEqual({ left: 80_000 });
    debate.now += 500_000;
    debate.does('mona', time('extend', 'p-open', 10), time('resume', 'p-open'));
    expect(timerOf(debate)).toEqual({ ends: debate.now + 90_000 });
    debate.does('olga', time('stop', 'p-open'));
    expect(timerOf(debate)).toBeNull();
  });

  test('that is over is given from now on', () => {
    const debate = aDebateIn(OPEN).does('olga', time('start', 'p-open', 10));
    debate.now += 60_000;
    debate.does('olga', time('extend', 'p-open', 30));
    expect(timerOf(debate)).toEqual({ ends: debate.now + 30_000 });
  });

  test('without a phase there may be one too', () => {
    const debate = aDebate().does('olga', time('start', null, 60));
    expect(everythingOf(debate.state)).toMatchObject({ snapshot: { agenda: { timer: { ends: 61_000 } } } });
  });
});

describe('[AG7] a phase for a poll on the motion', () => {
  const CLOSING: Phase = { ...POLLING, id: 'p-end', kind: 'closing_poll' };
  const aMeeting = () => aDebate().does('olga', setAgenda([POLLING, OPEN, CLOSING]));
  const pollsOf = ({ state }: DebateBuilder) =>
    pollsInOrder(state).map(({ kind, open, secret }) => ({ kind, open, secret }));

  test('opens it, and closes it when it is left', () => {
    const debate = aMeeting().does('olga', turnTo('p-poll'));
    expect(pollsOf(debate)).toEqual([{ kind: 'before', open: true, secret: true }]);
    debate.does('mona', turnTo('p-open', 'p-poll'));
    expect(pollsOf(debate)).toEqual([{ kind: 'before', open: false, secret: true }]);
    debate.does('mona', turnTo('p-end', 'p-open'));
    expect(pollsOf(debate).at(-1)).toEqual({ kind: 'after', open: true, secret: true });
    debate.does('mona', turnTo(null, 'p-end'));
    expect(pollsOf(debate).map(({ open }) => open)).toEqual([false, false]);
    expect(debate.projection('dana').polls.size).toBe(2);
  });

  test('gone back to, opens the same poll again with its answers; gone on from it to the other kind, closes one and opens the other', () => {
    const debate = aMeeting().does('olga', turnTo('p-poll'));
    const [poll] = pollsInOrder(debate.state);
    debate.does('dana', { type: 'poll.answer', pollId: poll?.id ?? '', choice: 1 });
    debate.does('olga', turnTo('p-open', 'p-poll'), turnTo('p-poll', 'p-open'));
    expect(debate.state.polls.size).toBe(1);
    expect(debate.state.polls.get(poll?.id ?? '')).toMatchObject({ open: true, answered: 1 });
    debate.does('olga', turnTo('p-end', 'p-poll'));
    expect(pollsOf(debate)).toEqual([
      { kind: 'before', open: false, secret: true },
      { kind: 'after', open: true, secret: true },
    ]);
  });

  test('opens another one where its own stays closed', () => {
    const debate = aMeeting().does('olga', turnTo('p-poll'), turnTo('p-end', 'p-poll'));
    debate.does('olga', turnTo('p-poll', 'p-end'));
    expect(pollsOf(debate).map(({ kind, open }) => [kind, open])).toEqual([
      ['before', false],
      ['after', false],
      ['before', true],
    ]);
  });

  test('compares with the opening poll that still waits for a closing poll', () => {
    const debate = aMeeting().does('olga', turnTo('p-poll'), turnTo('p-end', 'p-poll'));
    debate.does('olga', turnTo('p-poll', 'p-end'), turnTo('p-end', 'p-poll'));
    const [first, , again, last] = pollsInOrder(debate.state);
    expect(last).toMatchObject({ kind: 'after', open: true, since: again?.id });
    expect(again?.id).not.toBe(first?.id);
    debate.does('olga', turnTo('p-open', 'p-end'), turnTo('p-end', 'p-open'));
    expect(pollsInOrder(debate.state).map(({ open }) => open)).toEqual([false, false, false, true]);
  });

  test('reopens the closing poll, although an earlier opening poll never got one', () => {
    const debate = aMeeting().does('olga', stancePoll('alone', 'before'), closePoll('alone'));
    debate.does('olga', turnTo('p-poll'), turnTo('p-end', 'p-poll'));
    debate.does('olga', turnTo('p-open', 'p-end'), turnTo('p-end', 'p-open'));
    expect(pollsOf(debate).map(({ kind, open }) => [kind, open])).toEqual([
      ['before', false],
      ['before', false],
      ['after', true],
    ]);
  });

  test('is turned to without a poll where none can be opened, and leaves one of another kind open', () => {
    const debate = aMeeting().does('olga', turnTo('p-end'));
    expect(debate.state.polls.size).toBe(0);
    debate.does('olga', quickPoll('q-1'), turnTo('p-poll', 'p-end'), turnTo(null, 'p-poll'));
    expect(pollsOf(debate).map(({ kind, open }) => [kind, open])).toEqual([
      ['quick', true],
      ['before', false],
    ]);
  });
});
