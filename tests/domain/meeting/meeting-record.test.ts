import { describe, expect, test } from 'vitest';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { type MeetingRecord, SHOWN_PASSAGES } from '#domain/meeting/meeting-record.ts';
import {
  aDebate,
  agree,
  answer,
  articleOf,
  bring,
  cite,
  citePassage,
  closePoll,
  comment,
  crossLink,
  type DebateBuilder,
  form,
  hide,
  meet,
  merge,
  newClaim,
  quickPoll,
  retract,
  SOURCE,
  split,
  targetOf,
} from '../../support/debate-builder.ts';
import { later } from '../../support/later.ts';
import { ask, markAnswered } from '../../support/made-questions.ts';
import { addTask } from '../../support/made-tasks.ts';
import { OPEN, setAgenda, turnTo, WRITING } from '../../support/phased-debate.ts';
import { recordOf } from '../../support/record-of.ts';

const MINUTE = 60_000;
const ARTICLE = 'Trees give shade. Shade is cool.';

/** A record in which everything is shown by its id. */
function recordById({
  added,
  phases,
  polls,
  questions,
  tasks,
  quoted,
  claims,
  people,
  half,
  came,
  positions,
}: MeetingRecord) {
  return {
    added,
    phases: phases.map(({ phase, from, to }) => [phase?.id ?? null, from, to]),
    polls: polls.map(({ id }) => id),
    questions: questions.map(({ id }) => id),
    tasks: tasks.map(({ id }) => id),
    quoted: quoted.map(({ source, passages, claims: citing }) => [
      source.id,
      passages.map(({ exact }) => exact),
      citing,
    ]),
    claims: claims.map(({ claim, repliesTo }) => [claim.id, repliesTo?.bearing, repliesTo?.text]),
    people,
    half,
    came,
    positions,
  };
}

/** A debate with sources, an agenda, a group, a poll and tasks, before its meeting. */
function beforeMeeting(): DebateBuilder {
  return aDebate()
    .does(
      'dana',
      { ...SOURCE, sourceId: 's-b', title: 'Another' },
      { ...SOURCE, sourceId: 's-c', title: 'B' },
      agree('c-d'),
      ask('u-0', 'Before it?'),
    )
    .does(
      'olga',
      articleOf('s-a', ['', ARTICLE]),
      setAgenda([WRITING, OPEN]),
      form('m', 'dana'),
      quickPoll('p-old'),
    )
    .does(
      'olga',
      addTask('t-1', 'claims', 1, { phaseId: 'p-open' }),
      addTask('t-2', 'votes', 2, { phaseId: 'p-write' }),
      addTask('t-3'),
    )
    .does('dana', { type: 'team.choose', participantId: 'dana', team: 'west' });
}

/** A meeting with a silent phase, in which everything happens that a record tells of. */
function aRichMeeting(): DebateBuilder {
  const debate = beforeMeeting();
  const next = (who: string, ...operations: readonly Operation[]) =>
    later(debate, MINUTE).does(who, ...operations);
  next('olga', turnTo('p-write'));
  next('dana', newClaim('s', 'west', { text: 'silent', positionId: 'west', sources: ['s-b'] }));
  next('olga', turnTo('p-open', 'p-write'));
  next('emil', newClaim('1', 'c-a', { relation: 'attack', sources: ['s-a', 's-b'] }), ask('u-1', 'Why now?'));
  next(
    'emil',
    citePassage('q-1', 'c-1', [ARTICLE, 'Trees give']),
    citePassage('q-2', 'c-1', [ARTICLE, 'cool']),
  );
  next('olga', newClaim('2', 'l-1', { relation: 'attack' }), newClaim('3', 'east'), bring('m', 'p', 'east'));
  next('dana', comment({ commentId: 'm-1', on: targetOf('c-1') }), comment({ commentId: 'm-2' }));
  next(
    'dana',
    { type: 'comment.withdraw', commentId: 'm-2' },
    { type: 'vote.withdraw', claimId: 'c-d' },
    agree('c-1'),
  );
  next('susi', agree('c-1'), agree('c-3'), { type: 'vote.withdraw', claimId: 'c-3' });
  next('emil', crossLink('x-1', 'c-1', 'c-d'), crossLink('x-2', 'c-1', 'west'), {
    type: 'link.retract',
    linkId: 'x-2',
  });
  next('dana', cite('c-a', 's-a'), citePassage('q-3', 'c-a', [ARTICLE, 'Trees give']), cite('c-u', 's-c'));
  next(
    'mona',
    split('c-b', ['four five six', 'four'], { key: 'half', text: 'five six' }),
    markAnswered('u-q'),
  );
  next('olga', quickPoll('p-n'), closePoll('p-n'), newClaim('4', 'west'), newClaim('5', 'c-d'));
  next('emil', answer('p-old', 1));
  next('olga', { type: 'floor.give', to: 'susi', seconds: null });
  next('olga', { type: 'floor.give', to: null, seconds: null }, retract('c-4'), merge('c-5', 'c-1'));
  next('system', { type: 'participant.join', participantId: 'nina', role: 'debater' });
  next('dana', retract('c-u'));
  next('olga', turnTo(null, 'p-open'));
  return debate;
}

