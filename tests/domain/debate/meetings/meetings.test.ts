import { describe, expect, test } from 'vitest';
import { isLive, meetingNow, meetingsOf } from '#domain/debate/meetings/meetings.ts';
import { isOnStageOnly } from '#domain/debate/meetings/spotlight.ts';
import { beginNotes, noteEntry } from '#domain/meeting/meeting-notes.ts';
import { type MeetingRecord, meetingRecord, SHOWN_CLAIMS } from '#domain/meeting/meeting-record.ts';
import {
  aDebate,
  agree,
  answer,
  articleOf,
  bring,
  citePassage,
  closePoll,
  comment,
  crossLink,
  type DebateBuilder,
  form,
  hide,
  meet,
  newClaim,
  quickPoll,
  retract,
  SOURCE,
} from '#tests/support/debate-builder.ts';
import { SAMPLES } from '#tests/support/operation-samples.ts';
import { OPEN, setAgenda, turnTo, VOTING, WRITING } from '#tests/support/phased-debate.ts';

/** The record of the last meeting, for someone who reads it now. */
function recordFor(debate: DebateBuilder, who: string | null): MeetingRecord {
  const view = debate.projection(who);
  const meeting = meetingsOf(view).at(-1) ?? expect.fail('no meeting');
  const notes = beginNotes();
  // Its `from` and `to` are numbers of an audience, not of the log.
  const types = debate.entries.map(({ effect }) => effect.type);
  const [begun, ended] = [types.lastIndexOf('meeting.started'), types.lastIndexOf('meeting.ended')];
  for (const entry of debate.entries.slice(begun + 1, ended > begun ? ended : undefined))
    noteEntry(notes, entry);
  return meetingRecord(meeting, notes, view);
}

describe('[ME1] a meeting', () => {
  test('is begun and ended by moderators, one at a time', () => {
    const debate = aDebate();
    expect(debate.refusal('dana', meet(true))).toBe('not_allowed');
    expect(debate.refusal('olga', meet(false))).toBe('nothing_changed');
    debate.does('olga', meet(true));
    expect(debate.refusal('mona', meet(true))).toBe('nothing_changed');
    expect(meetingNow(debate.projection(null))?.id).toBe('1');
    debate.now += 90_000;
    debate.does('mona', meet(false)).does('olga', meet(true));
    const [first, second] = meetingsOf(debate.projection('emil'));
    expect(first).toMatchObject({ id: '1', endedAt: (first?.startedAt ?? 0) + 90_000 });
    expect(second).toMatchObject({ id: '2', to: null, from: (first?.to ?? 0) + 1 });
  });

  test('begins with the agenda, before its first phase, and ends with it, after all it reveals', () => {
    const debate = aDebate().does('olga', setAgenda([WRITING, OPEN]), turnTo('p-write'));
    expect(debate.entries.slice(-2).map(({ effect }) => effect.type)).toEqual([
      'meeting.started',
      'agenda.phaseChanged',
    ]);
    debate.does('dana', newClaim('1', 'east')).does('mona', turnTo('p-open', 'p-write'));
    debate.now += 60_000;
    debate.does('mona', turnTo(null, 'p-open'));
    expect(debate.entries.at(-1)?.effect.type).toBe('meeting.ended');
    const [meeting, ...more] = meetingsOf(debate.projection(null));
    expect(more).toEqual([]);
    expect(meeting).toMatchObject({ id: '1', endedAt: debate.state.at });
    expect(recordFor(debate, 'emil').added.claims).toBe(1);
  });

  test('that goes on already goes on with the agenda; one that was ended by hand is not begun by its next phase', () => {
    const debate = aDebate().does('olga', meet(true), setAgenda([WRITING, OPEN]), turnTo('p-write'));
    expect(meetingsOf(debate.state).map(({ id }) => id)).toEqual(['1']);
    debate.does('olga', meet(false), turnTo('p-open', 'p-write'), turnTo(null, 'p-open'));
    expect(meetingsOf(debate.state).map(({ id, to }) => [id, to !== null])).toEqual([['1', true]]);
  });

  test('may end in a closed debate, where an earlier release left it running', () => {
    const debate = aDebate().does('olga', { type: 'debate.setStatus', status: 'closed' });
    const { meetings } = aDebate().does('olga', meet(true)).state;
    debate.state = { ...debate.state, meetings };
    debate.does('olga', meet(false));
    expect(meetingNow(debate.state)).toBeUndefined();
  });
});

