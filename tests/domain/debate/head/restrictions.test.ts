import { describe, expect, test } from 'vitest';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { projectState } from '#domain/debate/engine/project.ts';
import { isTakenDown, takedownOf } from '#domain/debate/head/restrictions.ts';
import { meetingNow } from '#domain/debate/meetings/meetings.ts';
import { readParley } from '#domain/formats/parley/read-parley.ts';
import { writeParley } from '#domain/formats/parley/write-parley.ts';
import { happeningsOf, revealsIn } from '#domain/history/activity.ts';
import { DEFAULT_CHOICE } from '#domain/notifications/notification.ts';
import { projectNotification } from '#domain/notifications/project-notification.ts';
import { aDebate, meet, quickPoll, reread } from '#tests/support/debate-builder.ts';
import { later } from '#tests/support/later.ts';
import { restrict } from '#tests/support/made-people.ts';
import { PERSONAL_TYPES, SAMPLES } from '#tests/support/operation-samples.ts';
import { notesOf } from '../../../support/notified.ts';

const turn = (status: 'open' | 'closed' | 'archived') => ({ type: 'debate.setStatus', status }) as const;
const remove = (deleted: boolean) => ({ type: 'debate.delete', deleted }) as const;

describe('[AD5] a restriction by an administrator', () => {
  test('closes a debate that its owner and moderators do not open again; lifted, it is open', () => {
    const debate = aDebate().does(SYSTEM, restrict('closed'));
    expect(debate.state.head?.status).toBe('closed');
    expect(debate.refusal('dana', SAMPLES['claim.add'].operation)).toBe('debate_closed');
    for (const who of ['olga', 'mona'])
      expect(debate.refusal(who, turn('open'))).toBe('closed_by_administrator');
    debate.does(SYSTEM, restrict('closed', 'Another reason'), restrict('closed', null));
    expect(debate.state.head?.status).toBe('open');
    expect(debate.state.head).not.toHaveProperty('restrictions');
  });

  test('ends speech, polls and meeting as closing does, once; lifted, leaves them ended', () => {
    const debate = aDebate().does('olga', meet(true), quickPoll('p-o'));
    debate.does('olga', { type: 'floor.give', to: 'dana', seconds: 60 }).does('emil', { type: 'hand.raise' });
    debate.does(SYSTEM, restrict('closed'));
    expect(debate.entries.slice(-5).map(({ effect }) => effect.type)).toEqual([
      'debate.restricted',
      'hand.lowered',
      'floor.given',
      'poll.statusChanged',
      'meeting.ended',
    ]);
    const ended = debate.entries.length;
    debate.does(SYSTEM, restrict('closed', 'Another reason'), restrict('closed', null));
    expect(debate.entries.length).toBe(ended + 2);
    expect(debate.state.floor).toMatchObject({ hands: [], speaker: null });
    expect(debate.state.polls.get('p-o')?.open).toBe(false);
    expect(meetingNow(debate.state)).toBeUndefined();
  });

  test('lifted, leaves a debate closed or archived where its owner did that', () => {
    const closed = aDebate().does('olga', turn('closed'));
    closed.does(SYSTEM, restrict('closed'), restrict('closed', null));
    expect(closed.state.head?.status).toBe('closed');
    const archived = aDebate().does(SYSTEM, restrict('closed')).does('olga', turn('archived'));
    archived.does(SYSTEM, restrict('closed', null));
    expect(archived.state.head?.status).toBe('archived');
    expect(archived.refusal('olga', turn('open'))).toBeNull();
  });

  test('deletes a debate that its owner does not bring back; lifted, it is there as before', () => {
    const debate = aDebate().does(SYSTEM, restrict('deleted'));
    expect(debate.state.head?.deleted).toBe(true);
    expect(debate.refusal('olga', remove(false))).toBe('deleted_by_administrator');
    debate.does(SYSTEM, restrict('deleted', null));
    expect(debate.state.head?.deleted).toBe(false);
    const own = aDebate().does('olga', remove(true));
    own.does(SYSTEM, restrict('deleted'), restrict('deleted', null));
    expect(own.state.head?.deleted).toBe(true);
    expect(own.refusal('olga', remove(false))).toBeNull();
  });

  test('is in the moderation log without a name, and its reason is for moderators alone', () => {
    const debate = aDebate()
      .does(SYSTEM, restrict('closed', 'Insults'))
      .does(SYSTEM, restrict('closed', null));
    const bySeq = [...debate.state.moderationLog.values()].sort((a, b) => a.seq - b.seq);
    const acts = bySeq.map(({ what, by, reason, note }) => [what, by, reason, note]);
    expect(acts).toEqual([
      ['restricted', SYSTEM, 'closed', 'Insults'],
      ['unrestricted', SYSTEM, 'closed', ''],
    ]);
    debate.does(SYSTEM, restrict('closed', 'Insults'));
    const reasonFor = (audience: 'moderators' | 'readers', who: string | null) =>
      projectState(debate.state, audience, who).head?.restrictions?.closed?.reason;
    expect(reasonFor('moderators', 'olga')).toBe('Insults');
    expect(reasonFor('readers', 'dana')).toBe('');
    expect(reasonFor('readers', null)).toBe('');
    expect(JSON.stringify(projectState(debate.state, 'readers', null))).not.toContain('Insults');
    expect(reread(debate.state).head).toEqual(debate.state.head);
  });

  test('shows everyone in the activity that the debate was closed, by nobody', () => {
    const debate = aDebate().does(SYSTEM, restrict('closed'));
    const entry = debate.entries.at(-1) ?? expect.fail('no entry');
    const viewer = { seesAll: false, participantId: 'dana' };
    expect(happeningsOf(entry, debate.state, viewer, revealsIn(debate.entries))).toMatchObject([
      { what: 'closed', by: '' },
    ]);
  });

  test('stays out of files: it is this server’s', () => {
    const debate = aDebate().does(SYSTEM, restrict('closed', 'Insults'));
    const file = [...writeParley({ state: debate.state, names: new Map(), kept: [] })].join('');
    expect(JSON.parse(file).debate.head).not.toHaveProperty('restrictions');
    expect(() => readParley(new TextEncoder().encode(file))).not.toThrow();
  });
});

