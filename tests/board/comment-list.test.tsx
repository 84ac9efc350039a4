// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { standingOn } from '../../app/_board/core/claims/use-claim.ts';
import { useViewStore } from '../../app/_board/core/view/view-provider.tsx';
import { useViewActs } from '../../app/_board/core/view/view-state.tsx';
import type { ViewStore } from '../../app/_board/core/view/view-store.ts';
import { CommentList } from '../../app/_board/features/comments/comment-list.tsx';
import type { OperationOf } from '../../domain/debate/engine/operations.ts';
import { createEntries } from '../../server/log/create-entries.ts';
import { aDebate, comment, targetOf } from '../support/debate-builder.ts';
import { show } from './show.tsx';

let scrolled: string[] = [];

beforeEach(() => {
  scrolled = [];
  Element.prototype.scrollIntoView = function scroll() {
    scrolled.push(this.id);
  };
});
afterEach(cleanup);

const ON = targetOf('c-b');

/** A debate with many comments of one place, `m-1` the first; some may be replies to others. */
function written(count: number, replyTo: string | null = null) {
  const debate = aDebate();
  const comments = Array.from({ length: count }, (_, n): OperationOf<'comment.add'> => {
    const at = n === 0 ? null : replyTo;
    return comment({ commentId: `m-${n + 1}`, on: ON, replyTo: at, text: `comment ${n + 1}` });
  });
  const made = createEntries(debate.state, comments, 'dana', debate.now);
  debate.state = made.ok ? made.state : expect.fail(made.rejection.code);
  return debate;
}

let goTo = (_commentId: string) => {};
let views: ViewStore | undefined;

/** The list, in the panel of a board. */
function Panel() {
  const { select } = useViewActs();
  views = useViewStore();
  goTo = (commentId) => act(() => select(ON, commentId));
  return <CommentList on={ON} />;
}

const setNew = (...ids: string[]) => act(() => views?.set({ newComments: { at: ON.id, ids: new Set(ids) } }));

const drawn = () => [...document.querySelectorAll('[id^="m-"]')].map(({ id }) => Number(id.slice(2)));

test('a long list shows its newest threads, and earlier ones in parts', async () => {
  show(written(120), 'emil', <CommentList on={ON} />);
  await expect.poll(() => drawn().length).toBe(50);
  expect([drawn()[0], drawn().at(-1)]).toEqual([71, 120]);
  await userEvent.click(screen.getByText('Show 50 earlier'));
  expect([drawn()[0], drawn().length]).toEqual([21, 100]);
  expect(document.activeElement?.closest('[id^="m-"]')?.id).toBe('m-21');
  await userEvent.click(screen.getByText('Show 20 earlier'));
  expect([drawn()[0], drawn().length]).toEqual([1, 120]);
  expect(screen.queryByText(/earlier$/)).toBeNull();
});

test('a long thread shows its newest replies, and readers get the focus at earlier ones too', async () => {
  show(written(31, 'm-1'), null, <CommentList on={ON} />);
  await expect.poll(() => drawn().length).toBe(21);
  expect(drawn().slice(0, 2)).toEqual([1, 12]);
  await userEvent.click(screen.getByText('Show 10 earlier'));
  expect(drawn().length).toBe(31);
  expect(document.activeElement?.closest('[id^="m-"]')?.id).toBe('m-2');
});

test('a comment that a link leads to is shown before the newest ones', async () => {
  show(written(120), 'emil', <Panel />);
  await expect.poll(() => drawn().length).toBe(50);
  goTo('m-3');
  expect(drawn().slice(0, 2)).toEqual([3, 71]);
  await expect.poll(() => scrolled).toEqual(['m-3']);
  goTo('m-3');
  await expect.poll(() => scrolled).toEqual(['m-3', 'm-3']);
  expect(screen.getByText('Show 50 earlier')).toBeTruthy();
});

test('a comment that a link leads to is shown in a resolved thread too, until the viewer hides those', async () => {
  const debate = written(3);
  debate.does('dana', { type: 'comment.resolve', commentId: 'm-2', resolved: true });
  show(debate, 'emil', <Panel />);
  await expect.poll(drawn).toEqual([1, 3]);
  goTo('m-2');
  expect(drawn()).toEqual([1, 2, 3]);
  await userEvent.click(screen.getByText('Hide resolved threads'));
  expect(drawn()).toEqual([1, 3]);
});

test('[NW1] earlier threads and replies that are new to the viewer are shown, as many as a list shows at first', async () => {
  show(written(120), 'emil', <Panel />);
  await expect.poll(() => drawn().length).toBe(50);
  setNew('m-4');
  expect(drawn().slice(0, 2)).toEqual([4, 71]);
  setNew('m-4', ...Array.from({ length: 59 }, (_, n) => `m-${n + 10}`));
  expect([drawn()[0], drawn().length]).toEqual([19, 100]);
  await userEvent.click(screen.getByText('Show 20 earlier'));
  expect(drawn()).toEqual(Array.from({ length: 120 }, (_, n) => n + 1));
  cleanup();
  show(written(41, 'm-1'), 'emil', <Panel />);
  await expect.poll(() => drawn().length).toBe(21);
  setNew('m-5');
  expect(drawn().slice(0, 3)).toEqual([1, 5, 22]);
});

test('a new comment takes none away that is shown', async () => {
  const debate = written(60);
  const { update } = show(debate, 'emil', <CommentList on={ON} />);
  await expect.poll(() => drawn().length).toBe(50);
  debate.does('dana', comment({ commentId: 'm-61', on: ON }));
  update();
  expect([drawn()[0], drawn().at(-1)]).toEqual([11, 61]);
});

test('the origins of claims are gone through once for the whole list', async () => {
  const debate = written(40);
  const { store, update } = show(debate, 'emil', <CommentList on={ON} />);
  await expect.poll(() => drawn().length).toBe(40);
  const values = vi.spyOn(Object.getPrototypeOf(store.state().replica.view.origins), 'values');
  update();
  const { origins } = store.state().replica.view;
  expect(values.mock.contexts.filter((one) => one === origins).length).toBeLessThanOrEqual(1);
  values.mockRestore();
});

test('the comments of a place are counted once, however many cards ask', () => {
  const { state } = written(10);
  const filtered = vi.spyOn(state.commentsOn.get('c-b') as string[], 'filter');
  expect([standingOn(state, 'c-b'), standingOn(state, 'c-b')]).toEqual([10, 10]);
  expect(filtered).toHaveBeenCalledTimes(1);
});