/** Dana adds two claims and a comment, emil one claim; what is before and after is no part of it. */
function aMeeting(): DebateBuilder {
  return aDebate()
    .does('dana', newClaim('before', 'east'))
    .does('olga', meet(true))
    .does(
      'dana',
      newClaim('1', 'east', { positionId: 'east' }),
      newClaim('2', 'west', { positionId: 'west' }),
    )
    .does('emil', newClaim('3', 'west', { positionId: 'west' }), agree('c-1'), agree('c-2'))
    .does('emil', { type: 'vote.withdraw', claimId: 'c-2' }, crossLink('x-n', 'c-3', 'c-1'))
    .does('susi', agree('c-1'))
    .does('dana', { type: 'team.choose', participantId: 'dana', team: 'west' }, comment())
    .does('olga', meet(false))
    .does('emil', newClaim('after', 'east'));
}

describe('[ME3] a record', () => {
  test('says what was added between beginning and end', () => {
    const record = recordFor(aMeeting(), 'emil');
    expect(record.added).toEqual({ claims: 3, promoted: 0, comments: 1, links: 1, votes: 2 });
    expect(record.claims.map(({ claim }) => claim.id)).toEqual(['c-1', 'c-2', 'c-3']);
  });

  test('lists the first of many claims, and says how many more were added', () => {
    const debate = aDebate().does('olga', meet(true));
    for (let nth = 0; nth < SHOWN_CLAIMS + 3; nth += 1) debate.does('dana', newClaim(`many-${nth}`, 'east'));
    const { added, claims, moreClaims } = recordFor(debate, null);
    expect([added.claims, claims.length, moreClaims]).toEqual([SHOWN_CLAIMS + 3, SHOWN_CLAIMS, 3]);
    expect(recordFor(aMeeting(), null).moreClaims).toBe(0);
  });

  test('says what each claim replies to, in words everyone may read', () => {
    const debate = aDebate()
      .does('dana', newClaim('old', 'east'))
      .does('olga', meet(true))
      .does(
        'dana',
        newClaim('1', 'c-old', { relation: 'attack' }),
        newClaim('2', 'l-1', { relation: 'attack' }),
      )
      .does('olga', meet(false));
    const said = () => recordFor(debate, 'olga').claims.map(({ claim, repliesTo }) => [claim.id, repliesTo]);
    const text = debate.state.claims.get('c-old')?.text;
    expect(said()).toEqual([
      ['c-1', { bearing: 'attack', text }],
      ['c-2', { bearing: 'undercut', text: debate.state.claims.get('c-1')?.text }],
    ]);
    debate.does('mona', hide('c-old'));
    expect(JSON.stringify(said())).not.toContain(text);
  });

  test('says who contributed, and of how many half of it is', () => {
    const { people, half } = recordFor(aMeeting(), 'olga');
    expect(people).toEqual([
      { id: 'dana', claims: 2, comments: 1, spoken: 0 },
      { id: 'emil', claims: 1, comments: 0, spoken: 0 },
    ]);
    expect(half).toBe(1);
    const even = aDebate().does('olga', meet(true));
    for (const who of ['dana', 'emil', 'olga', 'mona']) even.does(who, newClaim(who, 'east'));
    expect(recordFor(even, 'olga').half).toBe(2);
    expect(recordFor(aDebate().does('olga', meet(true)), 'olga').half).toBeNull();
  });

  test('says how evenly positions spoke: by what they hold, and by the comments of their teams', () => {
    expect(recordFor(aMeeting(), 'olga').positions).toEqual([
      { id: 'east', claims: 1, comments: 0, spoken: 0 },
      { id: 'west', claims: 2, comments: 1, spoken: 0 },
    ]);
  });

  test('says how long people and positions had the floor, within the meeting alone', () => {
    const debate = aDebate().does('dana', { type: 'team.choose', participantId: 'dana', team: 'east' });
    const gives = (to: string | null) => ({ type: 'floor.give', to, seconds: null }) as const;
    debate.does('olga', gives('dana'));
    debate.now += 60_000;
    debate.does('olga', meet(true));
    debate.now += 30_000;
    debate.does('olga', gives('emil'));
    debate.now += 10_000;
    debate.does('olga', meet(false));
    const { people, positions, half } = recordFor(debate, 'susi');
    expect(people).toEqual([
      { id: 'dana', claims: 0, comments: 0, spoken: 30_000 },
      { id: 'emil', claims: 0, comments: 0, spoken: 10_000 },
    ]);
    expect(positions.find(({ id }) => id === 'east')?.spoken).toBe(30_000);
    expect(half).toBeNull();
  });

  test('says how stances moved, of a poll that ended in it', () => {
    const open = (pollId: string, kind: 'before' | 'after') =>
      ({ type: 'poll.open', pollId, kind, question: '', options: [], secret: false }) as const;
    const close = (pollId: string) => ({ type: 'poll.setStatus', pollId, open: false }) as const;
    const says = (pollId: string, choice: number) => ({ type: 'poll.answer', pollId, choice }) as const;
    const debate = aDebate().does('olga', open('p-b', 'before'));
    debate.does('dana', says('p-b', 0)).does('emil', says('p-b', 1)).does('olga', close('p-b'), meet(true));
    expect(recordFor(debate, 'susi').swing).toBeNull();
    debate.does('olga', open('p-a', 'after'));
    debate.does('dana', says('p-a', 1)).does('emil', says('p-a', 1)).does('olga', close('p-a'), meet(false));
    expect(recordFor(debate, 'susi').swing).toMatchObject({ people: 2, from: [1, 1, 0], to: [0, 2, 0] });
    expect(recordFor(debate.does('olga', meet(true)), 'susi').swing).toBeNull();
  });

  test('has the phases with their times, as they are called now or were then', () => {
    const debate = aDebate().does('olga', setAgenda([WRITING, OPEN]), turnTo('p-write'));
    const began = debate.state.at;
    debate.now += 60_000;
    debate.does('olga', turnTo('p-open', 'p-write'));
    const turned = debate.state.at;
    debate.does('olga', setAgenda([{ ...OPEN, title: 'Talk' }], 1));
    const { phases } = recordFor(debate, 'susi');
    expect(phases.map(({ phase, from, to }) => [phase?.title, from, to])).toEqual([
      [undefined, began, turned],
      ['Talk', turned, null],
    ]);
    debate.now += 30_000;
    debate.does('olga', turnTo(null, 'p-open'));
    expect(recordFor(debate, 'susi').phases.at(-1)?.to).toBe(debate.state.at);
  });

  test('has the polls that were opened or closed in it, as they are shown', () => {
    const debate = aDebate().does('olga', quickPoll('p-old'), closePoll('p-old'), quickPoll('p-on'));
    debate.does('olga', meet(true), quickPoll('p-q'), quickPoll('p-s', { secret: true }));
    debate.does('dana', answer('p-q', 1), answer('p-s', 1)).does('olga', closePoll('p-on'), closePoll('p-s'));
    const { polls } = recordFor(debate, 'susi');
    expect(polls.map(({ id, counts }) => [id, counts])).toEqual([
      ['p-on', [0, 0, 0]],
      ['p-q', [0, 1, 0]],
      ['p-s', null],
    ]);
  });

  test('has the sources that its claims cite, with the passages they quote', () => {
    const debate = aDebate().does('dana', { ...SOURCE, sourceId: 's-b' });
    debate.does('olga', articleOf('s-a', ['', 'Trees give shade. Shade is cool.']), meet(true));
    debate.does('dana', newClaim('1', 'east', { sources: ['s-a', 's-b'] }), newClaim('2', 'east'));
    debate.does('dana', citePassage('q-1', 'c-1', ['Trees give shade. Shade is cool.', 'Trees give']));
    debate.does('dana', { type: 'claim.cite', claimId: 'c-2', sourceId: 's-b' }).does('olga', hide('c-2'));
    const quoted = (who: string) =>
      recordFor(debate, who).quoted.map(({ source, passages, claims }) => [
        source.id,
        passages.map(({ exact }) => exact),
        claims,
      ]);
    // Hidden content cites nothing.
    for (const who of ['emil', 'olga'])
      expect(quoted(who)).toEqual(
        expect.arrayContaining([
          ['s-a', ['Trees give'], 1],
          ['s-b', [], 1],
        ]),
      );
    debate.does('olga', { type: 'content.restore', ids: ['c-2'] });
    expect(quoted('emil')[0]).toEqual(['s-b', [], 2]);
  });

  test('says who came, and what was brought from groups', () => {
    const debate = aDebate()
      .does('olga', form('a', 'dana'), meet(true))
      .does('system', { type: 'participant.join', participantId: 'nina', role: 'debater' })
      .does('olga', bring('a', 'n'));
    expect(recordFor(debate, 'olga')).toMatchObject({ came: 1, added: { claims: 1, promoted: 1 } });
  });
});

