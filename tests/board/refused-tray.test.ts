import { describe, expect, test } from 'vitest';
import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import type { BoardStore } from '../../app/_board/core/store/board-store.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import { builtOn, gatherRefused } from '../../app/_board/features/rejections/gather-refused.ts';
import { isAlreadySo, placeable, restoringFirst } from '../../app/_board/features/rejections/ways-on.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { RejectionCode } from '../../domain/debate/engine/rejections.ts';
import { packOutbox, type RefusedOperation } from '../../domain/sync/outbox.ts';
import { RULES } from '../../domain/sync/rules.ts';
import {
  aDebate,
  agree,
  comment,
  crossLink,
  type DebateBuilder,
  editTo,
  merge,
  move,
  newClaim,
  restore,
  retract,
  targetOf,
  unmerge,
} from '../support/debate-builder.ts';

const refusals = (...asked: [Operation, RejectionCode][]): RefusedOperation[] =>
  asked.map(([operation, code], index) => ({ clientSeq: index + 1, operation, rejection: { code } }));

/** A board that shows a debate to someone, with what was refused to them before. */
function boardOf(debate: DebateBuilder, who: string, refused: readonly RefusedOperation[]): BoardStore {
  const page = { debateId: 'a-debate', participantId: who, people: [] };
  const store = createBoardStore(page, debate.projection(who), silentTransport());
  store.enableRules(RULES);
  const { replica } = store.state();
  const kept = packOutbox('a-debate', replica, { id: 'tab-1', seq: refused.length }, refused);
  if (kept) store.resume(kept);
  return store;
}

describe('refusals are gathered by what stands in their way', () => {
  test('operations on a refused argument go with it; an edit of a claim’s link goes with the claim', () => {
    const debate = aDebate().does('dana', retract('c-a'));
    const refused = refusals(
      [newClaim('n', 'c-a'), 'target_retracted'],
      [agree('c-d'), 'not_allowed'],
      [newClaim('m', 'c-n'), 'unknown_target'],
      [comment({ on: targetOf('c-m') }), 'unknown_target'],
      [newClaim('o', 'l-a', { relation: 'attack' }), 'target_retracted'],
      [move('c-d', 'c-a'), 'target_retracted'],
      [move('c-a', 'c-d'), 'claim_retracted'],
      [{ type: 'debate.edit', title: 'New' }, 'not_allowed'],
    );
    const groups = gatherRefused(refused, debate.state);
    expect(groups.map(({ key, items }) => [key, items.map(({ clientSeq }) => clientSeq)])).toEqual([
      ['c-a', [1, 3, 4, 5, 6, 7]],
      ['c-d', [2]],
      ['', [8]],
    ]);
    expect(groups.map(({ about }) => about?.kind)).toEqual(['claim', 'claim', undefined]);
  });

  test('replies to something that no longer exists are grouped by its id', () => {
    const [group] = gatherRefused(refusals([newClaim('n', 'c-?'), 'unknown_target']), aDebate().state);
    expect(group).toMatchObject({ key: 'c-?', about: null });
  });
});

test('operations on a refused argument, direct or not, follow it to its new place', () => {
  const refused = refusals(
    [newClaim('n', 'c-a'), 'target_retracted'],
    [newClaim('other', 'c-a'), 'target_retracted'],
    [newClaim('m', 'c-n'), 'unknown_target'],
    [agree('c-m'), 'unknown_claim'],
    [newClaim('o', 'l-n', { relation: 'attack' }), 'unknown_target'],
    [crossLink('x-n', 'c-n', 'c-b'), 'unknown_claim'],
    [comment({ on: targetOf('c-o') }), 'unknown_target'],
    [agree('c-other'), 'unknown_claim'],
  );
  const [first] = refused as [RefusedOperation];
  const { state } = aDebate().does('dana', retract('c-a'));
  expect(builtOn(first, refused, state).map(({ clientSeq }) => clientSeq)).toEqual([3, 4, 5, 6, 7]);
});

