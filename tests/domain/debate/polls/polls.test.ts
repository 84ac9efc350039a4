import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import { projectOwnPart, projectState } from '#domain/debate/engine/project.ts';
import { toSnapshot } from '#domain/debate/engine/snapshot.ts';
import { EMPTY_STATE } from '#domain/debate/engine/state.ts';
import type { Poll } from '#domain/debate/polls/poll.ts';
import {
  askedPolls,
  changedMinds,
  countVoters,
  openingPoll,
  outcomeOf,
  peopleToAsk,
  pollsInOrder,
  shouldConfirmClosing,
  swingOf,
} from '#domain/debate/polls/polls.ts';
import { cursorFor } from '#domain/debate/projection/audience-sequence.ts';
import { participantsWithOwnEntries } from '#domain/debate/projection/own-again.ts';
import {
  aDebate,
  answer,
  closePoll,
  type DebateBuilder,
  quickPoll,
  stancePoll,
} from '#tests/support/debate-builder.ts';
import { addVoters } from '#tests/support/made-people.ts';
import { OPEN, setAgenda, turnTo, VOTING } from '#tests/support/phased-debate.ts';

const [FOR, AGAINST, UNDECIDED] = [0, 1, 2];
const reopen = (pollId: string) => ({ type: 'poll.setStatus', pollId, open: true }) as const;

/** `aDebate()` with so many debaters more: v-0, v-1, … */
function aCrowd(people: number): DebateBuilder {
  const debate = aDebate();
  addVoters(debate, people);
  return debate;
}

/** Each choice is that of the voter of its number; null: they do not answer. */
function answered(debate: DebateBuilder, pollId: string, choices: readonly (number | null)[]): DebateBuilder {
  for (const [voter, choice] of choices.entries())
    if (choice !== null) debate.does(`v-${voter}`, answer(pollId, choice));
  return debate;
}

/** An opening and a closing poll, both closed, answered so. */
function polledTwice(before: readonly (number | null)[], after: readonly (number | null)[]): DebateBuilder {
  const debate = aCrowd(before.length).does('olga', stancePoll('p-b', 'before'));
  answered(debate, 'p-b', before).does('olga', closePoll('p-b'), stancePoll('p-a', 'after'));
  return answered(debate, 'p-a', after).does('olga', closePoll('p-a'));
}

/** A poll as each audience sees it, which is the same for all. */
function projected(debate: DebateBuilder, pollId: string): Poll | undefined {
  const seen = (['moderators', 'debaters', 'readers', 'stage'] as const).map((audience) =>
    projectState(debate.state, audience, null).polls.get(pollId),
  );
  for (const one of seen) expect(one).toEqual(seen[0]);
  return seen[0];
}

test('[PO1] polls, on the motion or on anything, are in the order in which they were opened', () => {
  const debate = aDebate().does('olga', quickPoll('p-q')).does('mona', stancePoll('p-b', 'before'));
  expect(pollsInOrder(debate.state).map(({ id }) => id)).toEqual(['p-q', 'p-b']);
});

test('[PO1] a closing poll is compared with the last opening poll, never with an earlier one', () => {
  const debate = aDebate().does('olga', stancePoll('p-1', 'before'), closePoll('p-1'));
  expect(openingPoll(debate.state)?.id).toBe('p-1');
  debate.does('olga', stancePoll('p-2', 'before'), closePoll('p-2'), stancePoll('p-a', 'after'));
  expect(openingPoll(debate.does('olga', closePoll('p-a')).state)).toBeUndefined();
});

test('[PO9] a prepared poll is asked when it is first opened, and keeps its place when it is reopened', () => {
  const debate = aDebate().does('mona', quickPoll('p-q', { prepared: true }), stancePoll('p-b', 'before'));
  const prepared = debate.state.polls.get('p-q');
  expect(prepared).toMatchObject({ open: false, prepared: true });
  expect(askedPolls(debate.state).map(({ id }) => id)).toEqual(['p-b']);

  debate.now += 60_000;
  debate.does('mona', reopen('p-q'));
  const asked = debate.state.polls.get('p-q');
  expect(asked).not.toHaveProperty('prepared');
  expect(asked).toMatchObject({ open: true, seq: cursorFor(debate.state, null).seq, at: debate.now });
  expect(askedPolls(debate.state).map(({ id }) => id)).toEqual(['p-b', 'p-q']);

  debate.now += 60_000;
  debate.does('mona', closePoll('p-q'), reopen('p-q'));
  expect(debate.state.polls.get('p-q')).toMatchObject({ seq: asked?.seq, at: asked?.at });
});