describe('[ME2] content hidden now', () => {
  test('is not in the record, and counts for nothing in it', () => {
    const debate = aMeeting().does('olga', hide('c-2'));
    // The moderator who hid it, someone else, its author.
    for (const who of ['olga', 'emil', 'dana']) {
      const record = recordFor(debate, who);
      expect(record.added, who).toMatchObject({ claims: 2, votes: 2 });
      expect(JSON.stringify(record)).not.toContain('c-2');
      expect(record.positions.find(({ id }) => id === 'west')?.claims).toBe(1);
    }
  });

  test('neither is what is gone from the board', () => {
    const debate = aMeeting().does('dana', retract('c-1'));
    expect(recordFor(debate, 'emil').claims.map(({ claim }) => claim.id)).toEqual(['c-2', 'c-3']);
    debate.does('olga', { type: 'debate.clear' });
    expect(recordFor(debate, 'olga')).toMatchObject({
      added: { claims: 0, comments: 0, links: 0, votes: 0 },
      claims: [],
      people: [],
    });
  });
});

test('[ME4] a record of an anonymous debate names nobody, and shows no number of people', () => {
  const debate = aMeeting().does('olga', { type: 'debate.configure', names: 'anonymous' });
  for (const who of ['olga', 'otto', null]) {
    const record = recordFor(debate, who);
    expect(record).toMatchObject({ people: null, half: null, came: null, added: { claims: 3, comments: 1 } });
    expect(JSON.stringify(record)).not.toMatch(/dana|emil/);
    expect(record.positions.every(({ comments, spoken }) => comments === null && spoken === 0)).toBe(true);
  }
});

