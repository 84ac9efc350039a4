import { describe, expect, test } from 'vitest';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import { reopeningProblem } from '#domain/debate/polls/polls.ts';
import { aDebate, answer, closePoll, quickPoll, stancePoll } from '#tests/support/debate-builder.ts';
import { setAgenda, turnTo, VOTING } from '#tests/support/phased-debate.ts';

test.each(['olga', 'dana', null])(
  '[PJ4] an open page shows the shift that a new one shows, also after the opening poll is reopened, for %s',
  (who) => {
    const debate = aDebate().does('olga', { ...stancePoll('p-b', 'before'), secret: false });
    debate.does('dana', answer('p-b', 0)).does('olga', closePoll('p-b'), stancePoll('p-a', 'after'));
    debate.does('dana', answer('p-a', 1)).does('olga', closePoll('p-a'));
    const seen = debate.entries.length;
    const shift = () => debate.projection(who).polls.get('p-a')?.flows;
    const before = shift();
    debate.does('olga', { type: 'poll.setStatus', pollId: 'p-b', open: true });
    expect(shift()).toBeNull();
    debate.does('dana', answer('p-b', 2)).does('olga', closePoll('p-b'));
    expect(shift()).not.toEqual(before);
    for (let cut = seen; cut < debate.entries.length; cut += 1) {
      const page = debate.projection(who, debate.stateAt(cut));
      const { polls } = evolveAll(page, debate.frame(who, cut).entries);
      expect(polls, `cut at ${cut}`).toEqual(debate.projection(who).polls);
    }
  },
);

describe('[PO7] moderators know whether a poll can be reopened', () => {
  const reopen = { type: 'poll.setStatus', pollId: 'p-n', open: true } as const;
  const POLLS = [
    ['an opening poll', stancePoll('p-n', 'before'), [null, null]],
    ['an open ballot', quickPoll('p-n'), [null, null]],
    [
      'a secret poll with as many answers as its threshold',
      quickPoll('p-n', { secret: true }),
      ['poll_disclosed', 'phase_closed'],
    ],
    ['a secret poll with too few', quickPoll('p-n', { secret: true, threshold: 5 }), [null, 'phase_closed']],
  ] as const;

  test.each(POLLS)('[PO7] %s: in an open phase, and in one that hides answers', (title, poll, problems) => {
    const debate = aDebate().does('olga', setAgenda([VOTING]), poll);
    const voters = title.endsWith('few') ? ['dana', 'emil'] : ['olga', 'mona', 'dana', 'emil', 'susi'];
    for (const voter of voters) debate.does(voter, answer('p-n', 0));
    debate.does('olga', closePoll('p-n'));
    const problem = () => {
      const view = debate.projection('olga');
      const known = reopeningProblem(view, view.polls.get('p-n') ?? expect.fail());
      expect(debate.refusal('olga', reopen)).toBe(known);
      return known;
    };
    const before = problem();
    debate.does('olga', turnTo(VOTING.id));
    expect([before, problem()]).toEqual(problems);
  });
});