describe('[ME3] the record of a meeting in which everything happens', () => {
  const at = (minutes: number) => 1_000 + minutes * MINUTE;

  test('has all of it, as it stands now', () => {
    expect(recordById(recordOf(aRichMeeting(), 'otto'))).toEqual({
      added: { claims: 7, promoted: 1, comments: 1, links: 1, votes: 2 },
      phases: [
        ['p-write', at(1), at(3)],
        ['p-open', at(3), at(19)],
      ],
      polls: ['p-n'],
      questions: ['u-1', 'u-q'],
      tasks: ['t-1', 't-2'],
      quoted: [
        ['s-a', ['Trees give', 'cool'], 2],
        ['s-b', [], 2],
      ],
      claims: [
        ['c-s', 'support', 'West'],
        ['c-1', 'attack', 'one two three'],
        ['c-2', 'undercut', 'claim 1'],
        ['c-3', 'support', 'East'],
        ['c-p', 'support', 'East'],
        ['c-half', 'support', 'one two three'],
      ],
      people: [
        { id: 'olga', claims: 4, comments: 0, spoken: 0 },
        { id: 'dana', claims: 1, comments: 1, spoken: 0 },
        { id: 'emil', claims: 2, comments: 0, spoken: 0 },
        { id: 'susi', claims: 0, comments: 0, spoken: MINUTE },
      ],
      half: 1,
      came: 1,
      positions: [
        { id: 'east', claims: 0, comments: 0, spoken: 0 },
        { id: 'west', claims: 1, comments: 1, spoken: 0 },
      ],
    });
  });

  test('counts neither what is hidden now, nor in an anonymous debate any people', () => {
    const debate = aRichMeeting().does('mona', hide('c-1', 'c-s'));
    const { added, claims, quoted, people } = recordById(recordOf(debate, 'olga'));
    expect(added).toEqual({ claims: 3, promoted: 1, comments: 0, links: 0, votes: 0 });
    expect(claims).toEqual([
      ['c-3', 'support', 'East'],
      ['c-p', 'support', 'East'],
      ['c-half', 'support', 'one two three'],
    ]);
    expect(quoted).toEqual([['s-a', ['Trees give'], 1]]);
    expect(people?.map(({ id }) => id)).toEqual(['olga', 'emil', 'susi']);
    debate.does('olga', { type: 'debate.configure', names: 'anonymous' });
    expect(recordById(recordOf(debate, 'olga'))).toMatchObject({
      people: null,
      half: null,
      came: null,
      added,
    });
  });

  test('[ME3] [RO7] counts no one who came back during it, nor an entry in which an older release recorded that', () => {
    const debate = aDebate();
    debate.now += MINUTE;
    debate.does('olga', meet(true));
    const out = { type: 'participant.setMembership', participantId: 'emil', membership: 'removed' } as const;
    debate.does('olga', { ...out, reason: 'other' });
    debate.does('system', { type: 'participant.join', participantId: 'emil', role: 'debater' });
    expect(recordOf(debate, 'dana').came).toBe(0);
    debate.does('system', { type: 'participant.join', participantId: 'nina', role: 'debater' });
    expect(recordOf(debate, 'dana').came).toBe(1);
    const seq = debate.state.seq + 1;
    const effect = { type: 'participant.joined', participantId: 'emil', role: 'debater' } as const;
    const entry = { seq, at: debate.now, actor: 'system', author: 'emil', effect };
    debate.state = evolveAll(debate.state, [entry]);
    debate.entries.push(entry);
    expect(recordOf(debate, 'dana').came).toBe(1);
  });

  test('counts a vote on a merged claim for the claim it was merged into, once for each person', () => {
    const debate = aDebate()
      .does('olga', meet(true))
      .does('dana', newClaim('1', 'west'), newClaim('2', 'west'));
    debate
      .does('susi', agree('c-1'), agree('c-2'))
      .does('emil', agree('c-2'))
      .does('mona', merge('c-2', 'c-1'));
    expect(recordOf(debate, 'otto').added.votes).toBe(2);
  });
});

