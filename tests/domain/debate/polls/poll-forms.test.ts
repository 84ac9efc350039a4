import { describe, expect, test } from 'vitest';
import { PersistentMap } from '#domain/collections/persistent-map.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import { AUDIENCES, projectState } from '#domain/debate/engine/project.ts';
import { pollsToClose, pollsToRemindOf } from '#domain/debate/polls/closing-times.ts';
import { gatherTexts } from '#domain/debate/polls/like-answers.ts';
import type { Poll } from '#domain/debate/polls/poll.ts';
import type { PollChoice, PollForm } from '#domain/debate/polls/poll-form.ts';
import { peopleToAsk } from '#domain/debate/polls/polls.ts';
import { nextReminder, reminderAfter } from '#domain/debate/tasks/reminders.ts';
import { entriesOfTemplate } from '#domain/formats/template/entries-of-template.ts';
import { templateOf } from '#domain/formats/template/template-of.ts';
import { happeningsOf, revealsIn } from '#domain/history/activity.ts';
import { aDebate, closePoll, type DebateBuilder, quickPoll } from '#tests/support/debate-builder.ts';
import { fillUp } from '#tests/support/decision-cases.ts';
import { A_TURN } from '#tests/support/longest-turn.ts';
import { OPEN, setAgenda, turnTo, VOTING } from '#tests/support/phased-debate.ts';
import { formPoll, hideAnswer, numberPoll, textPoll } from '#tests/support/polls.ts';
import { paced, timeOf } from '#tests/support/processor-time.ts';

const MINUTE = 60_000;
const give = (pollId: string, choice: PollChoice) => ({ type: 'poll.answer', pollId, choice }) as const;
const VOTERS = ['olga', 'mona', 'dana', 'emil', 'susi'];

/** A poll that so many people have answered, in turn. */
function answered(debate: DebateBuilder, pollId: string, ...choices: PollChoice[]): DebateBuilder {
  for (const [at, choice] of choices.entries()) debate.does(VOTERS[at] ?? '', give(pollId, choice));
  return debate;
}

const seenBy = (debate: DebateBuilder, audience: (typeof AUDIENCES)[number], pollId = 'p-n') =>
  projectState(debate.state, audience, null).polls.get(pollId);

/** A poll as each audience sees it, which is the same for all. */
function seen(debate: DebateBuilder): Poll | undefined {
  const all = AUDIENCES.map((audience) => seenBy(debate, audience));
  for (const one of all) expect(one).toEqual(all[0]);
  return all[0];
}

describe('[PO11] answers are counted as they come', () => {
  test.each<[string, PollForm, readonly PollChoice[], readonly number[]]>([
    ['options', { type: 'several', most: 2 }, [[0, 1], [1, 2], [1]], [1, 3, 1]],
    ['rankings', { type: 'ranking' }, [[2, 0], [0, 1, 2], [1]], [3, 3, 2]],
    [
      'points',
      { type: 'points', budget: 10 },
      [
        [10, 0, 0],
        [1, 2, 3],
      ],
      [11, 2, 3],
    ],
  ])('%s, and an answer replaces the last', (_, form, choices, counts) => {
    const debate = aDebate().does('olga', formPoll('p-n', form));
    answered(debate, 'p-n', ...choices.slice(1));
    expect(answered(debate, 'p-n', ...choices).state.polls.get('p-n')?.counts).toEqual(counts);
    debate.does('olga', { type: 'poll.answer', pollId: 'p-n', choice: null });
    expect(debate.state.polls.get('p-n')?.answered).toBe(choices.length - 1);
  });

  test('steps of a scale', () => {
    const options = ['Low', 'High'];
    const debate = aDebate().does('olga', formPoll('p-n', { type: 'scale', steps: 5 }, { options }));
    expect(answered(debate, 'p-n', 4, 4, 0).state.polls.get('p-n')?.counts).toEqual([1, 0, 0, 0, 2]);
  });
});

