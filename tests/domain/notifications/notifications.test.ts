import { describe, expect, test } from 'vitest';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { mailDue } from '#domain/notifications/mail-times.ts';
import type { Notification } from '#domain/notifications/notification.ts';
import { nextAtHour, zoneNamed } from '#domain/notifications/zoned-time.ts';
import {
  acceptWording,
  aDebate,
  agree,
  bringBack,
  closePoll,
  comment,
  crossLink,
  type DebateBuilder,
  editTo,
  giveBack,
  hide,
  hold,
  mark,
  merge,
  newClaim,
  quickPoll,
  report,
  retract,
  returnWording,
  SPLIT,
  seal,
  settle,
  suggest,
  targetOf,
  unsuggest,
} from '../../support/debate-builder.ts';
import { chose, notes, notesOf, reply, said, shownTo } from '../../support/notified.ts';
import { OPEN, VOTING, WRITING } from '../../support/phased-debate.ts';

/** The text of c-a, and others. */
const WORDS = ['one two three', 'one two four'] as const;
const AGAIN = [WORDS[0], 'one'] as const;

const PREPARED = quickPoll('q-a', { prepared: true });
const ALL_POLLED = ['mona', 'dana', 'emil', 'susi'].map((who) => `${who} polled q-a`);
const OPEN_POLL = { type: 'poll.setStatus', pollId: 'q-a', open: true } as const;

/** The notifications about polls, with all entries read in the last state. */
function readLate({ entries, state }: DebateBuilder): Notification[] {
  const made = entries.flatMap((entry) => notesOf(entry, state));
  return made.filter(({ kind }) => kind === 'polled');
}

