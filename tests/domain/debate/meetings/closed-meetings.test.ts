import { describe, expect, test } from 'vitest';
import { meetingNow, meetingsOf } from '#domain/debate/meetings/meetings.ts';
import { aDebate, meet, quickPoll } from '#tests/support/debate-builder.ts';
import { later } from '#tests/support/later.ts';
import { OPEN, setAgenda, turnTo, VOTING, WRITING } from '#tests/support/phased-debate.ts';

const status = (to: 'open' | 'closed' | 'archived') => ({ type: 'debate.setStatus', status: to }) as const;

describe('[ME1] a meeting', () => {
  test.each(['closed', 'archived'] as const)(
    'ends when the debate is %s, after all that this ends; the next phase after reopening starts another',
    (end) => {
      const debate = aDebate().does('olga', setAgenda([WRITING, OPEN, VOTING]), turnTo('p-write'));
      later(debate, 60_000).does('olga', quickPoll('p-o'), status(end));
      expect(debate.entries.slice(-2).map(({ effect }) => effect.type)).toEqual([
        'poll.statusChanged',
        'meeting.ended',
      ]);
      later(debate, 7 * 86_400_000).does('olga', status('open'));
      expect(meetingNow(debate.state)).toBeUndefined();
      later(debate, 60_000).does('olga', turnTo('p-open', 'p-write'));
      expect(meetingNow(debate.state)).toMatchObject({ id: '2', startedAt: debate.now });
      later(debate, 60_000).does('olga', meet(false), turnTo('p-vote', 'p-open'));
      expect(meetingNow(debate.state), 'ended by hand since').toBeUndefined();
    },
  );

  test('is not started by ending the agenda of a debate that was opened again', () => {
    const debate = aDebate().does('olga', setAgenda([WRITING]), turnTo('p-write'), status('closed'));
    later(debate, 60_000).does('olga', status('open'), turnTo(null, 'p-write'));
    expect(meetingsOf(debate.state).map(({ id, to }) => [id, to !== null])).toEqual([['1', true]]);
  });

  test('is not started by a phase of a closed debate, but by the first one after reopening', () => {
    const debate = aDebate().does('olga', setAgenda([WRITING, OPEN]), status('closed'), turnTo('p-write'));
    expect(debate.state.meetings.size).toBe(0);
    later(debate, 60_000).does('olga', status('open'), turnTo('p-open', 'p-write'));
    expect(meetingNow(debate.state)?.id).toBe('1');
  });
});
