import { expect, test } from 'vitest';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import { aDebate, answer, closePoll, stancePoll } from '#tests/support/debate-builder.ts';

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