describe('[NO1] whom it concerns', () => {
  test.each<[string, string, readonly Operation[], string[]]>([
    ['an argument for a claim', 'emil', [newClaim('n', 'c-a')], ['dana supported l-n']],
    ['against it', 'olga', [newClaim('n', 'c-b', { relation: 'attack' })], ['emil attacked l-n']],
    ['against a step', 'mona', [newClaim('n', 'l-b', { relation: 'attack' })], ['emil attacked l-n']],
    ['a cross-link', 'mona', [crossLink('x-n', 'c-d', 'c-a')], ['dana attacked x-n']],
    ['a comment on a claim', 'mona', [comment({ on: targetOf('c-b') })], ['emil commented m-n']],
    ['a reply to its author, who hears of it once', 'emil', [reply()], ['dana replied m-r']],
    [
      'a comment that names them, and not a second time as its answer',
      'mona',
      [reply({ text: 'See <@dana> and <@susi>' })],
      ['dana mentioned m-r', 'susi mentioned m-r'],
    ],
    ['a claim hidden', 'mona', [hide('c-b')], ['emil hidden c-b']],
    ['a comment hidden', 'mona', [hide('m-a')], ['dana hidden m-a']],
    ['another wording suggested', 'emil', [suggest('w-a', 'c-a', WORDS)], ['dana suggested w-a']],
    ['made to wait', 'mona', [hold('c-b')], ['emil held c-b']],
    ['returned', 'mona', [hold('c-b'), giveBack('c-b')], ['emil held c-b', 'emil returned c-b']],
    ['marked', 'mona', [mark('c-b', 'unclear')], ['emil marked c-b']],
    ['retracted by who runs the debate', 'mona', [retract('c-b')], ['emil retracted c-b']],
    [
      'made a claim of a comment',
      'mona',
      [{ ...newClaim('n', 'east', { text: 'Why?' }), comment: 'm-a' }],
      ['dana promoted c-n'],
    ],
    ['merged', 'mona', [merge('c-d', 'c-b')], ['emil merged c-d']],
    ['split', 'mona', [SPLIT], ['dana split c-a', 'emil reworded c-a']],
    [
      'another role',
      'olga',
      [{ type: 'participant.appoint', participantId: 'otto', role: 'debater' }],
      ['otto appointed otto'],
    ],
    ['a poll, all who may answer', 'olga', [quickPoll('q-a')], ALL_POLLED],
    ['a prepared poll concerns nobody', 'olga', [PREPARED], []],
    ['an argument for a position concerns nobody', 'emil', [newClaim('n', 'east')], []],
    ['nor does a vote', 'susi', [agree('c-a')], []],
  ])('%s', (_, who, operations, expected) => {
    expect(said(notes(aDebate(), who, operations))).toEqual([...expected].sort());
  });

  test('a reply concerns everyone whose comments in its thread were not withdrawn, each once', () => {
    const debate = aDebate().does('susi', comment({ commentId: 'm-o', text: 'Else' }));
    const answers = (who: string, commentId: string, replyTo = 'm-a') =>
      said(notes(debate, who, [reply({ commentId, replyTo })])).filter((one) => one.includes('replied'));
    expect(answers('emil', 'm-1')).toEqual(['dana replied m-1']);
    expect(answers('dana', 'm-2')).toEqual(['emil replied m-2']);
    expect(answers('mona', 'm-3', 'm-2')).toEqual(['dana replied m-3', 'emil replied m-3']);
    expect(answers('dana', 'm-4')).toEqual(['emil replied m-4', 'mona replied m-4']);
    debate.does('emil', { type: 'comment.withdraw', commentId: 'm-1' });
    expect(answers('dana', 'm-5')).toEqual(['mona replied m-5']);
    debate.does('olga', hide('m-3'));
    expect(answers('olga', 'm-6', 'm-3')).toEqual(['mona replied m-6']);
  });

  test('a reply concerns the person who began its thread, and authors of the 1,000 newest comments of its place', () => {
    const debate = aDebate().does('emil', reply({ commentId: 'm-1' }));
    for (let nth = 0; nth < 998; nth += 1)
      debate.does('susi', comment({ commentId: `m-o${nth}`, text: 'Else' }));
    const answers = (commentId: string) =>
      said(notes(debate, 'mona', [reply({ commentId })])).filter((one) => one.includes('replied'));
    expect(answers('m-2')).toEqual(['dana replied m-2', 'emil replied m-2']);
    expect(answers('m-3')).toEqual(['dana replied m-3']);
  });

  test('a prepared poll that is opened, closed and opened again notifies once, when it is first opened', () => {
    const debate = aDebate();
    const turns = [PREPARED, OPEN_POLL, closePoll('q-a'), OPEN_POLL];
    // Each in the state after it, and then all in the last state, as a server that was stopped reads them.
    const made = turns.map((operation) => said(notes(debate, 'olga', [operation])));
    expect(made).toEqual([[], [...ALL_POLLED].sort(), [], []]);
    const opening = debate.entries.find(({ effect }) => effect.type === 'poll.statusChanged');
    const late = readLate(debate);
    expect([said(late), new Set(late.map(({ seq }) => seq))]).toEqual([made[1], new Set([opening?.seq])]);
  });

  test('a poll notifies after an entry that not everyone sees', () => {
    const debate = aDebate().does('otto', report('r-a', 'c-b'));
    expect(said(notes(debate, 'olga', [quickPoll('q-a')]))).toEqual([...ALL_POLLED].sort());
  });

  test('a poll notifies once if it is read after so many entries that its number is unknown', () => {
    const debate = aDebate().does('otto', report('r-a', 'c-b')).does('olga', quickPoll('q-a'));
    debate.now += 1_000;
    debate.does('olga', closePoll('q-a'), OPEN_POLL);
    const { numbering } = debate.state;
    if (numbering) debate.state = { ...debate.state, numbering: { ...numbering, runs: [] } };
    expect(said(readLate(debate))).toEqual([...ALL_POLLED].sort());
  });

  test('an accepted or returned wording notifies who suggested it, and then the voters on the previous one', () => {
    const debate = aDebate().does(
      'susi',
      suggest('w-a', 'c-a', WORDS),
      suggest('w-b', 'c-b', ['four five six', 'four']),
    );
    const made = [
      ...notes(debate, 'dana', [acceptWording('w-a', WORDS[0])]),
      ...notes(debate, 'emil', [returnWording('w-b')]),
    ];
    expect(said(made)).toEqual(['emil reworded c-a', 'susi answered w-a', 'susi answered w-b']);
    expect(shownTo(debate, made, 'susi')).toMatchObject([
      { kind: 'answered', words: WORDS[1], reason: 'accepted' },
      { kind: 'answered', subject: 'four five six', reason: 'sent_back', note: 'It says something else' },
    ]);
  });

  test('a returned wording asks nobody to vote again: nothing was reworded', () => {
    const debate = aDebate().does('susi', suggest('w-a', 'c-a', WORDS), suggest('w-b', 'c-a', AGAIN));
    debate.does('dana', acceptWording('w-a', WORDS[0]));
    expect(said(notes(debate, 'dana', [returnWording('w-b')]))).toEqual(['susi answered w-b']);
  });

  test('a suggestion that was withdrawn or answered asks for nothing', () => {
    const debate = aDebate();
    const made = notes(debate, 'susi', [
      suggest('w-a', 'c-a', WORDS),
      suggest('w-b', 'c-a', ['one two three', 'one']),
    ]);
    expect(shownTo(debate, made, 'dana').map(({ words, subject, by }) => [words, subject, by])).toEqual([
      [WORDS[1], WORDS[0], 'susi'],
      ['one', WORDS[0], 'susi'],
    ]);
    debate.does('susi', unsuggest('w-b')).does('dana', returnWording('w-a'));
    expect(shownTo(debate, made, 'dana')).toEqual([]);
  });

  test('a report that is settled concerns who made it', () => {
    const debate = aDebate().does('otto', report('r-a', 'c-b'));
    expect(said(notes(debate, 'mona', [settle('no_action', 'r-a')]))).toEqual(['otto settled r-a']);
  });

  test('a new wording notifies the voters on an earlier one', () => {
    const debate = aDebate().does('susi', agree('c-a'));
    debate.does('dana', editTo(debate.state, 'c-a', 'one two three four'));
    expect(said(notes(debate, 'system', [seal('c-a')]))).toEqual(['emil reworded c-a', 'susi reworded c-a']);
  });

  test('typing that is undone notifies nobody: the wording is the same', () => {
    const debate = aDebate();
    debate.does('dana', editTo(debate.state, 'c-a', WORDS[1])).does('system', seal('c-a'));
    for (const text of ['one', WORDS[1]]) debate.does('dana', editTo(debate.state, 'c-a', text));
    expect(notes(debate, 'system', [seal('c-a')])).toEqual([]);
    expect(debate.state.claims.get('c-a')).toMatchObject({ wording: 2, wordings: 2 });
  });

  test.each([['vote'], ['guided_vote']] as const)('a phase "%s" notifies everyone who may vote', (kind) => {
    const phases = [OPEN, { ...VOTING, kind }];
    const debate = aDebate().does('olga', { type: 'agenda.set', phases, base: 0 });
    expect(said(notes(debate, 'olga', [{ type: 'agenda.goTo', from: null, to: OPEN.id }]))).toEqual([]);
    expect(said(notes(debate, 'olga', [{ type: 'agenda.goTo', from: OPEN.id, to: VOTING.id }]))).toHaveLength(
      4,
    );
  });

  test('an argument for a merged claim notifies its author, and the author of the claim it was merged into', () => {
    const debate = aDebate()
      .does('mona', merge('c-b', 'c-d'))
      .does('olga', newClaim('o', 'west'), merge('c-d', 'c-o'));
    expect(said(notes(debate, 'dana', [newClaim('n', 'c-d')]))).toEqual([
      'emil supported l-n',
      'olga supported l-n',
    ]);
  });
});