describe('[PO14] results of secret polls', () => {
  const FORMS = [
    numberPoll('p-n', { secret: true }),
    textPoll('p-n', { secret: true }),
    formPoll('p-n', { type: 'ranking' }, { secret: true }),
    formPoll('p-n', { type: 'points', budget: 9 }, { secret: true }),
  ];
  const CHOICES: readonly PollChoice[] = [4, 'Rain', [0, 2], [1, 0, 8]];

  test.each(FORMS.map((poll, at) => [poll.form?.type, poll, CHOICES[at] ?? 0] as const))(
    '[PO14] of a %s show neither while they are open nor below the threshold',
    (_, poll, choice) => {
      const debate = aDebate().does('olga', poll);
      answered(debate, 'p-n', choice, choice, choice, choice);
      expect(seen(debate)).toMatchObject({ answered: 4, counts: null });
      expect(seen(debate)).not.toHaveProperty('gathered');
      debate.does('olga', closePoll('p-n'));
      expect(seen(debate)).not.toHaveProperty('gathered');
      debate.does('olga', { type: 'poll.setStatus', pollId: 'p-n', open: true });
      debate.does('susi', give('p-n', choice)).does('olga', closePoll('p-n'));
      expect(seen(debate)?.gathered).toMatchObject({ type: poll.form?.type });
    },
  );

  test('[PO14] hide orders, bins and texts of fewer people', () => {
    const debate = aDebate().does('olga', textPoll('p-n', { secret: true, threshold: 3 }));
    answered(debate, 'p-n', 'Rain', 'rain', 'RAIN', 'Sun', 'Snow').does('olga', closePoll('p-n'));
    expect(seen(debate)?.gathered).toEqual({
      type: 'text',
      groups: [{ text: 'RAIN', people: 3 }],
      words: [{ word: 'RAIN', people: 3 }],
      others: 2,
    });
  });

  test('[PO14] hide how many gave an option points, if these are fewer', () => {
    const debate = aDebate().does(
      'olga',
      formPoll('p-n', { type: 'points', budget: 9 }, { secret: true, threshold: 3 }),
    );
    answered(debate, 'p-n', [9, 0, 0], [1, 8, 0], [1, 0, 0]).does('olga', closePoll('p-n'));
    expect(seen(debate)).toMatchObject({ counts: [11, 8, 0], gathered: { givers: [3, null, 0] } });
  });

  test('[PO3] a phase that hides tallies hides every result, open ballots too', () => {
    const debate = aDebate().does(
      'olga',
      setAgenda([VOTING, OPEN]),
      textPoll('p-n'),
      hideAnswer('p-n', 'Hail'),
    );
    answered(debate, 'p-n', 'Rain').does('olga', turnTo('p-vote'));
    const poll = seen(debate);
    expect(poll).toMatchObject({ answered: 0, counts: null });
    for (const field of ['gathered', 'hiddenAnswers']) expect(poll).not.toHaveProperty(field);
    expect(pollsToRemindOf(debate.state, debate.now)).toEqual([]);
  });
});

describe('[PO13] a hidden answer', () => {
  const hidden = () =>
    answered(aDebate().does('olga', textPoll('p-n')), 'p-n', 'Rain', 'Sun').does(
      'mona',
      hideAnswer('p-n', 'rain'),
    );

  test('[PO13] is in no result, and only moderators know of it', () => {
    const debate = hidden();
    const sun = {
      type: 'text',
      groups: [{ text: 'Sun', people: 1 }],
      words: [{ word: 'Sun', people: 1 }],
      others: 1,
    };
    for (const audience of AUDIENCES) expect(seenBy(debate, audience)?.gathered).toEqual(sun);
    expect(seenBy(debate, 'moderators')?.hiddenAnswers).toEqual(['rain']);
    for (const audience of ['debaters', 'readers', 'stage'] as const)
      expect(JSON.stringify(projectState(debate.state, audience, null))).not.toMatch(/rain/i);
  });

  test('[PO14] that a secret poll doesn’t show has no effect: it tells nothing of what a few people gave', () => {
    const debate = aDebate().does('olga', textPoll('p-n', { secret: true, threshold: 3 }));
    answered(debate, 'p-n', 'Trams', 'trams', 'Tram', 'A sun', 'A sunset').does('olga', closePoll('p-n'));
    const before = seenBy(debate, 'readers')?.gathered;
    for (const few of ['A sun', 'Fog', 'Tram'])
      expect(seenBy(debate.does('mona', hideAnswer('p-n', few)), 'readers')?.gathered).toEqual(before);
    debate.does('mona', hideAnswer('p-n', 'trams'));
    expect(seenBy(debate, 'readers')?.gathered).toEqual({ type: 'text', groups: [], words: [], others: 5 });
    debate.does('mona', hideAnswer('p-n', 'trams', false));
    expect(seenBy(debate, 'readers')?.gathered).toEqual(before);
  });

  test('[PO13] is in the moderation log, and can be shown again', () => {
    const debate = hidden().does('mona', hideAnswer('p-n', 'RAIN', false));
    const acts = [...debate.projection('olga').moderationLog.values()].map(({ what, on, by }) => [
      what,
      on,
      by,
    ]);
    expect(acts).toEqual([
      ['hidden', ['p-n'], 'mona'],
      ['restored', ['p-n'], 'mona'],
    ]);
    expect(seen(debate)?.gathered).toMatchObject({ groups: [{ text: 'Rain' }, { text: 'Sun' }] });
  });
});

