import { describe, expect, test } from 'vitest';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { OperationAnswer } from '#domain/sync/pending-operation.ts';
import { UNREBASABLE } from '#domain/sync/rebase-edits.ts';
import { dropAcknowledged } from '#domain/sync/replica.ts';
import { wordingEditor } from '../../simulation/tab-editor.ts';
import { expectAlike, twoTabs } from '../../simulation/two-tabs.ts';
import { agree, cite, comment, newClaim, retract, targetOf } from '../../support/debate-builder.ts';

const codes = (answers: readonly OperationAnswer[]) =>
  answers.map((answer) => (answer.ok ? 'done' : answer.rejection.code));

describe('[PA4] operations queued behind a refused one', () => {
  /** Asked without a network, one after the other; `c-a` is retracted meanwhile. */
  const asked: readonly [Operation, string][] = [
    [newClaim('n', 'c-a'), 'target_retracted'],
    [newClaim('d1', 'c-d'), 'done'],
    [newClaim('m', 'c-n'), 'unknown_target'],
    [newClaim('d2', 'c-d1'), 'done'],
    [{ type: 'claim.retract', claimId: 'c-n' }, 'unknown_claim'],
    [{ type: 'claim.restore', claimId: 'c-n' }, 'unknown_claim'],
    [comment({ on: targetOf('c-n') }), 'unknown_target'],
    [comment({ commentId: 'm-m', replyTo: 'm-n', on: targetOf('c-n') }), 'unknown_target'],
    [agree('c-n'), 'unknown_claim'],
    [cite('c-n'), 'unknown_claim'],
    [agree('c-d'), 'done'],
    [comment({ commentId: 'm-o' }), 'done'],
    [newClaim('e', 'c-m'), 'unknown_target'],
    [newClaim('f', 'east'), 'done'],
  ];

  test('is refused where it builds on that one, and done where it does not', () => {
    const { debate, dana, emil } = twoTabs();
    for (const [operation] of asked) expect(emil.asks(operation)).toBe(true);
    dana.asks(retract('c-a'));
    dana.settles();
    emil.settles();
    expect(codes(emil.answers)).toEqual(asked.map(([, code]) => code));
    dana.hears();
    expectAlike(debate, dana, emil);
  });

  test('an hour offline: 200 operations, 50 of which no longer apply, and each is done or explained', () => {
    const { debate, dana, emil } = twoTabs();
    const texts = Array.from({ length: 200 }, (_, index) => `argument ${index}`);
    for (const [index, text] of texts.entries())
      emil.asks(newClaim(`h${index}`, index % 4 === 0 ? 'c-a' : 'c-d', { text }));
    dana.asks(retract('c-a'));
    dana.settles();
    for (let round = 0; emil.replica.pending.length > 0 && round < 10; round += 1) emil.settles();
    const refused = emil.answers.filter((answer) => !answer.ok);
    expect(emil.answers).toHaveLength(200);
    expect(codes(refused)).toEqual(Array(50).fill('target_retracted'));
    expect(debate.at('c-d').map((id) => debate.text(id))).toEqual(
      texts.filter((_, index) => index % 4 !== 0),
    );
    dana.hears();
    expectAlike(debate, dana, emil);
  });

  test('is shown again as soon as what it builds on can stand, though nothing was sent yet', () => {
    const { dana, emil } = twoTabs();
    for (const operation of [newClaim('n', 'c-a'), newClaim('m', 'c-n')]) emil.asks(operation);
    dana.asks(retract('c-a'));
    dana.settles();
    emil.hears();
    expect(emil.replica.view.claims.has('c-m')).toBe(false);
    dana.asks({ type: 'claim.restore', claimId: 'c-a' });
    dana.settles();
    emil.hears();
    expect(emil.replica.view.claims.has('c-m')).toBe(true);
    emil.settles();
    expect(codes(emil.answers)).toEqual(['done', 'done']);
  });
});

describe('[SY7] [SY19] edits refused one after the other, behind one of the same text that is stored and not back yet', () => {
  /** Dana has three edits in an editor; the first is stored, and she is turned away before its entry comes. */
  function turnedAway() {
    const { debate, dana } = twoTabs();
    const editor = wordingEditor(dana, 'c-a');
    editor.holds('D1 one two three');
    editor.asks();
    const stored = dana.deliver(dana.hands());
    for (const text of ['D1 one two three D2', 'D1 one two three D2 D3']) {
      editor.holds(text);
      editor.asks();
    }
    dana.acknowledge(stored);
    const refuse = (clientSeq: number) =>
      dana.acknowledge([[clientSeq, { ok: false, rejection: { code: 'banned' } }]]);
    return { debate, dana, editor, refuse };
  }

  test('leave the row: those behind stay as they were', () => {
    const { dana, refuse } = turnedAway();
    refuse(2);
    expect(dana.text('c-a')).toBe('D1 one two three D3');
    refuse(3);
    expect(dana.text('c-a')).toBe('D1 one two three');
  });

  test('are in the editor again, each once, and the stored one is not submitted again', () => {
    const { debate, dana, editor, refuse } = turnedAway();
    refuse(2);
    refuse(3);
    dana.replica = dropAcknowledged(dana.replica);
    dana.hears();
    expect(editor.document).toBe('D1 one two three D2 D3');
    expect(editor.asks()).toBe(true);
    dana.settles();
    expect(debate.text('c-a')).toBe('D1 one two three D2 D3');
  });

  test('also where one had lost its text: it had left the row before', () => {
    const { dana } = twoTabs();
    dana.writes('c-a', 'D1 one two three');
    dana.acknowledge(dana.deliver(dana.hands()));
    dana.writes('c-a', 'D1 one two three D2');
    const [first, second] = dana.replica.pending;
    if (!first || !second || second.operation.type !== 'claim.edit') throw new Error('Two edits wait');
    const lost = { ...second, operation: { ...second.operation, base: UNREBASABLE } };
    dana.replica = { ...dana.replica, pending: [first, lost] };
    dana.acknowledge([[2, { ok: false, rejection: { code: 'base_too_old' } }]]);
    expect(dana.text('c-a')).toBe('D1 one two three');
  });
});