describe('[NO2] nobody is notified', () => {
  test('of what they did themselves', () => {
    expect(notes(aDebate(), 'dana', [newClaim('n', 'c-a'), reply(), retract('c-a')])).toEqual([]);
  });

  test.each<['removed' | 'banned']>([['removed'], ['banned']])('a person who is %s', (membership) => {
    const debate = aDebate();
    debate.does('mona', {
      type: 'participant.setMembership',
      participantId: 'emil',
      membership,
      reason: 'other',
    });
    expect(notes(debate, 'dana', [newClaim('n', 'c-b')])).toEqual([]);
  });

  test('of what is hidden, until it is shown, and then of what was written there meanwhile; of what was there before, not again', () => {
    const debate = aDebate();
    const before = notes(debate, 'emil', [newClaim('n', 'c-a')]);
    expect(said(before)).toEqual(['dana supported l-n']);
    debate.now += 1_000;
    expect(said(notes(debate, 'mona', [hide('c-b')]))).toEqual(['emil hidden c-b']);
    debate.now += 1_000;
    expect(notes(debate, 'olga', [comment({ on: targetOf('c-b') })]).map(({ to }) => to)).toEqual(['emil']);
    expect(notes(debate, 'emil', [comment({ commentId: 'm-e', on: targetOf('c-b'), text: 'Hm' })])).toEqual(
      [],
    );
    const all = chose('dana', { level: 'all' });
    expect(said(notes(debate, 'mona', [bringBack('c-b')], all))).toEqual([
      'dana said m-e',
      'dana said m-n',
      'dana supported l-b',
      'emil commented m-n',
      'emil restored c-b',
    ]);
  });

  test('of what waits, until it is accepted', () => {
    const debate = aDebate().does('olga', { type: 'debate.configure', approval: ['debater'] });
    expect(notes(debate, 'emil', [newClaim('n', 'c-a')])).toEqual([]);
    expect(said(notes(debate, 'mona', [bringBack('c-n')]))).toEqual([
      'dana supported l-n',
      'emil accepted c-n',
    ]);
  });

  test('of what is its author’s alone, until the reveal', () => {
    const debate = aDebate()
      .does('olga', { type: 'agenda.set', phases: [WRITING, OPEN], base: 0 })
      .does('olga', { type: 'agenda.goTo', from: null, to: WRITING.id });
    expect(notes(debate, 'emil', [newClaim('n', 'c-a')], chose('olga', { level: 'all' }))).toEqual([]);
    const revealed = notes(debate, 'olga', [{ type: 'agenda.goTo', from: WRITING.id, to: OPEN.id }]);
    expect(said(revealed)).toEqual(['dana supported l-n']);
    // However late the entries are looked at: when it was written is nobody's to know.
    const late = debate.entries.flatMap((entry) => notesOf(entry, debate.state));
    expect(late.filter(({ about }) => about === 'l-n')).toEqual(revealed);
  });
});

