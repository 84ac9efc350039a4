import { describe, expect, test } from 'vitest';
import type { Operation } from '../../domain/debate/operations.ts';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';
import { expectAlike, twoTabs } from '../simulation/two-tabs.ts';
import { agree, cite, comment, newClaim, retract, targetOf } from '../support/debate-builder.ts';

const codes = (answers: readonly OperationAnswer[]) =>
  answers.map((answer) => (answer.ok ? 'done' : answer.rejection.code));

describe('[PA4] what waits behind a refused operation', () => {
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

  test('an hour offline: 200 operations, 50 of which do not fit any more, and each is done or explained', () => {
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
