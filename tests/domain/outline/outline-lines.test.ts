import { describe, expect, test } from 'vitest';
import { crossReferences } from '#domain/outline/endnotes.ts';
import { changedLines } from '#domain/outline/outline-changes.ts';
import { outlineTree } from '#domain/outline/outline-tree.ts';
import { moveIn, moveOut } from '#domain/outline/shift.ts';
import { comment, crossLink, targetOf } from '../../support/debate-builder.ts';
import { aFullDebate } from '../../support/full-debate.ts';

/** The debate as its author of hidden claims sees it. */
const seen = () => aFullDebate().projection('dana');

test('[OU1] the outline of a debate with everything in it, as its author of hidden claims sees it', () => {
  const state = seen();
  const tree = outlineTree(state);
  const lines = [...tree.byId.values()].map((node) =>
    [
      `${node.number} ${node.id} (${node.place} of ${node.siblings}, level ${node.level})`,
      `of ${node.position?.id ?? ''}`.trimEnd(),
      `${node.claim?.text ?? 'a position'}: ${node.bearing ?? 'nothing'}`,
      `${node.comments} comments, ${node.below} below: ${node.children.map(({ id }) => id).join(' ')}`.trimEnd(),
      `see ${crossReferences(state, tree, node.id).join(' ')}`.trimEnd(),
    ].join(' | '),
  );
  expect(lines).toEqual([
    '1.1.1.1.1 c-f (1 of 1, level 5) | of west | Deep: support | 0 comments, 0 below: | see 1.1 1.1.1',
    '1.1.1.1 c-e (1 of 2, level 4) | of | Two lines:\n- [x](y) #1: attack | 0 comments, 1 below: c-f | see',
    '1.1.1.2 c-u (2 of 2, level 4) | of | does not follow: undercut | 0 comments, 0 below: | see',
    '1.1.1 c-b (1 of 1, level 3) | of | four five six: support | 0 comments, 3 below: c-e c-u | see',
    '1.1 c-a (1 of 3, level 2) | of east | one two three: support | 2 comments, 4 below: c-b | see',
    '1.2 c-sm (2 of 3, level 2) | of east | east is best: support | 0 comments, 0 below: | see',
    '1.3.1 c-h (1 of 1, level 3) | of | Under a retracted one: support | 0 comments, 0 below: | see',
    `1.3 c-g (3 of 3, level 2) | of | =${'long '.repeat(20)}end: attack | 0 comments, 1 below: c-h | see`,
    '1 east (1 of 3, level 1) | of east | a position: nothing | 1 comments, 8 below: c-a c-sm c-g | see',
    '2.1.1 c-l (1 of 2, level 3) | of | Moves along: support | 0 comments, 0 below: | see',
    '2.1.2 c-v (2 of 2, level 3) | of | Not across: undercut | 0 comments, 0 below: | see',
    '2.1 c-d (1 of 2, level 2) | of | seven: support | 1 comments, 2 below: c-l c-v | see 1 1.1.1',
    '2.2.1 c-j (1 of 1, level 3) | of | Hidden too: support | 0 comments, 0 below: | see',
    '2.2 c-i (2 of 2, level 2) | of | Hidden words: support | 0 comments, 1 below: c-j | see',
    '2 west (2 of 3, level 1) | of west | a position: nothing | 0 comments, 5 below: c-d c-i | see',
    '3 north (3 of 3, level 1) | of north | a position: nothing | 0 comments, 0 below: | see',
  ]);
});

describe('[OU5] a claim is indented below the one before it, and outdented behind its parent', () => {
  const to = (id: string, relation: 'support' | 'attack', after?: string) => ({
    target: targetOf(id),
    relation,
    ...(after && { after }),
  });

  test.each([
    ['c-f', null, to('c-b', 'support', 'l-e')],
    ['c-e', null, to('c-a', 'attack', 'l-b')],
    ['c-u', to('c-e', 'attack'), to('c-a', 'attack', 'l-b')],
    ['c-b', null, to('east', 'support', 'l-a')],
    ['c-a', null, null],
    ['c-sm', to('c-a', 'support'), null],
    ['c-g', to('c-sm', 'attack'), null],
    ['c-v', to('c-l', 'attack'), to('west', 'attack', 'l-d')],
    ['c-i', to('c-d', 'support'), null],
    ['east', null, null],
    ['c-z', null, null],
  ])('%s', (claimId, inside, outside) => {
    const whole = (move: object | null) => move && { type: 'claim.move', claimId, ...move };
    const state = seen();
    expect(moveIn(state, claimId)).toEqual(whole(inside));
    expect(moveOut(state, claimId)).toEqual(whole(outside));
  });
});

describe('[OU2] lines that may differ', () => {
  test('are unknown once anything was removed', () => {
    const state = seen();
    const gone = (list: 'claims' | 'links' | 'comments', id: string) => ({
      ...state,
      [list]: (state[list] as Removable).delete(id),
    });
    expect(changedLines(state, state)).toEqual(new Set());
    for (const [list, id] of [
      ['claims', 'c-a'],
      ['links', 'x-a'],
      ['comments', 'm-a'],
    ] as const)
      expect(changedLines(state, gone(list, id)), list).toBeNull();
    expect(
      changedLines(state, { ...state, positions: state.positions.map((position) => ({ ...position })) }),
    ).toBeNull();
  });

  test('are those of what was added, with all above them', () => {
    const after = aFullDebate();
    const before = after.state;
    after.does('dana', comment({ commentId: 'm-n', on: targetOf('l-b') }), crossLink('x-n', 'c-l', 'c-u'));
    expect([...(changedLines(before, after.state) ?? [])].sort()).toEqual([
      'c-a',
      'c-b',
      'c-d',
      'c-l',
      'c-u',
      'east',
      'west',
    ]);
  });
});

interface Removable {
  delete(id: string): unknown;
}
