import { describe, expect, test } from 'vitest';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { audienceOf, projectEntries } from '#domain/debate/engine/project.ts';
import { OPERATIONS } from '#domain/debate/engine/registry.ts';
import { runningAgenda } from '#domain/debate/phases/phases.ts';
import { hasResults } from '#domain/debate/polls/polls.ts';
import {
  aDebate,
  agree,
  answer,
  closePoll,
  type DebateBuilder,
  editTo,
  hide,
  lock,
  newClaim,
  quickPoll,
  SOURCE,
  seal,
  stancePoll,
} from '#tests/support/debate-builder.ts';
import { conclude } from '#tests/support/made-conclusion.ts';
import { ask } from '#tests/support/made-questions.ts';
import { PERSONAL_TYPES, prepareSample, SAMPLES, samplerOf } from '#tests/support/operation-samples.ts';
import { setAgenda, turnTo, WRITING } from '#tests/support/phased-debate.ts';

const turn = (status: 'open' | 'closed' | 'archived') => ({ type: 'debate.setStatus', status }) as const;
const remove = (deleted: boolean) => ({ type: 'debate.delete', deleted }) as const;

const speak = (debate: DebateBuilder) => {
  debate.does('olga', { type: 'floor.give', to: 'dana', seconds: 60 });
  debate.now += 10_000;
  return debate.does('olga', { type: 'floor.give', to: null, seconds: null });
};

/** Operations that a closed debate refuses. */
const STOPPED = PERSONAL_TYPES.filter((type) => OPERATIONS[type].whenClosed === 'refuse');

/** When the debate is closed, hands are lowered and polls close. */
const ENDED_BY_CLOSING = new Map<string, string>([
  ['hand.lower', 'nothing_changed'],
  ['poll.answer', 'poll_closed'],
]);

describe('[LI1] a debate that is not open', () => {
  test.each(['closed', 'archived'] as const)('%s, takes nothing that is written or voted', (status) => {
    for (const type of STOPPED) {
      const { operation } = SAMPLES[type];
      const debate = prepareSample(aDebate(), type);
      const who = samplerOf(type);
      debate.does('mona', turn(status));
      expect(debate.refusal(who, operation), type).toBe('debate_closed');
      debate.does('mona', turn('open'));
      expect(debate.refusal(who, operation), type).toBe(ENDED_BY_CLOSING.get(type) ?? null);
    }
  });

  test('stops everything that plain participants may submit, except reports, declining to speak and hiding one’s own votes', () => {
    const theirs = PERSONAL_TYPES.filter((type) => OPERATIONS[type].roles.includes('debater'));
    expect(theirs.filter((type) => !STOPPED.includes(type))).toEqual([
      'perspective.show',
      'report.make',
      'report.withdraw',
      'floor.uninvite',
    ]);
  });

  test('[PO19] closes its open polls, and leaves them closed once it is open again', () => {
    const debate = aDebate().does('olga', quickPoll('p-o'), stancePoll('p-m', 'before'));
    debate.does('olga', { ...quickPoll('p-later'), prepared: true });
    debate.does('dana', answer('p-o', 1)).does('olga', quickPoll('p-c'), closePoll('p-c'));
    const seqOfClosed = debate.state.polls.get('p-c')?.statusSeq;
    debate.does('mona', turn('closed'));
    expect([...debate.state.polls.values()].filter(({ open }) => open)).toEqual([]);
    expect(debate.state.polls.get('p-c')?.statusSeq).toBe(seqOfClosed);
    expect(debate.state.polls.get('p-later')?.prepared).toBe(true);
    expect(hasResults(debate.state)).toBe(true);
    const again = { type: 'poll.setStatus', pollId: 'p-o', open: true } as const;
    expect(debate.refusal('olga', again)).toBe('debate_closed');
    debate.does('mona', turn('open'));
    expect(debate.state.polls.get('p-o')?.open).toBe(false);
    expect(debate.refusal('olga', again)).toBeNull();
  });

  test('[PO19] opens no poll by turning to its phase', () => {
    const phase = { ...WRITING, id: 'p-poll', kind: 'opening_poll' } as const;
    const debate = aDebate().does('olga', setAgenda([phase]), turn('closed'), turnTo(phase.id));
    expect(debate.state.polls.size).toBe(0);
  });

  test('[AG5] runs no phase and no timer before it is open again', () => {
    const debate = aDebate().does('olga', setAgenda([WRITING]), turnTo(WRITING.id));
    expect(runningAgenda(debate.state)).toBe(debate.state.agenda);
    debate.does('olga', turn('archived'));
    expect(runningAgenda(debate.state)).toBeNull();
    debate.does('olga', turn('open'));
    expect(runningAgenda(debate.state)?.at).toBe(WRITING.id);
  });

  test('lets the server finish what was being written', () => {
    const debate = aDebate();
    debate.does('dana', editTo(debate.state, 'c-a', 'two')).does('olga', turn('closed'));
    expect(debate.refusal(SYSTEM, seal('c-a'))).toBeNull();
  });

  test('keeps the time since when', () => {
    const debate = aDebate();
    debate.now = 7_000;
    debate.does('mona', turn('archived'));
    expect(debate.state.head).toMatchObject({ status: 'archived', statusChangedAt: 7_000 });
    expect(debate.refusal('olga', { type: 'debate.setVisibility', visibility: 'private' })).toBeNull();
  });
});

