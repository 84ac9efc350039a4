import { describe, expect, test } from 'vitest';
import { citedPassages, libraryOf, unsourcedClaims, worksOf } from '#domain/evidence/library.ts';
import { endnotesOf } from '#domain/outline/endnotes.ts';
import { outlineTree } from '#domain/outline/outline-tree.ts';
import { cite, retract, SOURCE } from '../../support/debate-builder.ts';
import { aFullDebate } from '../../support/full-debate.ts';

/** The debate as its author of hidden claims sees it. */
const seen = () => aFullDebate().projection('dana');

describe('the library of a debate with everything in it', () => {
  test('[EV7] has each source with its claims and passages, the most cited first', () => {
    const state = seen();
    const lines = libraryOf(state).map(({ source, claims, hasArticle, passages, lost }) => [
      source.id,
      claims.map(({ id }) => id),
      hasArticle,
      passages,
      lost,
    ]);
    expect(lines).toEqual([
      ['s-a', ['c-a', 'c-d'], true, 2, 0],
      ['s-b', ['c-a'], false, 0, 0],
      ['s-c', ['c-e'], false, 0, 0],
      ['s-d', [], false, 0, 0],
    ]);
    const unsourced = unsourcedClaims(state).map(({ id }) => id);
    expect(unsourced.join(' ')).toBe('c-b c-sm c-u c-f c-h c-i c-j c-l c-v');
    expect(
      citedPassages(state, 's-a').map(({ claim, passage, place }) => [claim.id, passage.id, place]),
    ).toEqual([
      ['c-d', 'q-d', { start: 7, end: 19 }],
      ['c-a', 'q-a', { start: 17, end: 27 }],
    ]);
  });

  test('[EV10] has parts of one work in the order of their places, and counts the claims that cite any of them', () => {
    const part = (key: string, locator: string, title = ' a SOURCE ') => ({
      ...SOURCE,
      sourceId: `s-${key}`,
      locator,
      title,
    });
    const more = aFullDebate().does('dana', part('x', '§ 10'), part('y', '§ 9'), part('z', '§ 1', 'Another'));
    more
      .does('dana', cite('c-a', 's-x'), cite('c-h', 's-y'), cite('c-h', 's-z'))
      .does('dana', cite('c-l', 's-z'), retract('c-l'));
    const works = worksOf(libraryOf(more.state)).map(({ entries, citedBy }) => [
      entries.map(({ source }) => source.id),
      citedBy,
    ]);
    expect(works).toEqual([
      [['s-a', 's-y', 's-x'], 3],
      [['s-z'], 1],
      [['s-b'], 1],
      [['s-c'], 1],
      [['s-d'], 0],
    ]);
  });

  test('[OU4] gives the numbers of endnotes by first mention', () => {
    const state = seen();
    const notes = endnotesOf(state, [...outlineTree(state).byId.values()]);
    expect(notes.map(({ passages }) => passages.map(({ id }) => id))).toEqual([['s-c'], ['s-b'], ['s-a']]);
  });
});
