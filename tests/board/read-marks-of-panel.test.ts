// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import { persistReadMarks } from '../../app/_board/core/unread/persist-read-marks.ts';
import { NO_TOOL, openTool, shownInPanel, tabOf } from '../../app/_board/core/view/panes.ts';
import { createViewStore } from '../../app/_board/core/view/view-store.ts';
import { selectNext } from '../../app/_board/features/unread/next-unseen.ts';
import { NO_READ_MARKS } from '../../domain/unread/read-marks.ts';
import { aDebate, comment, targetOf } from '../support/debate-builder.ts';

let end = () => {};
let width = 1_600;

beforeEach(() => {
  width = 1_600;
  vi.stubGlobal('matchMedia', (query: string) => {
    const [, from = '0'] = /min-width: (\d+)/.exec(query) ?? [];
    const [, to = '9999'] = /max-width: (\d+)/.exec(query) ?? [];
    return { matches: Number(from) <= width && width <= Number(to) };
  });
});
afterEach(() => {
  end();
  vi.unstubAllGlobals();
});

/** A board of Dana's, who has read everything so far; `arrives` brings a comment of Emil's on a claim. */
function aBoard() {
  const debate = aDebate();
  const page = { debateId: 'a-debate', participantId: 'dana', people: [] };
  const store = createBoardStore(page, debate.projection('dana'), silentTransport());
  const views = createViewStore();
  end = persistReadMarks(store, views, () => shownInPanel(views.read()));
  store.markSeen({ ...NO_READ_MARKS, until: debate.state.at });
  const arrives = (commentId: string) => {
    debate.now += 1_000;
    debate.does('emil', comment({ commentId, on: targetOf('c-a') }));
    store.hydrateFromCache(debate.projection('dana'), 'dana', []);
  };
  const isRead = () => store.state().seen?.later.get('c-a') === debate.state.at;
  return { store, views, arrives, isRead };
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

test('[NW1] on a phone, comments that come while another tab is open are read once theirs is', () => {
  width = 400;
  const { views, arrives, isRead } = aBoard();
  views.set({ selected: targetOf('c-a') });
  arrives('m-1');
  expect([isRead(), tabOf(views.read())]).toEqual([false, 'support']);
  views.set({ tab: 'comments' });
  expect(isRead()).toBe(true);
  expect(views.read().newComments?.ids).toEqual(new Set(['m-1']));
  arrives('m-2');
  expect(isRead()).toBe(true);
});

test('[NW5] the step to the next place turns one that is open to its new comments, and opens others at their top', () => {
  width = 400;
  const { store, views, arrives } = aBoard();
  views.set({ selected: targetOf('c-a') });
  arrives('m-1');
  const select = vi.fn();
  expect(selectNext(store, null, 'c-a', select)).toBe(true);
  expect(selectNext(store, null, null, select)).toBe(true);
  expect(select.mock.calls).toEqual([
    [targetOf('c-a'), 'm-1'],
    [targetOf('c-a'), undefined],
  ]);
  views.set({ tab: 'comments' });
  expect(selectNext(store, null, 'c-a', select)).toBe(false);
});

test('[NW1] a wider window that shows the comments of a claim marks them as read', () => {
  width = 400;
  const { views, arrives, isRead } = aBoard();
  views.set({ selected: targetOf('c-a') });
  arrives('m-1');
  width = 1_600;
  expect(isRead()).toBe(false);
  window.dispatchEvent(new Event('resize'));
  expect(isRead()).toBe(true);
});

test.each([
  ['a tool where only one pane fits', 1_200, openTool({ listing: 'tasks' })],
  ['a tool on a phone', 400, openTool({ listing: 'tasks' })],
  ['guided voting', 1_600, { guided: { branch: null } }],
])('[NW1] comments that come behind %s are read once the panel is in front again', (_, wide, cover) => {
  width = wide;
  const { views, arrives, isRead } = aBoard();
  views.set({ selected: targetOf('c-a'), tab: 'comments' });
  views.set(cover);
  arrives('m-1');
  expect(isRead()).toBe(false);
  views.set({ ...NO_TOOL, front: 'panel' });
  expect(isRead()).toBe(true);
});