describe('[LI2] deleting', () => {
  test('is the owner’s, and what is deleted takes nothing but being brought back', () => {
    const debate = aDebate();
    for (const who of ['mona', 'dana', 'otto']) expect(debate.refusal(who, remove(true))).toBe('not_allowed');
    debate.does('olga', turn('closed'), remove(true));
    for (const type of PERSONAL_TYPES.filter((one) => one !== 'debate.delete'))
      expect(debate.refusal('olga', SAMPLES[type].operation), type).toBe('debate_closed');
    expect(debate.refusal('mona', remove(false))).toBe('not_allowed');
    debate.does('olga', remove(false));
    expect(debate.state.head).toMatchObject({ status: 'closed', deleted: false });
  });
});

describe('[LI3] clearing', () => {
  test('leaves motion, positions, their summaries and people, and nothing else', () => {
    const debate = aDebate().does('olga', SAMPLES['summary.edit'].operation);
    const { head, participants } = debate.state;
    debate.does('olga', { type: 'debate.clear' });
    const { claims, links, sources, comments, votes, positions, histories } = debate.state;
    expect([claims, links, sources, comments, votes].map(({ size }) => size)).toEqual([0, 0, 0, 0, 0]);
    expect(debate.state.head).toBe(head);
    expect(debate.state.participants).toBe(participants);
    expect(positions.get('east')?.summary).toBe('Where it dawns');
    expect([...histories.keys()]).toEqual(['east']);
  });

  test('takes with it what was done to claims and comments; locks of positions and of the debate stay', () => {
    const debate = aDebate()
      .does('mona', hide('c-b'), lock('c-a'), lock('east'), lock('*'))
      .does('olga', { type: 'debate.clear' });
    const { hidden, locks, moderationLog } = debate.state;
    expect(hidden.size).toBe(0);
    expect([...locks.keys()].sort()).toEqual(['*', 'east']);
    expect([...moderationLog.values()].flatMap(({ on }) => on).sort()).toEqual(['*', 'east']);
  });

  test.each<[string, (debate: DebateBuilder) => DebateBuilder]>([
    ['a claim', (debate) => debate.does('dana', SOURCE, newClaim('n', 'east'))],
    ['a poll', (debate) => debate.does('olga', quickPoll('p-n'), closePoll('p-n'))],
    ['a question', (debate) => debate.does('dana', ask('u-n'))],
    ['a conclusion', (debate) => debate.does('olga', conclude())],
    ['a speech', speak],
  ])('is possible again once there is %s', (_, write) => {
    const clear = { type: 'debate.clear' } as const;
    const debate = aDebate().does('olga', clear);
    expect(debate.refusal('olga', clear)).toBe('nothing_changed');
    write(debate).does('olga', clear);
    expect(debate.refusal('olga', clear)).toBe('nothing_changed');
  });

  test('is not for polls that are still to be asked', () => {
    const debate = aDebate().does('olga', { type: 'debate.clear' }, quickPoll('p-n', { prepared: true }));
    expect(debate.refusal('olga', { type: 'debate.clear' })).toBe('nothing_changed');
    expect(debate.state.polls.size).toBe(1);
  });

  test('hidden content is in no frame that reports the clearing', () => {
    const debate = aDebate();
    const before = debate.entries.length;
    debate
      .does('dana', newClaim('s', 'east', { text: 'A secret' }))
      .does('olga', hide('c-s'), { type: 'debate.clear' })
      .does('dana', newClaim('t', 'east', { text: 'Anew' }));
    const entries = debate.entries.slice(before);
    for (const audience of ['moderators', 'debaters', 'readers', 'stage'] as const) {
      const sent = JSON.stringify(projectEntries(entries, debate.state, audience));
      expect(sent).not.toContain('A secret');
      expect(sent).toContain('Anew');
    }
  });

  test('pending operations are refused, and the board continues from there', () => {
    const debate = aDebate().does('olga', { type: 'debate.clear' });
    expect(debate.refusal('emil', agree('c-a'))).toBe('unknown_claim');
    expect(debate.refusal('dana', newClaim('n', 'c-a'))).toBe('unknown_target');
    debate.does('dana', SOURCE, newClaim('a', 'east')).does('emil', agree('c-a'));
    expect(debate.state.claims.get('c-a')?.tally.agree).toBe(1);
  });
});

test('[LI4] only the owner chooses who may read', () => {
  const show = { type: 'debate.setVisibility', visibility: 'private' } as const;
  const debate = aDebate();
  for (const who of ['mona', 'dana', 'otto']) expect(debate.refusal(who, show)).toBe('not_allowed');
  debate.does('olga', show);
  expect(debate.state.head?.visibility).toBe('private');
  expect(debate.refusal('olga', show)).toBe('nothing_changed');
});

describe('[IN1] joining once more', () => {
  const join = (participantId: string, role: 'moderator' | 'debater' | 'observer') =>
    ({ type: 'participant.join', participantId, role }) as const;

  test('raises a role and never lowers it; when one joined stays', () => {
    const debate = aDebate();
    const joinedAt = debate.state.participants.get('otto')?.joinedAt;
    debate.now += 50;
    debate.does(SYSTEM, join('otto', 'moderator'));
    expect(debate.state.participants.get('otto')).toMatchObject({ role: 'moderator', joinedAt });
    expect(audienceOf(debate.state.participants.get('otto')?.role ?? null)).toBe('moderators');
    for (const lower of ['moderator', 'debater', 'observer'] as const)
      expect(debate.refusal(SYSTEM, join('otto', lower))).toBe('already_joined');
    expect(debate.refusal(SYSTEM, join('olga', 'moderator'))).toBe('already_joined');
  });
});