describe('[NO3] the level of notifications', () => {
  test('all: every claim and comment, each once', () => {
    const operations = [newClaim('n', 'c-a'), newClaim('m', 'west'), comment({ on: targetOf('c-b') })];
    expect(said(notes(aDebate(), 'emil', operations, chose('dana', { level: 'all' })))).toEqual([
      'dana claimed l-m',
      'dana said m-n',
      'dana supported l-n',
    ]);
  });

  test('the default notifications', () => {
    expect(said(notes(aDebate(), 'emil', [newClaim('m', 'west')]))).toEqual([]);
  });

  test('none: nothing', () => {
    const none = chose('emil', { level: 'none' });
    expect(notes(aDebate(), 'mona', [hide('c-b'), newClaim('n', 'c-b')], none)).toEqual([]);
  });
});

describe('[NO4] a muted branch', () => {
  test.each(['c-a', 'c-b', 'east'])('%s: nothing under it notifies', (muted) => {
    const choices = chose('emil', { level: 'all', muted: [muted] });
    const remarks = ['Why?', 'See <@emil>'].map((text, at) =>
      comment({ commentId: `m-${at}n`, on: targetOf('c-b'), text }),
    );
    expect(notes(aDebate(), 'dana', [newClaim('n', 'c-b'), ...remarks], choices)).toEqual([]);
  });

  test('nothing else is suppressed, and decisions about the person’s own content still notify', () => {
    const choices = chose('emil', { muted: ['c-a'] });
    expect(said(notes(aDebate(), 'mona', [newClaim('n', 'c-d'), hide('c-b')], choices))).toEqual([
      'emil hidden c-b',
      'emil supported l-n',
    ]);
  });
});
const at = (text: string) => Date.parse(text);
const zoned = (zone: string, hour: number, after: string) =>
  new Date(nextAtHour(zone, hour, at(after))).toISOString();