test('[PO9] only moderators know of a prepared poll; everyone of it once it is opened', () => {
  const debate = aDebate();
  const cursorOf = (who: string | null) => cursorFor(debate.state, who).seq;
  const [before, counted] = [debate.state.seq, cursorOf('dana')];
  debate.does('mona', quickPoll('p-q', { prepared: true }));
  const heard = (who: string | null) => [
    debate.projection(who).polls.has('p-q'),
    debate.frame(who, before).entries.some(({ effect }) => effect.type === 'poll.projected'),
  ];
  expect([heard('olga'), heard('dana'), heard(null)]).toEqual([
    [true, true],
    [false, false],
    [false, false],
  ]);
  expect(cursorOf('dana')).toBe(counted);
  debate.does('mona', reopen('p-q'));
  for (const who of ['olga', 'dana', null]) expect(heard(who)).toEqual([true, true]);
});

test('[PO2] each person answers once, can change and withdraw the answer, until the poll ends', () => {
  const debate = aDebate().does('olga', quickPoll('p-q')).does('dana', answer('p-q', 0));
  debate.does('dana', answer('p-q', 2)).does('susi', answer('p-q', 1));
  expect(projected(debate, 'p-q')).toMatchObject({ answered: 2, counts: [0, 1, 1] });
  debate.does('olga', { type: 'participant.mute', participantId: 'dana', muted: true, reason: 'flooding' });
  debate.does('dana', answer('p-q', null));
  expect(projected(debate, 'p-q')).toMatchObject({ answered: 1, counts: [0, 1, 0] });
  debate.does('olga', closePoll('p-q'));
  for (const choice of [0, null]) expect(debate.refusal('susi', answer('p-q', choice))).toBe('poll_closed');
});

describe('[PO3] [PO8] of a secret poll that is open', () => {
  /** Everything that leaves the server for someone. */
  const receivedBy = (debate: DebateBuilder, who: string | null): string => {
    const audience = who === 'olga' ? 'moderators' : 'debaters';
    return JSON.stringify([
      toSnapshot(debate.projection(who)),
      toSnapshot(projectState(debate.state, 'stage', null)),
      projectOwnPart(debate.state, audience, who),
      ...debate.entries.map((_, after) => debate.frame(who, after)),
    ]);
  };
  /** The same with the answers of one voter swapped: a viewer who gets the same for both has learnt nothing. */
  const both = [
    [FOR, AGAINST, FOR, UNDECIDED, FOR, AGAINST],
    [UNDECIDED, FOR, AGAINST, FOR, AGAINST, FOR],
  ].map((choices) => {
    const debate = aCrowd(6).does('olga', stancePoll('p-b', 'before'));
    answered(debate, 'p-b', choices).does('olga', closePoll('p-b'), stancePoll('p-a', 'after'));
    return answered(debate, 'p-a', choices).does('olga', quickPoll('p-q', { secret: true }));
  });

  test('nobody sees answers, only how many people answered', () => {
    const [one, other] = both;
    for (const who of ['olga', 'otto', null]) {
      expect(receivedBy(one as DebateBuilder, who)).toBe(receivedBy(other as DebateBuilder, who));
      expect(receivedBy(one as DebateBuilder, who)).not.toContain('"v-0",0');
    }
    expect(projected(one as DebateBuilder, 'p-b')).toMatchObject({ answered: 6, counts: null });
    expect(projected(one as DebateBuilder, 'p-a')).toMatchObject({ answered: 6, counts: null, flows: null });
  });

  test('an answer is sent to its author, on opening and in every frame, and to nobody else', () => {
    const debate = aCrowd(2).does('olga', stancePoll('p-b', 'before'));
    const opened = debate.state.seq;
    answered(debate, 'p-b', [AGAINST, FOR]);
    expect([...(debate.projection('v-0').answers.get('p-b') ?? [])]).toEqual([['v-0', AGAINST]]);
    expect(projectOwnPart(debate.state, 'debaters', 'v-0')?.answers).toEqual([['p-b', 'v-0', AGAINST]]);
    expect(projectOwnPart(debate.state, 'debaters', 'v-9')).toBeNull();
    expect(debate.frame('v-0', opened).own).toMatchObject([
      { effect: { type: 'poll.own', choice: AGAINST } },
    ]);
    expect(debate.frame('olga', opened).own).toEqual([]);
    expect([...participantsWithOwnEntries(debate.entries.slice(opened), debate.state)].sort()).toEqual([
      'v-0',
      'v-1',
    ]);
    for (const { actor, effect } of debate.frame('olga', opened).entries)
      expect([actor, effect.type]).toEqual(['', 'poll.projected']);
  });

  test('an open ballot is shown as it goes', () => {
    const debate = aCrowd(2).does('olga', quickPoll('p-q'));
    answered(debate, 'p-q', [1, 1]);
    expect(projected(debate, 'p-q')?.counts).toEqual([0, 2, 0]);
  });
});

