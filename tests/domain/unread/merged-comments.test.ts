import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { targetNow } from '#domain/debate/map/merged.ts';
import { mergeReadMarks, NO_READ_MARKS } from '#domain/unread/read-marks.ts';
import { newCommentsAt } from '#domain/unread/unread-at-claim.ts';
import { unreadItems } from '#domain/unread/unread-items.ts';
import {
  aDebate,
  comment,
  type DebateBuilder,
  merge,
  newClaim,
  targetOf,
  unmerge,
} from '../../support/debate-builder.ts';

const saidOn = (id: string, commentId: string) => comment({ commentId, on: targetOf(id) });

/** Dana in a debate of which she has read all so far, and what is new to her then. */
function aReaderOf(debate: DebateBuilder) {
  let seen = { ...NO_READ_MARKS, until: debate.state.at };
  const placeOf = (id: string) => targetNow(debate.state, targetOf(id)).id;
  return {
    placeOf,
    /** True if it is accepted. */
    happens: (who: string, operation: Operation) => {
      debate.now += 1_000;
      return debate.ask(who, operation).ok;
    },
    opens: (id: string) => {
      const later = new Map([[placeOf(id), debate.state.at]]);
      seen = mergeReadMarks(seen, { ...NO_READ_MARKS, later });
    },
    newAt: (id: string) =>
      newCommentsAt(debate.projection('dana'), targetOf(id), { participantId: 'dana', seen }).length,
    news: () =>
      unreadItems(debate.projection('dana'), 'dana', { seen })
        .filter(({ id }) => id.startsWith('m-'))
        .map(({ id, place }) => `${id} at ${place.id}`)
        .sort(),
  };
}

test.each([
  ['c-o', 'c-d'],
  ['l-o', 'l-d'],
])('[NW1] comments on %s are unread until it was opened, or %s since it was merged there', (from, into) => {
  const { happens, opens, newAt, news } = aReaderOf(aDebate().does('emil', newClaim('o', 'west')));
  happens('emil', saidOn(from, 'm-1'));
  opens(from);
  happens('emil', saidOn(from, 'm-2'));
  happens('susi', saidOn(into, 'm-3'));
  opens(into);
  expect(news()).toEqual([`m-2 at ${from}`]);
  happens('mona', merge('c-o', 'c-d'));
  expect(news()).toEqual([`m-2 at ${into}`]);
  expect(newAt(into)).toBe(1);
  opens(into);
  expect(news()).toEqual([]);
  expect(newAt(into)).toBe(0);
  happens('emil', saidOn(from, 'm-4'));
  expect(newAt(into)).toBe(1);
  happens('mona', unmerge('c-o'));
  expect(news()).toContain(`m-4 at ${from}`);
});

test('[NW1] a comment is unread until the claim at which it is shown is opened, whatever was merged before or since', () => {
  const ids = ['c-1', 'c-2', 'c-3', 'c-4'];
  const begun = aDebate().does('emil', ...['1', '2', '3', '4'].map((key) => newClaim(key, 'west')));
  const anAct = fc.tuple(
    fc.constantFrom('comment', 'open', 'merge'),
    fc.constantFrom(...ids),
    fc.constantFrom(...ids),
  );
  fc.assert(
    fc.property(fc.array(anAct, { maxLength: 30 }), (acts) => {
      const { placeOf, happens, opens, newAt, news } = aReaderOf(begun.copy());
      const unseen = new Map<string, string>();
      for (const [nth, [act, id, into]] of acts.entries()) {
        if (act === 'merge') happens('mona', merge(id, into));
        else if (act === 'comment') {
          if (happens('emil', saidOn(id, `m-${nth}`))) unseen.set(`m-${nth}`, id);
        } else {
          opens(id);
          for (const [commentId, on] of unseen) if (placeOf(on) === placeOf(id)) unseen.delete(commentId);
        }
      }
      expect(news()).toEqual([...unseen].map(([commentId, on]) => `${commentId} at ${placeOf(on)}`).sort());
      const shown = ids.filter((id) => placeOf(id) === id).map(newAt);
      expect(shown.reduce((sum, count) => sum + count, 0)).toBe(unseen.size);
    }),
  );
});