describe('[PO12] the right number', () => {
  test('[PO12] is known to nobody until a moderator reveals it with the closing', () => {
    const debate = answered(aDebate().does('olga', numberPoll('p-n', { secret: true })), 'p-n', 3, 5);
    debate.does('olga', { type: 'poll.setStatus', pollId: 'p-n', open: false, right: 4 });
    expect(seen(debate)).toMatchObject({ right: 4, open: false, counts: null });
  });
});

test('[SG3] opening, closing and revealing are news for the room; a time and a threshold are not', () => {
  const debate = aDebate().does('olga', numberPoll('p-n', { secret: true }));
  const isNews = (open: boolean, more: Partial<OperationOf<'poll.setStatus'>> = {}) => {
    debate.does('olga', { type: 'poll.setStatus', pollId: 'p-n', open, ...more });
    return debate.state.polls.get('p-n')?.statusSeq === debate.state.seq;
  };
  expect([isNews(true, { closesAt: debate.now + MINUTE }), isNews(true, { closesAt: null })]).toEqual([
    false,
    false,
  ]);
  expect([isNews(true, { threshold: 3 }), isNews(false), isNews(true), isNews(false)]).toEqual([
    false,
    true,
    true,
    true,
  ]);
  expect(isNews(false, { right: 4 })).toBe(true);
});

describe('[PO15] a poll with a time', () => {
  const timed = () => {
    const debate = aDebate();
    return debate.does('olga', quickPoll('p-n', { closesAt: debate.now + 10 * MINUTE }));
  };
  const close = closePoll('p-n');

  test('[PO15] takes answers until then, by the server’s clock, and is closed by it', () => {
    const debate = timed();
    expect(debate.refusal('system', close)).toBe('nothing_changed');
    debate.now += 10 * MINUTE - 1;
    expect([debate.refusal('dana', give('p-n', 1)), pollsToClose(debate.state, debate.now)]).toEqual([
      null,
      [],
    ]);
    debate.now += 1;
    expect(debate.refusal('dana', give('p-n', 1))).toBe('poll_closed');
    expect(pollsToClose(debate.state, debate.now)).toEqual([close]);
    debate.does('system', close);
    expect([debate.state.polls.get('p-n')?.open, pollsToClose(debate.state, debate.now)]).toEqual([
      false,
      [],
    ]);
    debate.does('olga', { type: 'poll.setStatus', pollId: 'p-n', open: true });
    expect(debate.state.polls.get('p-n')).not.toHaveProperty('closesAt');
  });

  test('[PO15] stays open if a moderator has moved its time, and other changes leave it', () => {
    const debate = timed();
    const closesAt = debate.now + 20 * MINUTE;
    debate.does('olga', { type: 'poll.setStatus', pollId: 'p-n', open: true, closesAt });
    debate.now += 10 * MINUTE;
    expect(debate.refusal('system', close)).toBe('nothing_changed');
    debate.does('olga', { type: 'poll.setStatus', pollId: 'p-n', open: true, closesAt: null });
    expect(debate.state.polls.get('p-n')).not.toHaveProperty('closesAt');
  });

  test('[PO16] reminds people who have not answered, halfway there', () => {
    const debate = timed();
    const { now } = debate;
    expect(reminderAfter(debate.state, debate.entries.slice(-1))).toBe(now + 5 * MINUTE);
    expect(nextReminder(debate.state, now + 5 * MINUTE)).toBe(now + 10 * MINUTE);
    const due = (at: number) => pollsToRemindOf(debate.state, at).map(({ id }) => id);
    expect([due(now), due(now + 5 * MINUTE), due(now + 10 * MINUTE)]).toEqual([[], ['p-n'], []]);
    debate.does('dana', give('p-n', 1));
    const asked = peopleToAsk(debate.state, 'p-n');
    expect(asked).toContain('emil');
    for (const none of ['dana', 'otto']) expect(asked).not.toContain(none);
  });
});

