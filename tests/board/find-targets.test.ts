import { expect, test } from 'vitest';
import type { ReadTarget } from '../../app/_board/core/claims/use-target.ts';
import { findTargets } from '../../app/_board/core/forms/find-targets.ts';
import { targetText } from '../../domain/debate/map/target-text.ts';
import { aDebate, newClaim } from '../support/debate-builder.ts';

test('a search reads only claims that are new since the search before', () => {
  const debate = aDebate();
  const read: string[] = [];
  const readTarget: ReadTarget = (view, target) => {
    read.push(target.id);
    return targetText(view, target);
  };
  const find = (words: string) =>
    findTargets(debate.state, words, readTarget, { except: '', kinds: 'claims', isOffered: undefined });
  find('claim');
  expect(read.length).toBeGreaterThan(1);
  read.length = 0;
  debate.does('olga', newClaim('apples', 'east', { text: 'Apples keep.' }));
  expect(find('APPLES').map(({ text }) => text)).toEqual(['Apples keep.']);
  expect(read).toEqual(['c-apples']);
});