test('[PO4] totals of a secret poll are of five at least', () => {
  const debate = aCrowd(5).does('olga', quickPoll('p-q', { secret: true }));
  answered(debate, 'p-q', [0, 0, 1, 0]).does('olga', closePoll('p-q'));
  expect(projected(debate, 'p-q')?.counts).toBeNull();
  debate.does('olga', reopen('p-q')).does('v-4', answer('p-q', 2)).does('olga', closePoll('p-q'));
  expect(projected(debate, 'p-q')?.counts).toEqual([3, 1, 1]);
});

describe('[PO4] the threshold of a secret poll', () => {
  const from = (pollId: string, threshold: 1 | 3 | 5) =>
    ({ type: 'poll.setStatus', pollId, open: true, threshold }) as const;

  test.each([
    [1, 1],
    [3, 3],
    [undefined, 5],
  ] as const)('of %s shows its totals from %s answers on', (threshold, fewest) => {
    const debate = aCrowd(5).does(
      'olga',
      quickPoll('p-q', { secret: true, ...(threshold && { threshold }) }),
    );
    for (let voter = 0; voter < fewest; voter += 1) {
      debate.does('olga', closePoll('p-q'));
      expect(projected(debate, 'p-q')?.counts, `${voter} answers`).toBeNull();
      debate.does('olga', reopen('p-q')).does(`v-${voter}`, answer('p-q', 0));
    }
    debate.does('olga', closePoll('p-q'));
    expect(projected(debate, 'p-q')?.counts).toEqual([fewest, 0, 0]);
    expect(debate.refusal('olga', reopen('p-q'))).toBe('poll_disclosed');
  });

  test('is changed until someone answers, and once nobody does', () => {
    const debate = aCrowd(4).does('olga', stancePoll('p-b', 'before'), from('p-b', 3));
    expect(projected(debate, 'p-b')?.threshold).toBe(3);
    debate.does('v-0', answer('p-b', FOR));
    debate.does('v-0', answer('p-b', null)).does('olga', from('p-b', 5), from('p-b', 3));
    expect(projected(debate, 'p-b')).toMatchObject({ threshold: 3, open: true });
  });

  test('of a closing poll is that of its opening poll, and so is that of the swing', () => {
    const debate = aCrowd(4).does('olga', { ...stancePoll('p-b', 'before'), threshold: 3 });
    answered(debate, 'p-b', [FOR, FOR, AGAINST]).does('olga', closePoll('p-b'));
    debate.does('olga', stancePoll('p-a', 'after'));
    answered(debate, 'p-a', [FOR, AGAINST, AGAINST]).does('olga', closePoll('p-a'));
    expect(projected(debate, 'p-a')).toMatchObject({ threshold: 3, counts: [1, 2, 0] });
    expect(swingOf(debate.projection(null))?.people).toBe(3);
  });

  test('is not changed while a phase hides answers: a refusal would reveal that there is one', () => {
    const debate = aCrowd(1).does('olga', quickPoll('p-q', { secret: true }), setAgenda([VOTING]));
    debate.does('olga', turnTo('p-vote'));
    expect(debate.refusal('olga', from('p-q', 3))).toBe('poll_answered');
    debate.does('v-0', answer('p-q', 0));
    expect(debate.refusal('olga', from('p-q', 3))).toBe('poll_answered');
  });

  test('above the answers warns before closing; an open ballot and a poll without answers have nothing to lose', () => {
    const debate = aCrowd(5).does('olga', quickPoll('p-q', { secret: true }), quickPoll('p-o'));
    const warns = (pollId: string) =>
      shouldConfirmClosing(debate.projection('olga'), projected(debate, pollId) as Poll);
    expect(warns('p-q')).toBe(false);
    answered(debate, 'p-q', [0, 0, 1, 1]);
    answered(debate, 'p-o', [0]);
    expect([warns('p-q'), warns('p-o')]).toEqual([true, false]);
    debate.does('v-4', answer('p-q', 2));
    expect(warns('p-q')).toBe(false);
  });
});

