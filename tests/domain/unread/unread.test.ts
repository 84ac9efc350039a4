import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mentionOf } from '#domain/debate/comments/mentions.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { applyReadMarks } from '#domain/protocol/apply-read-marks.ts';
import {
  hasSameReadMarks,
  mergeReadMarks,
  NO_READ_MARKS,
  type ReadMarks,
  readUntil,
} from '#domain/unread/read-marks.ts';
import { packReadMarks, unpackReadMarks } from '#domain/unread/sent-read-marks.ts';
import { unreadAtClaim } from '#domain/unread/unread-at-claim.ts';
import { placesInOrder, unreadItems } from '#domain/unread/unread-items.ts';
import {
  aDebate,
  bringBack,
  comment,
  type DebateBuilder,
  editTo,
  hide,
  hold,
  merge,
  newClaim,
  retract,
  targetOf,
} from '../../support/debate-builder.ts';
import { aFullDebate } from '../../support/full-debate.ts';
import { aDebateIn, OPEN, setAgenda, turnTo, WRITING } from '../../support/phased-debate.ts';

const said = (commentId: string, more: Parameters<typeof comment>[0] = {}) => comment({ commentId, ...more });

/** All that is there is seen; what comes is later. */
function seenNow(debate: DebateBuilder): ReadMarks {
  const until = debate.state.at;
  debate.now = until + 1_000;
  return { ...NO_READ_MARKS, until };
}

/** The news of someone as they see the debate, as `kind:id`. */
function newsOf(debate: DebateBuilder, who: string, seen: ReadMarks): string[] {
  return unreadItems(debate.projection(who), who, { seen })
    .map(({ kind, id }) => `${kind}:${id}`)
    .sort();
}

describe('[NW7] in a muted branch', () => {
  test('news is set apart: its claims, comments at them and links across from it, mentions too', () => {
    const debate = aDebate();
    const seen = seenNow(debate);
    debate
      .does('emil', newClaim('n', 'west'), newClaim('o', 'c-b'))
      .does('emil', said('m-b', { on: targetOf('c-b'), text: `Hm ${mentionOf('dana')}` }))
      .does('emil', said('m-x', { on: { kind: 'link', id: 'x-a' } }), said('m-d', { on: targetOf('c-d') }));
    const view = debate.projection('dana');
    const mutedOf = (...muted: string[]) =>
      unreadItems(view, 'dana', { seen }, muted)
        .flatMap(({ id, muted: isMuted }) => (isMuted ? id : []))
        .sort();
    expect(mutedOf()).toEqual([]);
    expect(mutedOf('c-b')).toEqual(['c-o', 'm-b', 'm-x']);
    expect(mutedOf('c-o', 'west')).toEqual(['c-n', 'c-o', 'm-d', 'm-x']);
  });
});

