// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FollowProvider } from '../../app/_board/features/follow/follow-context.tsx';
import { BoardHeader } from '../../app/_board/header/board-header.tsx';
import { aDebate, report } from '../support/debate-builder.ts';
import { show } from './show.tsx';

let unread = 0;
const NARROW = { matches: false, addEventListener: () => {}, removeEventListener: () => {} };

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
