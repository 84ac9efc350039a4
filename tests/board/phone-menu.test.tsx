// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useViewPart } from '../../app/_board/core/view/view-provider.tsx';
import { FollowProvider } from '../../app/_board/features/follow/follow-context.tsx';
import { BoardHeader } from '../../app/_board/header/board-header.tsx';
import { NO_READ_MARKS } from '../../domain/unread/read-marks.ts';
import { aDebate, comment, report, targetOf } from '../support/debate-builder.ts';
import { show } from './show.tsx';

let unread = 0;
const NARROW = { matches: false, addEventListener: () => {}, removeEventListener: () => {} };

/** The claim that is selected. */
function Selected() {
  return <p>At {useViewPart(({ selected }) => selected?.id)}</p>;
}

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ ...NARROW }));
  vi.stubGlobal('fetch', async (asked: string | Request) => {
    const { pathname } = new URL(typeof asked === 'string' ? asked : asked.url, 'http://localhost');
    if (pathname !== '/api/notes/count') throw new TypeError('fetch failed');
    return Response.json({ ok: true, unread, personId: 'mona' });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('a phone’s menu says what waits for a moderator: notifications, and the queue', async () => {
  const debate = aDebate().does('emil', report('r-a', 'c-a'));
  show(
    debate,
    'mona',
    <FollowProvider>
      <BoardHeader />
    </FollowProvider>,
  );
  await screen.findByRole('button', { name: 'More, 1 item for you' });
  unread = 2;
  window.dispatchEvent(new Event('pageshow'));
  await userEvent.click(await screen.findByRole('button', { name: 'More, 3 items for you' }));
  expect(await screen.findByRole('menuitem', { name: 'Manage (1)' })).toBeTruthy();
  expect(screen.getByRole('menuitem', { name: 'Inbox, 2 new' })).toBeTruthy();
  // The count is the page's: other files of this process show it, too.
  unread = 0;
  window.dispatchEvent(new Event('pageshow'));
  await screen.findByText('More, 1 item for you');
});

test('a phone’s menu leads to the next new item, while there is one', async () => {
  const debate = aDebate();
  const seen = { ...NO_READ_MARKS, until: debate.state.at };
  debate.now += 1_000;
  debate.does('emil', comment({ commentId: 'm-new', on: targetOf('c-a') }));
  const part = (
    <FollowProvider>
      <BoardHeader />
      <Selected />
    </FollowProvider>
  );
  const { store } = show(debate, 'dana', part);
  const more = async () => userEvent.click(await screen.findByRole('button', { name: /^More/ }));
  await more();
  await screen.findByRole('menuitem', { name: 'What’s new' });
  expect(screen.queryByRole('menuitem', { name: 'Go to the next new claim' })).toBeNull();
  await userEvent.keyboard('{Escape}');
  act(() => store.markSeen(seen));
  // Nothing waits for the viewer: a dot, without a number.
  expect((await screen.findByRole('button', { name: 'More, 1 new' })).textContent).toBe('More, 1 new');
  await expect
    .poll(async () => {
      await more();
      const item = screen.queryByRole('menuitem', { name: 'Go to the next new claim' });
      if (item) await userEvent.click(item);
      else await userEvent.keyboard('{Escape}');
      return item;
    })
    .not.toBeNull();
  expect(await screen.findByText('At c-a')).toBeTruthy();
});