describe('[NW1] new is what others made', () => {
  test('claims, wordings and comments on anything, and for the person what names, answers or argues about them', () => {
    const debate = aDebate();
    const seen = seenNow(debate);
    debate
      .does('emil', newClaim('n', 'west'), newClaim('o', 'c-a'), editTo(debate.state, 'c-a', 'one two four'))
      .does('emil', said('m-p', { on: { kind: 'position', id: 'west' } }))
      .does('emil', said('m-l', { on: { kind: 'link', id: 'l-b' } }))
      .does('emil', said('m-r', { replyTo: 'm-a' }), said('m-n', { text: `Hm ${mentionOf('dana')}` }));
    expect(newsOf(debate, 'dana', seen)).toEqual([
      'answer:c-o',
      'claim:c-n',
      'comment:m-l',
      'comment:m-p',
      'mention:m-n',
      'reply:m-r',
      'wording:c-a',
    ]);
    expect(newsOf(debate, 'susi', seen)).toContain('claim:c-o');
  });

  test('[MP2] until it is seen: at one place, or all of it; its claim has the sign', () => {
    const debate = aDebate();
    const seen = seenNow(debate);
    debate.does(
      'emil',
      newClaim('n', 'west'),
      newClaim('o', 'west'),
      said('m-n', { on: { kind: 'claim', id: 'c-n' } }),
    );
    const at = debate.state.at;
    const one = mergeReadMarks(seen, { ...NO_READ_MARKS, later: new Map([['c-n', at]]) });
    expect(newsOf(debate, 'dana', one)).toEqual(['claim:c-o']);
    expect(newsOf(debate, 'dana', mergeReadMarks(seen, { ...NO_READ_MARKS, until: at }))).toEqual([]);
    debate.now += 1;
    debate.does('emil', said('m-o', { on: { kind: 'claim', id: 'c-n' } }));
    expect(newsOf(debate, 'dana', one)).toEqual(['claim:c-o', 'comment:m-o']);
    const claim = debate.state.claims.get('c-n') ?? expect.fail('no claim');
    expect(unreadAtClaim(debate.projection('dana'), claim, { participantId: 'dana', seen: one })).toEqual({
      what: 'comments',
      comments: 1,
    });
  });

  test('from the time it is visible', () => {
    const debate = aDebateIn(WRITING)
      .does('olga', setAgenda([WRITING, OPEN], 1))
      .does('emil', newClaim('n', 'west'));
    const seen = seenNow(debate);
    expect(newsOf(debate, 'dana', { ...seen, until: 0 })).not.toContain('claim:c-n');
    debate.does('olga', turnTo(OPEN.id, WRITING.id));
    expect(newsOf(debate, 'dana', seen)).toEqual(['claim:c-n']);
    expect(newsOf(debate, 'olga', seen)).toEqual(['claim:c-n']);
    expect(newsOf(debate, 'emil', seen)).toEqual([]);
  });

  test('accepted content, from its acceptance', () => {
    const debate = aDebate()
      .does('emil', newClaim('n', 'west'), said('m-n'))
      .does('olga', hold('c-n', 'm-n'));
    const seen = seenNow(debate);
    expect(newsOf(debate, 'dana', seen)).toEqual([]);
    debate.does('olga', bringBack('c-n', 'm-n'));
    expect(newsOf(debate, 'dana', seen)).toEqual(['claim:c-n', 'reply:m-n']);
    expect(newsOf(debate, 'emil', seen)).toEqual([]);
  });
});

test('[NW2] the viewer’s own actions, removed content and hidden content are never new', () => {
  const debate = aDebate();
  const seen = seenNow(debate);
  debate
    .does(
      'emil',
      newClaim('n', 'west'),
      newClaim('o', 'west'),
      newClaim('h', 'west'),
      said('m-w'),
      said('m-h'),
    )
    .does('emil', retract('c-n'), { type: 'comment.withdraw', commentId: 'm-w' })
    .does('emil', said('m-u', { on: { kind: 'claim', id: 'c-h' } }))
    .does('olga', merge('c-o', 'c-a'), hide('c-h', 'm-h'));
  for (const who of ['dana', 'olga', 'susi']) expect(newsOf(debate, who, seen), who).toEqual([]);
  debate.does('dana', newClaim('q', 'west'), editTo(debate.state, 'c-a', 'one'), said('m-q'));
  expect(newsOf(debate, 'dana', seen)).toEqual([]);
  expect(newsOf(debate, 'emil', seen)).toEqual(['claim:c-q', 'comment:m-q', 'wording:c-a']);
});

describe('[NW3] reports of several devices are merged', () => {
  const times = fc.integer({ min: 0, max: 50 });
  const anySeen = fc
    .record({ until: times, left: times, later: fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), times)) })
    .map(
      ({ until, left, later }): ReadMarks =>
        mergeReadMarks(NO_READ_MARKS, { until, left, later: new Map(later) }),
    );

  test('in any order, however often', () => {
    fc.assert(
      fc.property(anySeen, anySeen, anySeen, (a, b, c) => {
        const one = mergeReadMarks(mergeReadMarks(a, b), c);
        const other = mergeReadMarks(c, mergeReadMarks(b, mergeReadMarks(a, c)));
        expect(hasSameReadMarks(one, other)).toBe(true);
        for (const place of ['a', 'b', 'c'])
          expect(readUntil(one, place)).toBe(Math.max(...[a, b, c].map((seen) => readUntil(seen, place))));
      }),
    );
  });

  test('and goes over the wire; nothing is later than the debate', () => {
    const seen = { until: 3, left: 2, later: new Map([['c-a', 5]]) };
    expect(unpackReadMarks(JSON.parse(JSON.stringify(packReadMarks(seen))))).toEqual(seen);
    expect(applyReadMarks(NO_READ_MARKS, { until: 90, left: 80, later: [['c-a', 99]] }, 10)).toEqual({
      until: 10,
      left: 10,
      later: new Map(),
    });
  });
});

