import { expect, test } from 'vitest';
import { countMergesAndSplits } from '#domain/debate/lineage/split-parts.ts';
import { aDebate, join, merge, newClaim, split } from '../../../support/debate-builder.ts';

test('a split with several parts counts once, and an undone split counts neither as split nor as merged', () => {
  const one = split('c-a', ['one two three', 'one'], { key: 'two', text: 'two' });
  const parts = [...one.parts, { claimId: 'c-three', linkId: 'l-three', text: 'three', takes: [] }];
  const debate = aDebate()
    .does('dana', newClaim('e', 'east', { text: 'eight' }))
    .does('dana', { ...one, parts });
  expect(countMergesAndSplits(debate.state)).toEqual({ merged: 0, split: 1 });
  debate.does('olga', merge('c-e', 'c-a'));
  expect(countMergesAndSplits(debate.state)).toEqual({ merged: 1, split: 1 });
  debate.does('dana', join('c-a', 'c-two', 'c-three'));
  expect(countMergesAndSplits(debate.state)).toEqual({ merged: 1, split: 0 });
});