describe('[PO18] one answer more', () => {
  const CROWD = 5_000;
  const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
  const wordAt = (at: number) =>
    Array.from({ length: 9 }, (_, place) => LETTERS[(at * (place * 7 + 3)) % 26]).join('');
  test('[PO18] of words that all are one letter apart is gathered within 50 ms', () => {
    const letter = (at: number) => String.fromCodePoint(0x4e00 + at);
    for (const wordAt of [(at: number) => `abcde${letter(at)}`, (at: number) => `${letter(at)}abcdefgh`]) {
      const texts = Array.from({ length: 100 }, (_, i) =>
        Array.from({ length: 14 }, (_, k) => wordAt(i * 14 + k)).join(' '),
      );
      const spent = Array.from({ length: 5 }, () => timeOf(() => gatherTexts(texts)));
      expect(paced(Math.min(...spent))).toBeLessThan(A_TURN);
    }
  });

  test.each<
    [string, Parameters<DebateBuilder['does']>[1] & { type: 'poll.open' }, (at: number) => PollChoice]
  >([
    ['text', textPoll('p-n'), (at) => `${wordAt(at)} ${wordAt(at * 31 + 5)} ${wordAt(at % 40)} and ${at}`],
    ['ranking', formPoll('p-n', { type: 'ranking' }, { options: [...'abcdefgh'] }), (at) => ranking(at)],
    ['number', numberPoll('p-n'), (at) => Math.sin(at) * 10 ** (at % 5)],
    ['points', formPoll('p-n', { type: 'points', budget: 100 }), (at) => [at % 50, at % 20, 1]],
  ])('[PO18] to a %s with 5,000 answers is shown within 50 ms', (_, poll, choiceAt) => {
    const debate = aDebate().does('olga', poll);
    fillUp('participants', CROWD)(debate);
    const spent: number[] = [];
    const people = [...debate.state.participants.keys()].filter((id) => id.startsWith('copy-'));
    const all = PersistentMap(people.map((id, at) => [id, choiceAt(at)] as const));
    debate.state = { ...debate.state, answers: debate.state.answers.set('p-n', all) };
    for (let run = 0; run < 5; run += 1) {
      const next = {
        ...debate.state,
        answers: debate.state.answers.set('p-n', all.set('dana', choiceAt(9_000 + run))),
      };
      const show = () => {
        for (const audience of AUDIENCES) projectState(next, audience, null).polls.get('p-n');
      };
      spent.push(timeOf(show));
    }
    expect(paced(Math.min(...spent))).toBeLessThan(A_TURN);
  });
});

function ranking(at: number): readonly number[] {
  const options = [0, 1, 2, 3, 4, 5, 6, 7];
  return options
    .map((option) => [(option * 37 + at * 17) % 101, option] as const)
    .sort(([a], [b]) => a - b)
    .map(([, option]) => option);
}

test('[HI7] the activity lists that polls were closed, and right numbers revealed, but no answer', () => {
  const debate = answered(aDebate().does('olga', numberPoll('p-n'), quickPoll('p-q')), 'p-n', 3);
  debate.does('olga', closePoll('p-q'));
  debate.does('mona', { type: 'poll.setStatus', pollId: 'p-n', open: false, right: 7 });
  const view = debate.projection('dana');
  const viewer = { seesAll: false, participantId: 'dana' };
  const listed = debate.entries
    .slice(-5)
    .flatMap((entry) => happeningsOf(entry, view, viewer, revealsIn(debate.entries)))
    .map(({ what, by, on }) => [what, by, on]);
  expect(listed).toEqual([
    ['poll_closed', 'olga', 'p-q'],
    ['poll_revealed', 'mona', 'p-n'],
  ]);
});

test('[TM3] a template has quick polls in their forms, without times', () => {
  const debate = aDebate();
  debate.does('olga', formPoll('p-n', { type: 'points', budget: 9 }, { closesAt: debate.now + MINUTE }));
  const [poll] = templateOf(debate.projection('olga')).polls;
  const { options, question } = formPoll('p-n', { type: 'ranking' });
  expect(poll).toEqual({ form: { type: 'points', budget: 9 }, options, question, secret: false });
  const entries = entriesOfTemplate(templateOf(debate.projection('olga')), {
    ownerId: 'olga',
    visibility: 'private',
    now: 1_000,
  });
  expect(entries.find(({ effect }) => effect.type === 'poll.opened')?.effect).toMatchObject({
    form: { type: 'points', budget: 9 },
    prepared: true,
  });
});
