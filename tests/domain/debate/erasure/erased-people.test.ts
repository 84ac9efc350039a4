import { describe, expect, test } from 'vitest';
import { decide } from '#domain/debate/engine/decide.ts';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { diffText } from '#domain/ot/text-change.ts';
import { createReplica, resetToSnapshot, submit } from '#domain/sync/replica.ts';
import { NOTHING_TO_UNDO } from '#domain/sync/undo-stack.ts';
import { rebaseUndoStack } from '#domain/sync/undo-steps.ts';
import { aDebate, agree, type DebateBuilder, editTo } from '#tests/support/debate-builder.ts';
import { erase, replay, without } from '#tests/support/erased-words.ts';

describe('[PD6] a page that knew the words', () => {
  /** Someone's page before and after Dana's words are erased, while what they did waits. */
  const goesOn = (...operations: Operation[]) => goesOnBeside(() => {}, ...operations);

  /** The same, where others did something before. */
  const goesOnBeside = (others: (debate: DebateBuilder) => void, ...operations: Operation[]) => {
    const debate = aDebate();
    const before = operations.reduce(
      (replica, operation, index) => submit(replica, index + 1, operation),
      createReplica(debate.projection('emil'), 'emil', decide),
    );
    others(debate);
    debate.does(SYSTEM, erase('dana'));
    const erased = replay(without('dana', debate.entries));
    return { before, after: resetToSnapshot(before, debate.projection('emil', erased), 'emil') };
  };

  test('goes on with what it has not sent, on the text without them', () => {
    const { after } = goesOn(editTo(aDebate().state, 'c-a', 'one two, or so, three'));
    expect(after.pending).toHaveLength(1);
    expect(after.view.claims.get('c-a')?.text).toBe('░░░░░░░, or so,░░░░░░');
  });

  test('puts none of them in again by what it has not sent, nor by undo', () => {
    const taken = editTo(aDebate().state, 'c-a', 'one');
    const back = { ...taken, base: 2, change: diffText('one', 'one two three') };
    const { before, after } = goesOn(taken, back);
    expect(before.view.claims.get('c-a')?.text).toBe('one two three');
    expect(after.view.claims.get('c-a')?.text).toBe('░░░░░░░░░░░░░');
    expect(JSON.stringify(after.pending)).not.toContain('two');
    const stack = { ...NOTHING_TO_UNDO, undo: [back] };
    expect(rebaseUndoStack(stack, before, after)).toEqual(NOTHING_TO_UNDO);
  });

  test('puts none of them in again though others have written beside them meanwhile', () => {
    const taken = editTo(aDebate().state, 'c-a', 'one');
    const back = { ...taken, base: 2, change: diffText('one', 'one two three') };
    const { after } = goesOnBeside(
      (debate) => debate.does('mona', editTo(debate.state, 'c-a', 'Mona: one two three')),
      taken,
      back,
    );
    expect(after.view.claims.get('c-a')?.text).toBe('Mona: ░░░░░░░░░░░░░');
    expect(JSON.stringify(after.pending)).not.toContain('two');
  });
});

describe('[PD7] an erased person', () => {
  test('is refused whatever they had asked for, and nothing is decided about them', () => {
    const debate = aDebate().does(SYSTEM, erase('emil'));
    expect(debate.state.erasedAt).toBe(debate.state.seq);
    expect(debate.refusal('emil', agree('c-b'))).toBe('removed');
    const about = { participantId: 'emil' } as const;
    for (const operation of [
      { type: 'participant.appoint', ...about, role: 'observer' },
      { type: 'participant.setMembership', ...about, membership: 'member', reason: null },
      { type: 'participant.mute', ...about, muted: true, reason: 'other' },
      { type: 'participant.rename', ...about, name: 'Emil' },
      { type: 'debate.transfer', ...about },
      { type: 'team.choose', ...about, team: 'west' },
    ] as const)
      expect(debate.refusal('olga', operation), operation.type).toBe('unknown_participant');
    expect(debate.refusal(SYSTEM, erase('emil'))).toBe('nothing_changed');
    expect(debate.refusal('olga', erase('dana'))).toBe('not_allowed');
  });

  test('was nobody’s owner', () => {
    expect(aDebate().refusal(SYSTEM, erase('olga'))).toBe('owns_debate');
  });

  test('by their name alone leaves all that was known good', () => {
    const { state } = aDebate().does(SYSTEM, erase('emil', false));
    expect(state.erasedAt).toBe(0);
    expect(state.participants.get('emil')).toMatchObject({ erased: true, membership: 'removed' });
  });
});
