import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mentionOf } from '../../domain/debate/comments/mentions.ts';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import { applyReadMarks } from '../../domain/protocol/apply-read-marks.ts';
import {
  hasSameReadMarks,
  mergeReadMarks,
  NO_READ_MARKS,
  type ReadMarks,
  readUntil,
} from '../../domain/unread/read-marks.ts';
import { packReadMarks, unpackReadMarks } from '../../domain/unread/sent-read-marks.ts';
import { unreadAtClaim } from '../../domain/unread/unread-at-claim.ts';
import { placesInOrder, unreadItems } from '../../domain/unread/unread-items.ts';
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
} from '../support/debate-builder.ts';
import { aDebateIn, OPEN, setAgenda, turnTo, WRITING } from '../support/phased-debate.ts';

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