describe('[AD6] a debate that an administrator took down', () => {
  test.each(['hidden', 'deleted'] as const)('%s, takes nothing but being deleted', (restriction) => {
    const debate = aDebate().does(SYSTEM, restrict(restriction));
    for (const type of PERSONAL_TYPES.filter((one) => one !== 'debate.delete'))
      expect(debate.refusal('olga', SAMPLES[type].operation), type).toBe('debate_closed');
    debate.does(SYSTEM, restrict(restriction, null));
    expect(debate.refusal('dana', SAMPLES['claim.add'].operation)).toBeNull();
  });

  test('hidden, can be deleted by its owner alone', () => {
    const debate = aDebate().does(SYSTEM, restrict('hidden'));
    expect(debate.refusal('mona', remove(true))).toBe('not_allowed');
    debate.does('olga', remove(true));
    expect(debate.state.head?.deleted).toBe(true);
  });
});

describe('[AD8] the owner', () => {
  test('is notified of a restriction and of its end, also where they want to hear of nothing', () => {
    const debate = aDebate().does(SYSTEM, restrict('hidden', 'Personal data'));
    const choices = new Map([['olga', { ...DEFAULT_CHOICE, level: 'none' as const }]]);
    const [note, ...others] = notesOf(
      debate.entries.at(-1) ?? expect.fail('no entry'),
      debate.state,
      choices,
    );
    expect([note, others]).toMatchObject([{ to: 'olga', kind: 'restricted', about: 'hidden' }, []]);
    const latest = () =>
      note && projectNotification(note, projectState(debate.state, 'moderators', 'olga'), new Map());
    expect(latest()).toMatchObject({ reason: 'hidden', note: 'Personal data', on: null });
    debate.does(SYSTEM, restrict('hidden', null));
    expect(latest()).toMatchObject({ reason: 'visible', note: '' });
  });
});

test('a debate is taken down while it is hidden or deleted; of both, deletion is named', () => {
  const debate = aDebate();
  const seen = () => [isTakenDown(debate.state.head), takedownOf(debate.state.head)];
  const record = (restriction: string, reason: string, undoes: boolean) => ({
    restriction,
    reason,
    at: debate.now,
    undoes,
  });
  const after = (...given: Parameters<typeof restrict>) => {
    later(debate, 1).does(SYSTEM, restrict(...given));
    return seen();
  };
  expect(seen()).toEqual([false, null]);
  expect(after('closed', 'a')).toEqual([false, null]);
  const hidden = record('hidden', 'b', false);
  expect(after('hidden', 'b')).toEqual([true, { ...hidden, at: debate.now }]);
  const { at } = debate.state.head?.restrictions?.hidden ?? expect.fail('not hidden');
  expect(after('deleted', 'c')).toEqual([true, record('deleted', 'c', true)]);
  expect(after('deleted', null)).toEqual([true, { ...hidden, at }]);
  expect(after('hidden', null)).toEqual([false, null]);
  expect([isTakenDown(null), takedownOf(null)]).toEqual([false, null]);
  debate.does('olga', { type: 'debate.delete', deleted: true });
  expect(seen()).toEqual([true, null]);
});
