import { describe, expect, test } from 'vitest';
import { finish } from '../../domain/collections/steps.ts';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import { citedPassages, libraryOf, unsourcedClaims, worksOf } from '../../domain/evidence/library.ts';
import { frontSteps } from '../../domain/outline/debate-front.ts';
import { crossReferences, endnotesOf } from '../../domain/outline/endnotes.ts';
import { changedLines } from '../../domain/outline/outline-changes.ts';
import { outlineTree } from '../../domain/outline/outline-tree.ts';
import { moveIn, moveOut } from '../../domain/outline/shift.ts';
import {
  hasSameReadMarks,
  mergeReadMarks,
  NO_READ_MARKS,
  type ReadMarks,
} from '../../domain/unread/read-marks.ts';
import { placesInOrder, unreadItems } from '../../domain/unread/unread-items.ts';
import {
  aDebate,
  cite,
  comment,
  crossLink,
  newClaim,
  retract,
  SOURCE,
  targetOf,
} from '../support/debate-builder.ts';
import { aFullDebate } from '../support/full-debate.ts';

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

test('its front has of each position the claim with the largest branch, and an attack on it before a support', () => {
  const said = { hue: null, agree: 0, disagree: 0 };
  expect(finish(frontSteps(seen()))).toEqual({
    motion: 'Close <the> street_',
    positions: [
      {
        ...{ id: 'east', name: 'East', hue: 'blue', claims: 3, below: 4 },
        lead: { text: 'one two three', relation: 'support', hue: 'blue', agree: 2, disagree: 1, below: 4 },
        reply: { ...said, text: 'four five six', relation: 'support', below: 3 },
      },
      {
        ...{ id: 'west', name: 'West', hue: 'rose', claims: 2, below: 3 },
        lead: { ...said, text: 'seven', relation: 'support', below: 2 },
        reply: { ...said, text: 'Not across', relation: 'attack', below: 0 },
      },
      { id: 'north', name: 'North "N"', hue: 'teal', claims: 0, below: 0, lead: null, reply: null },
    ],
  });
});

describe('[OU5] its claims move', () => {
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
  ])('%s in and out', (claimId, inside, outside) => {
    const whole = (move: object | null) => move && { type: 'claim.move', claimId, ...move };
    const state = seen();
    expect(moveIn(state, claimId)).toEqual(whole(inside));
    expect(moveOut(state, claimId)).toEqual(whole(outside));
  });
});