test('[NW4] beyond so many places the oldest are taken for seen', () => {
  const later = new Map(
    Array.from({ length: LIMITS.seenLater + 10 }, (_, at) => [`c-${at}`, at + 1] as const),
  );
  const seen = mergeReadMarks(NO_READ_MARKS, { ...NO_READ_MARKS, later });
  expect(seen.later.size).toBe(LIMITS.seenLater);
  expect(seen.until).toBe(10);
  for (const [id, at] of later) expect(readUntil(seen, id)).toBe(Math.max(at, 10));
});

test('[NW5] unread items since any moment are listed, the newest first, and places in reading order', () => {
  const debate = aDebate();
  const { at } = debate.state;
  const seen = seenNow(debate);
  debate.does('emil', newClaim('n', 'west'));
  debate.now += 1;
  debate.does('emil', newClaim('o', 'c-a'), said('m-l', { on: { kind: 'link', id: 'l-b' } }));
  const view = debate.projection('dana');
  const read = { ...seen, until: debate.state.at };
  expect(unreadItems(view, 'dana', { seen: read })).toEqual([]);
  const news = unreadItems(view, 'dana', { at });
  expect(news.map(({ id }) => id)).toEqual(['c-o', 'm-l', 'c-n']);
  expect(news.map(({ lane }) => lane)).toEqual(['east', 'east', 'west']);
  const inOrder = placesInOrder(view, news).map(({ id }) => id);
  expect([...inOrder].sort()).toEqual(['c-n', 'c-o', 'l-b']);
  for (const [index, id] of inOrder.entries()) {
    const next = inOrder[(index + 1) % inOrder.length];
    expect(placesInOrder(view, news, id)[0]?.id).toBe(next);
  }
});

test('[NW5] new comments at a claim that is no longer shown come after the place above it', () => {
  const debate = aDebate().does('emil', newClaim('o', 'c-a'), retract('c-o'));
  const at = debate.state.at;
  debate.now += 1_000;
  debate.does('emil', said('m-1', { on: targetOf('c-a') }), said('m-2', { on: targetOf('c-d') }));
  debate.does('emil', said('m-3', { on: targetOf('c-o') }), said('m-4', { on: targetOf('l-o') }));
  const view = debate.projection('dana');
  const places = (after: string | null) =>
    placesInOrder(view, unreadItems(view, 'dana', { at }), after).map(({ id }) => id);
  expect(places(null)).toEqual(['c-a', 'c-o', 'l-o', 'c-d']);
  expect(places('c-o')).toEqual(['l-o', 'c-d', 'c-a', 'c-o']);
});

describe('[NW1] all that others wrote', () => {
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

  test('is unread, newest first; arguments about one’s own claims are answers', () => {
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

  test('is unread to readers too, from a moment on, without answers and mentions', () => {
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

  test('is a reply in a thread that one wrote in, before or after, unless that was withdrawn', () => {
    const on = targetOf('east');
    const more = aFullDebate()
      .does('susi', comment({ commentId: 'm-1', on, replyTo: 'm-p' }))
      .does('emil', comment({ commentId: 'm-2', on, replyTo: 'm-p' }))
      .does('dana', comment({ commentId: 'm-3', on }), comment({ commentId: 'm-4', on, replyTo: 'm-p' }));
    const kinds = (who: string) =>
      unreadItems(more.projection(who), who, { at: START + 37 * 60_000 })
        .map(({ kind, id }) => `${kind} ${id}`)
        .sort();
    expect(kinds('dana')).toEqual(['reply m-1', 'reply m-2']);
    expect(kinds('emil')).toEqual(['comment m-3', 'reply m-1', 'reply m-4']);
    more.does('emil', { type: 'comment.withdraw', commentId: 'm-2' });
    expect(kinds('emil')).toEqual(['comment m-1', 'comment m-3', 'comment m-4']);
  });

  test('is a reply at one’s own claim, and to one’s own comment', () => {
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