test('[BL9] a citation from a blind phase is in the record of the meeting that reveals it, not of that in which it was written', () => {
  const writing = () => {
    const debate = aDebate().does('olga', articleOf('s-a', ['', ARTICLE]), setAgenda([WRITING, OPEN]));
    debate.does('olga', turnTo('p-write'));
    later(debate, MINUTE).does('dana', newClaim('1', 'west'), citePassage('q-1', 'c-1', [ARTICLE, 'cool']));
    return later(debate, MINUTE);
  };
  const debate = writing().does('olga', meet(false));
  later(debate, MINUTE).does('olga', turnTo('p-open', 'p-write'));
  expect(recordById(recordOf(debate, 'dana'))).toMatchObject({ added: { claims: 0 }, quoted: [] });
  const revealed = writing().does('olga', turnTo('p-open', 'p-write'));
  expect(recordById(recordOf(revealed, 'otto')).quoted).toEqual([['s-a', ['cool'], 1]]);
});

test('[PO9] a prepared poll is in the record of the meeting that opens it, not of that in which it was prepared', () => {
  const debate = aDebate().does('olga', meet(true), quickPoll('p-n', { prepared: true }), meet(false));
  debate.does('olga', { type: 'poll.setStatus', pollId: 'p-n', open: true });
  expect(recordById(recordOf(debate, 'otto')).polls).toEqual([]);
  debate.does('olga', quickPoll('p-m', { prepared: true }), meet(true));
  debate.does('olga', { type: 'poll.setStatus', pollId: 'p-m', open: true });
  expect(recordById(recordOf(debate, 'otto')).polls).toEqual(['p-m']);
});

test('[ME2] [ME4] the record of an anonymous debate is the same for a moderator who commented in it as for everyone', () => {
  const debate = aDebate().does('olga', meet(true));
  for (const [who, team] of [
    ['dana', 'west'],
    ['olga', 'east'],
  ] as const)
    debate
      .does(who, { type: 'team.choose', participantId: who, team })
      .does(who, comment({ commentId: `m-${who}` }));
  debate.does('olga', { type: 'debate.configure', names: 'anonymous' });
  const [own, ...others] = ['olga', 'dana', 'mona', null].map((who) => recordById(recordOf(debate, who)));
  expect(own).toMatchObject({ added: { comments: 2 }, positions: [{ comments: null }, { comments: null }] });
  for (const other of others) expect(other).toEqual(own);
});

test('[ME3] of a source from which very many passages are quoted, the record has the first and how many more there are', () => {
  const words = Array.from({ length: SHOWN_PASSAGES + 5 }, (_, nth) => `word${nth}.`);
  const text = words.join(' ');
  const debate = aDebate().does('olga', articleOf('s-a', ['', text]), meet(true));
  for (const [nth, word] of words.entries()) {
    const key = `${Math.floor(nth / 10)}`;
    if (nth % 10 === 0) debate.does('dana', newClaim(key, 'west'));
    debate.does('dana', citePassage(`q-${nth}`, `c-${key}`, [text, word]));
  }
  debate.does('dana', newClaim('again', 'west'), citePassage('q-again', 'c-again', [text, 'word0.']));
  const { quoted } = recordOf(debate, 'otto');
  expect(quoted.map(({ passages }) => passages.map(({ exact }) => exact))).toEqual([
    words.slice(0, SHOWN_PASSAGES),
  ]);
  expect(quoted).toMatchObject([{ claims: 7, morePassages: 5 }]);
});