test('[ME5] votes are a number, and no claim shows more than its tally', () => {
  const debate = aDebate().does('olga', meet(true)).does('susi', agree('c-a')).does('dana', agree('c-a'));
  expect(recordFor(debate, 'otto').added.votes).toBe(2);
  const view = debate.projection('otto');
  const claim = view.claims.get('c-a') ?? expect.fail('no claim');
  const silent = {
    ...view,
    claims: view.claims.set('c-a', { ...claim, tally: { agree: 1, disagree: 0, pass: 0, earlier: 0 } }),
  };
  const notes = beginNotes();
  for (const entry of debate.entries) noteEntry(notes, entry);
  const [meeting] = meetingsOf(view);
  expect(meeting && meetingRecord(meeting, notes, silent).added.votes).toBe(1);
});

test('[ME5] votes that are hidden are not shown, never 0', () => {
  const debate = aDebate().does('olga', setAgenda([VOTING, OPEN]), meet(true));
  expect(recordFor(debate, 'olga').added.votes, 'nobody voted').toBe(0);
  debate.does('olga', turnTo('p-vote')).does('dana', agree('c-a'));
  for (const who of ['olga', 'dana', null]) expect(recordFor(debate, who).added.votes).toBeNull();
  debate.does('olga', turnTo('p-open', 'p-vote'));
  expect(recordFor(debate, 'olga').added.votes).toBe(1);
  debate.does('olga', { type: 'debate.configure', ballots: 'secret' });
  debate.does('olga', { type: 'debate.setStatus', status: 'closed' });
  expect(recordFor(debate, 'olga').added.votes, 'of a secret ballot none are counted').toBeNull();
});

