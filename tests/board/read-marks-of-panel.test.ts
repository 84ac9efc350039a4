// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import { persistReadMarks } from '../../app/_board/core/unread/persist-read-marks.ts';
import { createViewStore } from '../../app/_board/core/view/view-store.ts';
import { NO_READ_MARKS } from '../../domain/unread/read-marks.ts';
import { aDebate, comment, targetOf } from '../support/debate-builder.ts';

let end = () => {};
afterEach(() => end());

/** A board of Dana's, who has read everything so far; `arrives` brings a comment of Emil's on a claim. */
function aBoard() {
  const debate = aDebate();
  const page = { debateId: 'a-debate', participantId: 'dana', people: [] };
  const store = createBoardStore(page, debate.projection('dana'), silentTransport());
  const views = createViewStore();
  end = persistReadMarks(store, views);
  store.markSeen({ ...NO_READ_MARKS, until: debate.state.at });
  const arrives = (commentId: string) => {
    debate.now += 1_000;
    debate.does('emil', comment({ commentId, on: targetOf('c-a') }));
    store.hydrateFromCache(debate.projection('dana'), 'dana', []);
  };
  const isRead = () => store.state().seen?.later.get('c-a') === debate.state.at;
  return { views, arrives, isRead };
}

test('[NW1] the view keeps which comments of the open place were new, and which have come since', () => {
  const { views, arrives, isRead } = aBoard();
  arrives('m-1');
  views.set({ selected: targetOf('c-a') });
  expect(isRead()).toBe(true);
  expect(views.read().newComments).toEqual({ at: 'c-a', ids: new Set(['m-1']) });
  arrives('m-2');
  expect(isRead()).toBe(true);
  expect(views.read().newComments).toEqual({ at: 'c-a', ids: new Set(['m-1', 'm-2']) });
  views.set({ selected: targetOf('c-d') });
  expect(views.read().newComments).toBeNull();
});