describe('[NO7] when a mail is due', () => {
  test.each([
    // Winter, then summer in Berlin: an hour earlier by UTC from the Sunday on which clocks go forward.
    ['Europe/Berlin', 8, '2026-03-27T12:00:00Z', '2026-03-28T07:00:00.000Z'],
    ['Europe/Berlin', 8, '2026-03-28T12:00:00Z', '2026-03-29T06:00:00.000Z'],
    ['Europe/Berlin', 8, '2026-03-29T06:00:00Z', '2026-03-30T06:00:00.000Z'],
    ['Europe/Berlin', 8, '2026-10-24T12:00:00Z', '2026-10-25T07:00:00.000Z'],
    // Half past two is not shown on that day; two o'clock is three o'clock then.
    ['Europe/Berlin', 2, '2026-03-28T12:00:00Z', '2026-03-29T01:00:00.000Z'],
    // Two o'clock is shown twice: the first time counts, and only once.
    ['Europe/Berlin', 2, '2026-10-24T12:00:00Z', '2026-10-25T00:00:00.000Z'],
    ['Europe/Berlin', 2, '2026-10-25T00:00:00Z', '2026-10-26T01:00:00.000Z'],
    ['Asia/Shanghai', 8, '2026-03-28T23:59:59Z', '2026-03-29T00:00:00.000Z'],
    ['Asia/Shanghai', 8, '2026-03-29T00:00:00Z', '2026-03-30T00:00:00.000Z'],
    ['Asia/Kathmandu', 8, '2026-06-01T00:00:00Z', '2026-06-01T02:15:00.000Z'],
    ['America/St_Johns', 0, '2026-06-01T00:00:00Z', '2026-06-01T02:30:00.000Z'],
    // A day that was left out, as the date line was moved.
    ['Pacific/Apia', 8, '2011-12-29T19:00:00Z', '2011-12-30T18:00:00.000Z'],
    ['UTC', 8, '2026-12-31T08:00:00Z', '2027-01-01T08:00:00.000Z'],
  ])('%s at %i o’clock after %s', (zone, hour, after, expected) => {
    expect(zoned(zone, hour, after)).toBe(expected);
  });

  test('every day of two years has one, for every hour and in zones that change', () => {
    for (const zone of ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca']) {
      for (const hour of [0, 2, 8, 23]) {
        let when = at('2026-01-01T00:00:00Z');
        for (let day = 0; day < 730; day += 1) {
          const next = nextAtHour(zone, hour, when);
          expect(
            (next - when) / 3_600_000,
            `${zone} ${hour} ${new Date(when).toISOString()}`,
          ).toBeLessThanOrEqual(25);
          if (day > 0) expect((next - when) / 3_600_000).toBeGreaterThanOrEqual(22.5);
          when = next;
        }
      }
    }
  });

  test('at once: a minute after, and not again for ten', () => {
    const choice = { pace: 'once', zone: 'UTC', hour: 8 } as const;
    expect(mailDue(choice, 1_000_000, null)).toBe(1_060_000);
    expect(mailDue(choice, 1_000_000, 900_000)).toBe(1_500_000);
    expect(mailDue(choice, 9_000_000, 900_000)).toBe(9_060_000);
  });

  test('hourly at the full hour, and never where it is not wanted', () => {
    const choice = { pace: 'hourly', zone: 'UTC', hour: 8 } as const;
    expect(mailDue(choice, at('2026-01-01T08:00:00Z'), null)).toBe(at('2026-01-01T09:00:00Z'));
    expect(mailDue(choice, at('2026-01-01T08:59:59Z'), null)).toBe(at('2026-01-01T09:00:00Z'));
    expect(mailDue({ ...choice, pace: 'off' }, 0, null)).toBeNull();
  });

  test.each([
    ['hourly', '07:59:58', '08:00:03', '2026-01-01T09:00:00Z'],
    ['hourly', '08:30:00', '08:00:03', '2026-01-01T09:00:00Z'],
    ['hourly', '09:00:00', '08:00:03', '2026-01-01T10:00:00Z'],
    ['daily', '07:59:58', '08:00:03', '2026-01-02T08:00:00Z'],
    ['daily', '08:30:00', '08:00:03', '2026-01-02T08:00:00Z'],
    ['daily', '07:30:00', '07:00:03', '2026-01-01T08:00:00Z'],
  ] as const)('%s for one of %s, with an email at %s, not before %s', (pace, since, mailedAt, due) => {
    const choice = { pace, zone: 'UTC', hour: 8 };
    expect(mailDue(choice, at(`2026-01-01T${since}Z`), at(`2026-01-01T${mailedAt}Z`))).toBe(at(due));
  });

  test.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['eUROPE/bERLIN', 'Europe/Berlin'],
    ['UTC', 'UTC'],
    ['utc', 'UTC'],
    ['Asia/Shanghai', 'Asia/Shanghai'],
    ['+01:00', null],
    ['Nowhere/Atall', null],
    ['', null],
    ['x'.repeat(1_000), null],
  ])('%j is the time zone %s', (spelling, expected) => {
    expect(zoneNamed(spelling)).toBe(expected);
  });
});
