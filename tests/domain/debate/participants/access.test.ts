import { describe, expect, test } from 'vitest';
import type { Effect, LogEntry } from '#domain/debate/engine/entries.ts';
import { keepsOut, mayChangeProjection } from '#domain/debate/participants/access.ts';

const entryOf = (effect: Effect, actor = 'olga'): LogEntry => ({
  seq: 1,
  at: 1,
  actor,
  author: actor,
  effect,
});
const membership = (participantId: string, to: 'member' | 'removed' | 'banned'): Effect => ({
  type: 'participant.membershipChanged',
  participantId,
  membership: to,
  reason: to === 'member' ? null : 'other',
});
const restricted = (restriction: 'closed' | 'hidden' | 'deleted', reason: string | null): Effect => ({
  type: 'debate.restricted',
  restriction,
  reason,
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