describe('[PO5] the swing', () => {
  const before = [FOR, FOR, AGAINST, UNDECIDED, UNDECIDED, AGAINST];
  const after = [FOR, AGAINST, AGAINST, AGAINST, FOR, AGAINST];

  test('is shown with its flows when both polls are closed, and not before', () => {
    const debate = aCrowd(6).does('olga', stancePoll('p-b', 'before'));
    answered(debate, 'p-b', before).does('olga', closePoll('p-b'));
    expect(projected(debate, 'p-b')?.counts).toBeNull();
    debate.does('olga', stancePoll('p-a', 'after'));
    answered(debate, 'p-a', after);
    expect(swingOf(debate.projection('olga'))).toBeNull();
    const open = debate.state.seq;
    debate.does('olga', closePoll('p-a'));
    for (const who of ['olga', 'otto', null]) {
      const seen = evolveAll(
        projectState(evolveAll(EMPTY_STATE, debate.entries.slice(0, open)), 'readers', who),
        debate.frame(who, open).entries,
      );
      const swing = swingOf(seen);
      expect(swing?.flows).toEqual([
        [1, 1, 0],
        [0, 2, 0],
        [1, 1, 0],
      ]);
      expect([swing?.people, swing?.from, swing?.to]).toEqual([6, [2, 2, 2], [2, 4, 0]]);
      expect(swing?.before.counts).toEqual([2, 2, 2]);
    }
  });

  test('of secret polls is of five who answered both, of open ones of anyone', () => {
    expect(projected(polledTwice([FOR, FOR, FOR, FOR], [FOR, FOR, FOR, FOR]), 'p-a')?.flows).toBeNull();
    const open = aCrowd(1).does('olga', { ...stancePoll('p-b', 'before'), secret: false });
    answered(open, 'p-b', [FOR]).does('olga', closePoll('p-b'), stancePoll('p-a', 'after'));
    answered(open, 'p-a', [AGAINST]).does('olga', closePoll('p-a'));
    expect(swingOf(open.projection(null))?.people).toBe(1);
  });
});

test('[PO6] no two disclosed totals differ by fewer than five answers', () => {
  const choice = fc.option(fc.integer({ min: 0, max: 2 }), { freq: 4 });
  const choices = fc.array(fc.tuple(choice, choice), { minLength: 1, maxLength: 16 });
  fc.assert(
    fc.property(choices, (pairs) => {
      const [before, after] = [pairs.map(([one]) => one), pairs.map(([, two]) => two)];
      const debate = polledTwice(before, after);
      const both = pairs.filter(([one, two]) => one !== null && two !== null).length;
      expect(projected(debate, 'p-a')?.flows !== null).toBe(both >= 5);
      for (const [pollId, given] of [
        ['p-b', before],
        ['p-a', after],
      ] as const) {
        const people = given.filter((one) => one !== null).length;
        const alone = people - both;
        const isShown = people >= 5 && (both < 5 || alone === 0 || alone >= 5);
        expect(projected(debate, pollId)?.counts !== null).toBe(isShown);
      }
    }),
    { numRuns: 60 },
  );
});

