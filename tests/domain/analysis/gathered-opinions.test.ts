import { describe, expect, test } from 'vitest';
import { gatherOpinions, statementsOf, unpackOpinions } from '#domain/analysis/opinions/gather-opinions.ts';
import { finish } from '#domain/collections/steps.ts';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { aDebate, agree, comment, hide, merge, newClaim, unmerge } from '../../support/debate-builder.ts';
import { aFullDebate } from '../../support/full-debate.ts';
import { joinAs } from '../../support/made-people.ts';
import { vote } from '../../support/pairs/made-operations.ts';

describe('opinions that are gathered', () => {
  const plain = (state: DebateState, before: Parameters<typeof gatherOpinions>[1] = null) => {
    const { participants, statements, answers } = unpackOpinions(finish(gatherOpinions(state, before)));
    return { participants, statements, answers };
  };

  test('are those on what everyone sees, in the order in which people joined', () => {
    const debate = aFullDebate();
    debate.does(SYSTEM, joinAs('anna', 'debater'));
    debate.does('anna', vote('c-d', 'agree'));
    const { participants, statements, answers } = plain(debate.state);
    expect(statements).toEqual(['c-a', 'c-b', 'c-d', 'c-e', 'c-f', 'c-h', 'c-l', 'c-sm', 'c-u', 'c-v']);
    expect(statementsOf(debate.state)).toEqual(statements);
    const none = (...given: (readonly [string, number])[]) =>
      statements.map((id) => new Map(given).get(id) ?? null);
    expect(participants).toEqual(['dana', 'emil', 'olga', 'anna']);
    expect(answers).toEqual([
      none(['c-a', -1], ['c-b', 0]),
      none(['c-a', 1]),
      none(['c-a', 1], ['c-e', -1]),
      none(['c-d', 1]),
    ]);
  });

  test('after any change equal those that are gathered from nothing', () => {
    const debate = aFullDebate();
    let before = finish(gatherOpinions(debate.state));
    const changes = [
      () => debate.does('dana', vote('c-a', 'pass')),
      () => debate.does('emil', vote('c-e', 'agree')),
      () => debate.does('susi', vote('c-a', 'disagree')),
      () => debate.does('susi', { type: 'vote.withdraw', claimId: 'c-a' }),
      () => debate.does('olga', { type: 'vote.withdraw', claimId: 'c-e' }),
      () => debate.does('dana', newClaim('n', 'west')),
      () => debate.does('emil', agree('c-n')),
      () => debate.does('mona', merge('c-n', 'c-e')),
      () => debate.does('mona', unmerge('c-n')),
      () => debate.does('mona', hide('c-n')),
      () => debate.does('dana', comment({ commentId: 'm-n' })),
    ];
    for (const change of changes) {
      const { state } = change();
      const after = finish(gatherOpinions(state, before));
      expect(unpackOpinions(after), `${change}`).toEqual(unpackOpinions(finish(gatherOpinions(state))));
      before = after;
    }
  });

  test('of a merged claim are its own first, and those on the other one of people without', () => {
    const debate = aDebate().does('dana', newClaim('n', 'west'), newClaim('o', 'west'));
    debate
      .does('susi', vote('c-n', 'agree'), vote('c-o', 'disagree'))
      .does('olga', vote('c-o', 'pass'))
      .does('mona', merge('c-o', 'c-n'));
    const { participants, statements, answers } = plain(debate.state);
    const at = statements.indexOf('c-n');
    expect(Object.fromEntries(participants.map((id, nth) => [id, answers[nth]?.[at]]))).toEqual({
      emil: null,
      olga: 0,
      susi: 1,
    });
  });
});
