import { describe, expect, test } from 'vitest';
import { type Effect, type LogEntry, SYSTEM } from '../../domain/debate/engine/entries.ts';
import { isModeratorOnly, may } from '../../domain/debate/engine/permissions.ts';
import { EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { isGroupTask } from '../../domain/debate/groups/groups.ts';
import { isTakenDown, takedownOf } from '../../domain/debate/head/restrictions.ts';
import { keepsOut, mayChangeProjection } from '../../domain/debate/participants/access.ts';
import { numberedName, shortNames } from '../../domain/debate/participants/namesakes.ts';
import { formatRoomCode } from '../../domain/debate/participants/room-code.ts';
import { endedSanctions, isRenamed, isSanctioned } from '../../domain/debate/participants/sanctions.ts';
import { aDebate } from '../support/debate-builder.ts';
import { newGroup } from '../support/grouped.ts';
import { later } from '../support/later.ts';
import { mute, restrict, setMembership } from '../support/made-people.ts';
import { OPERATION_TYPES } from '../support/operation-samples.ts';
import { OPEN } from '../support/phased-debate.ts';

const entryOf = (effect: Effect, actor = 'olga'): LogEntry => ({
  seq: 1,
  at: 1,
  actor,
  author: actor,
  effect,
});
const membership = (participantId: string, to: 'member' | 'removed' | 'banned'): Effect => ({
  ...{ type: 'participant.membershipChanged', participantId },
  ...{ membership: to, reason: to === 'member' ? null : 'other' },
});
const restricted = (restriction: 'closed' | 'hidden' | 'deleted', reason: string | null): Effect => ({
  ...{ type: 'debate.restricted', restriction, reason },
});

describe('an entry that keeps someone out', () => {
  test.each<[string, string | null, Effect]>([
    ['a removal', 'removed', membership('dana', 'removed')],
    ['a ban', 'banned', membership('dana', 'banned')],
    ['a return', null, membership('dana', 'member')],
    ['another’s ban', null, membership('emil', 'banned')],
    ['a deletion', 'debate_closed', { type: 'debate.deleted', deleted: true }],
    ['the end of a deletion', null, { type: 'debate.deleted', deleted: false }],
    ['a takedown', 'debate_closed', restricted('hidden', 'Spam')],
    ['a deletion by an administrator', 'debate_closed', restricted('deleted', 'Spam')],
    ['the end of one', null, restricted('hidden', null)],
    ['a debate closed by an administrator', null, restricted('closed', 'Spam')],
    ['a mute', null, { type: 'participant.muted', participantId: 'dana', muted: true, reason: 'other' }],
  ])('%s: %s', (_, expected, effect) => {
    expect(keepsOut(entryOf(effect), 'dana')).toBe(expected);
  });

  test('a deletion doesn’t keep out the owner who did it', () => {
    expect(keepsOut(entryOf({ type: 'debate.deleted', deleted: true }, 'dana'), 'dana')).toBeNull();
  });
});

describe('an entry after which earlier ones were another projection', () => {
  const joined = (participantId: string, role: 'debater' | 'moderator' | 'owner') =>
    ({ type: 'participant.joined', participantId, role }) as Effect;
  test.each<[string, boolean, Effect]>([
    ['names that are hidden', true, { type: 'debate.configured', names: 'anonymous' } as Effect],
    ['another setting', false, { type: 'debate.configured', pace: 5 } as Effect],
    [
      'a new role',
      true,
      { type: 'participant.appointed', participantId: 'dana', role: 'observer' } as Effect,
    ],
    [
      'another’s new role',
      false,
      { type: 'participant.appointed', participantId: 'emil', role: 'observer' } as Effect,
    ],
    ['a removal', true, membership('dana', 'removed')],
    ['an erasure', true, { type: 'participant.erased', participantId: 'dana' } as Effect],
    ['ownership', true, { type: 'debate.transferred', participantId: 'dana' } as Effect],
    ['another’s ownership', false, { type: 'debate.transferred', participantId: 'emil' } as Effect],
    ['joining as a debater', false, joined('dana', 'debater')],
    ['joining as a moderator', true, joined('dana', 'moderator')],
    ['another who joins as a moderator', false, joined('emil', 'moderator')],
    ['a mute', false, { type: 'participant.muted', participantId: 'dana', muted: true, reason: 'other' }],
  ])('%s: %s', (_, expected, effect) => {
    expect(mayChangeProjection(entryOf(effect), 'dana')).toBe(expected);
  });
});

describe('a person', () => {
  test('has a sanction while they are muted, removed or banned', () => {
    const debate = aDebate();
    const is = () => isSanctioned(debate.state, 'otto');
    expect([is(), isSanctioned(debate.state, 'zoe')]).toEqual([false, false]);
    const steps = [
      mute('otto', 'other'),
      mute('otto', null),
      setMembership('otto', 'removed'),
      setMembership('otto', 'banned'),
      setMembership('otto', 'member'),
    ];
    const seen = steps.map((operation) => {
      debate.does('olga', operation);
      return is();
    });
    expect(seen).toEqual([true, false, true, true, false]);
  });

  test('whom a moderator gave another name is renamed', () => {
    const debate = aDebate().does('olga', {
      type: 'participant.rename',
      participantId: 'otto',
      name: 'Otto II',
    });
    expect(['otto', 'emil'].map((id) => isRenamed(debate.state, id))).toEqual([true, false]);
    debate.does('olga', mute('emil', 'other'));
    expect(isRenamed(debate.state, 'emil')).toBe(false);
  });

  test('is free of a sanction for a time once that is over', () => {
    const debate = aDebate()
      .does('olga', { ...mute('otto', 'other'), minutes: 10 })
      .does('olga', { ...setMembership('emil', 'banned'), minutes: 60 })
      .does('olga', mute('dana', 'other'));
    const at = (minutes: number) => endedSanctions(debate.state, debate.now + minutes * 60_000);
    const unmute = mute('otto', null);
    const readmit = setMembership('emil', 'member');
    expect([at(9), at(10), at(60)]).toEqual([[], [unmute], expect.arrayContaining([unmute, readmit])]);
    expect(at(60)).toHaveLength(2);
    debate.does(SYSTEM, ...at(60));
    expect([at(60), endedSanctions(EMPTY_STATE, 1)]).toEqual([[], []]);
  });

  test('has one short name: a pseudonym, or the name with the number of a namesake', () => {
    const people = [
      { id: 'a', name: 'Ann' },
      { id: 'b', name: 'Ann' },
      { id: 'c', name: 'Cem', pseudonym: 'Grey Heron' },
    ];
    const names = shortNames(people, { get: (id) => ({ joinedAt: id === 'a' ? 2 : 1 }) });
    expect([...names]).toEqual([
      ['a', 'Ann (2)'],
      ['b', 'Ann'],
      ['c', 'Grey Heron'],
    ]);
    expect(numberedName({ name: 'Ann', number: 3 })).toBe('Ann (3)');
  });
});

test('a room code is written in two parts', () => {
  expect(formatRoomCode('abcdefgh')).toBe('abcd-efgh');
});

test('moderators alone may run operations that no other role may', () => {
  const state = aDebate().state;
  const only = OPERATION_TYPES.filter(isModeratorOnly);
  expect(only).toContain('content.hide');
  const byOthers = (['debater', 'suggester', 'observer'] as const).flatMap((role) =>
    OPERATION_TYPES.filter(
      (type) => may(state, { id: 'x', role }, type, 'x') || may(state, { id: 'x', role }, type, 'y'),
    ),
  );
  const byModerators = OPERATION_TYPES.filter((type) =>
    (['owner', 'moderator'] as const).some((role) =>
      ['x', 'y'].some((by) => may(state, { id: 'x', role }, type, by)),
    ),
  );
  expect(only).toEqual(byModerators.filter((type) => !byOthers.includes(type)));
});

test('a phase is the task of a small group if it is one of its own kind without a title', () => {
  const [group, plenary] = [newGroup().state, aDebate().state];
  const task = { ...OPEN, kind: 'other', title: '' } as const;
  expect(isGroupTask(group, task)).toBe(true);
  expect(isGroupTask(group, { ...task, title: 'Lunch' })).toBe(false);
  expect(isGroupTask(group, OPEN)).toBe(false);
  expect(isGroupTask(plenary, task)).toBe(false);
  expect(isGroupTask(EMPTY_STATE, task)).toBe(false);
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