test('[PO7] a poll is opened again while nothing is known of it', () => {
  const debate = aCrowd(6).does('olga', stancePoll('p-b', 'before'));
  answered(debate, 'p-b', [0, 0, 0, 0, 0, 0]).does('olga', closePoll('p-b'), reopen('p-b'), closePoll('p-b'));
  debate.does('olga', stancePoll('p-a', 'after'), closePoll('p-a'));
  expect(debate.refusal('olga', reopen('p-b'))).toBe('poll_disclosed');
  expect(debate.refusal('olga', reopen('p-a'))).toBe('poll_disclosed');
  debate.does('olga', quickPoll('p-o'));
  answered(debate, 'p-o', [0, 0, 0, 0, 0]).does('olga', closePoll('p-o'), reopen('p-o'));
  expect(debate.state.polls.get('p-o')).toMatchObject({ open: true, answered: 5 });
});

test('[PO8] in an anonymous debate nobody sees whose answer it is, and people get their own', () => {
  const debate = aDebate().does('olga', { type: 'debate.configure', names: 'anonymous' }, quickPoll('p-q'));
  const before = debate.state.seq;
  debate.does('dana', answer('p-q', 1));
  for (const who of ['olga', 'emil', null])
    expect(JSON.stringify(debate.frame(who, before))).not.toContain('dana');
  expect(debate.frame('dana', before).own).toMatchObject([{ author: 'dana', effect: { choice: 1 } }]);
});

test('[PO3] while a phase hides tallies neither answers nor their number are shown; then all of it', () => {
  const debate = aCrowd(5).does(
    'olga',
    setAgenda([OPEN, VOTING]),
    quickPoll('p-q'),
    quickPoll('p-s', { secret: true }),
  );
  answered(debate, 'p-q', [0, 1]).does('olga', turnTo('p-open'));
  expect(projected(debate, 'p-q')).toMatchObject({ answered: 2, counts: [1, 1, 0] });
  debate.does('olga', turnTo('p-vote', 'p-open'));
  const hidden = debate.entries.length;
  for (const pollId of ['p-q', 'p-s']) answered(debate, pollId, [null, null, 2, 2, 0]);
  for (const pollId of ['p-q', 'p-s'])
    expect(projected(debate, pollId)).toMatchObject({ answered: 0, counts: null });
  expect(debate.frame('olga', hidden)).toMatchObject({ entries: [], own: [] });
  const { entries } = debate.frame('dana', hidden);
  expect(entries).toEqual([]);
  const before = debate.entries.length;
  const seen = debate.projection('dana');
  debate.does('olga', turnTo('p-open', 'p-vote'));
  expect(projected(debate, 'p-q')).toMatchObject({ answered: 5, counts: [2, 1, 2] });
  const shown = evolveAll(seen, debate.frame('dana', before).entries);
  expect(shown.polls).toEqual(debate.projection('dana').polls);
});

describe('polls', () => {
  test('are for participants who do more than watch, and ask people who haven’t answered', () => {
    const debate = aDebate().does('olga', quickPoll('p-n')).does('emil', answer('p-n', 1));
    expect(countVoters(debate.state)).toBe(5);
    expect(peopleToAsk(debate.state, 'p-n').sort()).toEqual(['dana', 'mona', 'olga', 'susi']);
    debate
      .does('olga', {
        type: 'participant.setMembership',
        participantId: 'dana',
        membership: 'removed',
        reason: 'other',
      })
      .does(SYSTEM, { type: 'participant.erase', participantId: 'susi', words: false });
    expect(peopleToAsk(debate.state, 'p-n').sort()).toEqual(['mona', 'olga']);
    expect(countVoters(debate.state)).toBe(3);
  });

  test('count who changed their minds', () => {
    const swing = {
      flows: [
        [4, 1, 2],
        [3, 9, 0],
        [5, 6, 7],
      ],
    };
    expect(changedMinds(swing as unknown as Parameters<typeof changedMinds>[0])).toBe(17);
  });

  test('on the motion are decided by which side gained more, whatever each had before', () => {
    const outcome = (from: number[], to: number[]) => outcomeOf({ from, to, people: 10 });
    expect(outcome([2, 5, 3], [4, 6, 0])).toEqual({ winner: 'for', points: 20 });
    expect(outcome([5, 1, 4], [4, 6, 0])).toEqual({ winner: 'against', points: 50 });
    expect(outcome([4, 2, 4], [6, 4, 0])).toEqual({ winner: 'tie', points: 20 });
    expect(outcome([4, 2, 4], [3, 2, 5])).toEqual({ winner: 'none', points: 0 });
  });
});
