import { describe, expect, test } from 'vitest';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { endedSanctions, isRenamed, isSanctioned } from '#domain/debate/participants/sanctions.ts';
import { aDebate } from '#tests/support/debate-builder.ts';
import { mute, setMembership } from '#tests/support/made-people.ts';

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
});