describe('its library', () => {
  test('[EV7] has each source with its claims and passages, the most cited first', () => {
    const state = seen();
    const lines = libraryOf(state).map(({ source, claims, hasArticle, passages, lost }) => [
      ...[source.id, claims.map(({ id }) => id), hasArticle, passages, lost],
    ]);
    expect(lines).toEqual([
      ['s-a', ['c-a', 'c-d'], true, 2, 0],
      ['s-b', ['c-a'], false, 0, 0],
      ['s-c', ['c-e'], false, 0, 0],
      ['s-d', [], false, 0, 0],
    ]);
    expect(unsourcedClaims(state).map(({ id }) => id)).toEqual([
      ...['c-b', 'c-sm', 'c-u', 'c-f', 'c-h', 'c-i', 'c-j', 'c-l', 'c-v'],
    ]);
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

describe('[NW1] all that others wrote in it', () => {
  const START = Date.UTC(2026, 0, 5, 9);
  const unreadLines = (who: string | null, at = 0) =>
    unreadItems(aFullDebate().projection(who), who, { at }).map((item) =>
      [
        item.kind,
        item.id,
        item.place.kind,
        item.place.id,
        item.lane,
        item.by,
        Math.max(0, (item.at - START) / 60_000),
      ].join(' '),
    );

  test('is news to one who has claims in it', () => {
    expect(unreadLines('dana')).toEqual([
      'comment m-p position east east susi 37',
      'comment m-l link l-b east emil 36',
      'mention m-r claim c-a east emil 35',
      'comment m-k claim c-d west emil 24',
      'answer c-f claim c-f east emil 6',
      'answer c-b claim c-b east emil 0',
      'claim c-d claim c-d west emil 0',
    ]);
    expect(unreadLines('emil')).toEqual([
      'comment m-p position east east susi 37',
      'answer c-v claim c-v west dana 16',
      'answer c-l claim c-l west dana 12',
      'answer c-h claim c-h east dana 8',
      'answer c-e claim c-e east dana 5',
      'claim c-a claim c-a east dana 0',
      'claim c-sm claim c-sm east dana 0',
      'answer c-u claim c-u east dana 0',
      'comment m-a claim c-a east dana 0',
    ]);
  });

  test('concerns nobody who only reads, and begins after a moment', () => {
    expect(unreadLines(null, START + 12 * 60_000)).toEqual([
      'comment m-p position east east susi 37',
      'comment m-l link l-b east emil 36',
      'comment m-r claim c-a east emil 35',
      'comment m-k claim c-d west emil 24',
      'claim c-v claim c-v west dana 16',
    ]);
  });

  test('has its places in reading order, from any of them on', () => {
    const view = aFullDebate().projection(null);
    const places = (after: string | null) =>
      placesInOrder(view, unreadItems(view, null, { at: 0 }), after)
        .map(({ id }) => id)
        .join(' ');
    const [first, second] = ['east c-a c-b l-b c-e c-f c-u', 'c-sm c-h c-d c-l c-v'];
    expect(places(null)).toBe(`${first} ${second}`);
    expect(places('c-u')).toBe(`${second} ${first}`);
    expect(places('l-b')).toBe(`c-e c-f c-u ${second} east c-a c-b l-b`);
    expect(places('c-v')).toBe(`${first} ${second}`);
  });

  test('is a reply under one’s own claim, and to one’s own comment', () => {
    const more = aFullDebate()
      .does(
        'susi',
        comment({ commentId: 'm-1', on: targetOf('c-b') }),
        comment({ commentId: 'm-2', on: targetOf('east'), replyTo: 'm-p' }),
      )
      .does('susi', comment({ commentId: 'm-3', on: targetOf('c-d'), text: 'So <@emil>?' }));
    const kinds = (who: string) =>
      unreadItems(more.projection(who), who, { at: START + 39 * 60_000 }).map(
        ({ kind, id }) => `${kind} ${id}`,
      );
    expect(kinds('emil')).toEqual(['reply m-1', 'comment m-2', 'mention m-3']);
    expect(kinds('dana')).toEqual(['comment m-1', 'comment m-2', 'comment m-3']);
    more.does('emil', comment({ commentId: 'm-4', on: targetOf('east'), replyTo: 'm-p' }));
    expect(kinds('susi')).toEqual(['reply m-4']);
  });
});

test('the front leaves out what is retracted, and prefers claims that are short enough', () => {
  const text = (length: number) => 'w'.repeat(length);
  const wide = aDebate().does(
    'dana',
    newClaim('1', 'west', { text: text(191) }),
    newClaim('2', 'west', { text: text(190) }),
  );
  wide.does(
    'dana',
    newClaim('3', 'c-1'),
    newClaim('4', 'c-3'),
    newClaim('5', 'c-2', { text: text(200) }),
    newClaim('6', 'c-2', { text: text(191) }),
  );
  wide.does(
    'dana',
    newClaim('7', 'c-6'),
    newClaim('8', 'c-2'),
    newClaim('9', 'c-8'),
    newClaim('10', 'c-9'),
    retract('c-8'),
  );
  const [, west] = finish(frontSteps(wide.state)).positions;
  // Of c-1 and c-2 only the second fits, and of its replies none does that stands: then the one with the larger branch counts.
  expect([west?.claims, west?.below, west?.lead?.text.length, west?.lead?.below]).toEqual([3, 7, 190, 5]);
  expect([west?.reply?.text.length, west?.reply?.below]).toEqual([191, 1]);
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

test('[NW4] of too many places the oldest are taken for read, in whatever order they were read', () => {
  const later = new Map(
    Array.from(
      { length: LIMITS.seenLater + 3 },
      (_, nth) => [`c-${nth}`, LIMITS.seenLater + 3 - nth] as const,
    ),
  );
  const marks = mergeReadMarks(NO_READ_MARKS, { ...NO_READ_MARKS, later });
  expect([marks.until, marks.later.size, Math.min(...marks.later.values())]).toEqual([
    3,
    LIMITS.seenLater,
    4,
  ]);
});

test.each<[string, Partial<ReadMarks>, boolean]>([
  ['nothing else', {}, true],
  ['another time', { until: 4 }, false],
  ['another time of leaving', { left: 4 }, false],
  ['another place', { later: new Map([['c-b', 9]]) }, false],
  ['another time at a place', { later: new Map([['c-a', 8]]) }, false],
  [
    'one place more',
    {
      later: new Map([
        ['c-a', 9],
        ['c-b', 9],
      ]),
    },
    false,
  ],
])('[NW3] read marks with %s are the same: %s', (_, change, isSame) => {
  const marks: ReadMarks = { until: 3, left: 2, later: new Map([['c-a', 9]]) };
  expect(hasSameReadMarks(marks, { ...marks, later: new Map(marks.later), ...change })).toBe(isSame);
});

interface Removable {
  delete(id: string): unknown;
}