describe('ways on', () => {
  const debate = () =>
    aDebate().does('dana', retract('c-a')).does('emil', { type: 'link.retract', linkId: 'x-a' });
  const [under] = refusals([newClaim('n', 'c-a'), 'target_retracted']) as [RefusedOperation];

  test('retracted content is restored first, by people who may', () => {
    expect(restoringFirst(under, boardOf(debate(), 'dana', []).state())).toEqual(restore('c-a'));
    expect(restoringFirst(under, boardOf(debate(), 'mona', []).state())).toEqual(restore('c-a'));
    expect(restoringFirst(under, boardOf(debate(), 'emil', []).state())).toBeNull();
    expect(restoringFirst(under, boardOf(aDebate(), 'dana', []).state())).toBeNull();
    const [onLink] = refusals([newClaim('n', 'x-a', { relation: 'attack' }), 'link_retracted']);
    if (onLink)
      expect(restoringFirst(onLink, boardOf(debate(), 'emil', []).state())).toEqual({
        type: 'link.restore',
        linkId: 'x-a',
      });
  });

  test('a merge is undone first, by moderators', () => {
    const [edit] = refusals([editTo(aDebate().state, 'c-a', 'new'), 'claim_merged']);
    const merged = aDebate().does('olga', merge('c-a', 'c-d'));
    if (!edit) throw new Error('There is one');
    expect(restoringFirst(edit, boardOf(merged, 'mona', []).state())).toEqual(unmerge('c-a'));
    expect(restoringFirst(edit, boardOf(merged, 'dana', []).state())).toBeNull();
  });

  test.each<[Operation, RejectionCode, boolean]>([
    [retract('c-a'), 'claim_retracted', true],
    [editTo(aDebate().state, 'c-a', 'new'), 'claim_retracted', false],
    [editTo(aDebate().state, 'c-a', 'new'), 'nothing_changed', true],
    [crossLink('x-n', 'c-d', 'c-a'), 'duplicate_link', true],
    [move('c-d', 'c-b'), 'duplicate_link', false],
  ])('recognizes that someone was only faster: %j, %s', (operation, code, expected) => {
    const [one] = refusals([operation, code]);
    expect(one && isAlreadySo(one)).toBe(expected);
  });

  test('an argument, a wording and a comment can stand elsewhere; a vote cannot, nor what is too long', () => {
    const place = (operation: Operation, code: RejectionCode) =>
      refusals([operation, code]).map((one) => placeable(one, 'words'))[0];
    expect(place(newClaim('n', 'c-a', { relation: 'attack' }), 'target_retracted')).toMatchObject({
      kind: 'argument',
      claim: { text: 'claim n', relation: 'attack' },
    });
    expect(place(editTo(aDebate().state, 'c-a', 'new'), 'claim_retracted')).toMatchObject({
      claim: { text: 'words' },
    });
    expect(place(comment(), 'unknown_target')).toMatchObject({ kind: 'comment', text: 'words' });
    expect(place(agree('c-a'), 'claim_retracted')).toBeNull();
    expect(place(newClaim('n', 'c-a'), 'text_too_long')).toBeNull();
  });
});

describe('trying again', () => {
  const refused = refusals(
    [newClaim('n', 'c-a'), 'target_retracted'],
    [newClaim('m', 'c-n'), 'unknown_target'],
    [move('c-d', 'c-b'), 'duplicate_link'],
  );

  test('restores first, then asks in the order it was first asked in; what still may not be stays with its reason', () => {
    const store = boardOf(aDebate().does('dana', retract('c-a')), 'dana', refused);
    expect(store.refusals.retry([1, 2, 3], restore('c-a'))).toBe(2);
    const { replica, refused: left } = store.state();
    expect(replica.pending.map(({ operation }) => operation.type)).toEqual([
      'claim.restore',
      'claim.add',
      'claim.add',
    ]);
    expect(left.map(({ clientSeq, rejection }) => [clientSeq, rejection.code])).toEqual([
      [3, 'duplicate_link'],
    ]);
    expect(new Set(replica.pending.map(({ clientSeq }) => clientSeq)).size).toBe(3);
  });

  test('leaves alone what was not named', () => {
    const store = boardOf(aDebate(), 'dana', refused);
    expect(store.refusals.retry([1])).toBe(1);
    expect(store.state().refused.map(({ clientSeq }) => clientSeq)).toEqual([2, 3]);
    store.refusals.dismiss([2, 3]);
    expect(store.state().refused).toEqual([]);
  });
});