test('[ME5] [BL8] [PJ7] of a secret ballot, and of one for research, the number of votes is never shown', () => {
  const people = Array.from({ length: 15 }, (_, nth) => `p${nth}`);
  for (const ballots of ['secret', 'research'] as const) {
    const debate = aDebate().does('dana', newClaim('1', 'west')).does('olga', meet(true));
    debate.does('emil', { type: 'vote.withdraw', claimId: 'c-a' });
    debate.does('olga', { type: 'debate.configure', ballots });
    for (const participantId of people)
      debate
        .does('system', { type: 'participant.join', participantId, role: 'debater' })
        .does(participantId, agree('c-1'));
    debate.does('olga', { type: 'debate.setStatus', status: 'closed' });
    const { claims } = debate.projection('otto');
    expect(claims.get('c-1')?.tally.agree, 'the total is shown').toBe(15);
    for (const who of ['olga', 'p1', null]) expect(recordFor(debate, who).added.votes, ballots).toBeNull();
  }
});

test('[ME6] while it goes on, a record goes as far as the debate', () => {
  const debate = aDebate().does('olga', meet(true)).does('dana', newClaim('1', 'east'));
  expect(recordFor(debate, 'dana').added.claims).toBe(1);
  expect(recordFor(debate.does('emil', newClaim('2', 'east')), 'dana').added.claims).toBe(2);
});

describe('a meeting', () => {
  test.each<[string, (debate: DebateBuilder) => unknown, boolean]>([
    ['nothing', () => {}, false],
    ['a meeting', (debate) => debate.does('olga', meet(true)), true],
    ['a meeting that is over', (debate) => debate.does('olga', meet(true), meet(false)), false],
    ['an agenda without a phase', (debate) => debate.does('olga', setAgenda([OPEN])), false],
    [
      'the spotlight',
      (debate) => debate.does('olga', { type: 'spotlight.set', on: 'c-a', call: false }),
      true,
    ],
    ['a raised hand', (debate) => debate.does('dana', { type: 'hand.raise' }), true],
    [
      'an invitation to speak',
      (debate) => debate.does('olga', { type: 'floor.invite', participantId: 'dana' }),
      true,
    ],
    ['a speaker', (debate) => debate.does('olga', SAMPLES['floor.give'].operation), true],
  ])('is live by %s', (_, does, expected) => {
    const debate = aDebate();
    does(debate);
    expect(isLive(debate.state)).toBe(expected);
  });

  test('is the present one of several, the oldest first', () => {
    const debate = aDebate();
    expect(meetingNow(debate.state)).toBeUndefined();
    for (const live of [true, false, true]) {
      debate.now += 10;
      debate.does('olga', meet(live));
    }
    expect(meetingsOf(debate.state).map(({ id }) => id)).toEqual(['1', '2']);
    expect(meetingNow(debate.state)?.id).toBe('2');
  });

  test('shows pictures and questions on the stage only', () => {
    expect(['u-q', '*.opinions', 'c-a'].map((on) => isOnStageOnly(aDebate().state, on))).toEqual([
      true,
      false,
      false,
    ]);
  });
});
