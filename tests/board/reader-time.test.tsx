// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import type { Transport } from '../../app/_board/core/transport/transport.ts';
import StandingNotice from '../../app/_board/features/people/standing-notice.tsx';
import { StatusNote } from '../../app/_board/header/status-note.tsx';
import { en } from '../../app/_ui/messages/en.ts';
import { MessageProvider } from '../../app/_ui/messages/message-provider.tsx';
import { RelativeTime } from '../../app/_ui/time/relative-time.tsx';
import { When } from '../../app/debates/[id]/meetings/when.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';
import { welcomeOf } from './welcome-of.ts';

const zone = process.env.TZ;
const FROM = Date.UTC(2026, 10, 30, 18, 5);
const HOUR = 3_600_000;

beforeEach(() => {
  // Five and a half hours ahead: from 18:30 on, it is another day there.
  process.env.TZ = 'Asia/Kolkata';
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const page = (part: ReactNode) => (
  <MessageProvider locale="en" messages={en}>
    {part}
  </MessageProvider>
);
const inWords = (part: ReactNode) => render(page(part)).container.textContent?.replaceAll('\u202f', ' ');

test('a meeting’s times are in the reader’s time zone, and without scripts in UTC, which they say', () => {
  const meeting = <When from={FROM} to={FROM + HOUR} />;
  const sent = renderToString(page(meeting))
    .replace(/<[^>]*>/g, '')
    .replaceAll('\u202f', ' ');
  expect(sent).toBe('November 30, 2026 at 6:05 PM UTC – 7:05 PM UTC');
  expect(inWords(meeting)).toBe('November 30, 2026 at 11:35 PM – December 1, 2026 at 12:35 AM');
  cleanup();
  expect(inWords(<When from={FROM - HOUR} to={FROM} />)).toBe('November 30, 2026 at 10:35 PM – 11:35 PM');
});

test('the exact time behind a relative one is in the reader’s time zone', () => {
  const { container } = render(page(<RelativeTime at={FROM} />));
  expect(container.querySelector('time')?.title).toMatch(/^Nov 30, 2026, 11:35/);
});

test('shown times are updated together, by one timer that ends with the last of them', () => {
  vi.useFakeTimers();
  const at = Date.now();
  const times = (...keys: readonly string[]) => page(keys.map((key) => <RelativeTime key={key} at={at} />));
  const { rerender } = render(times('a', 'b', 'c'));
  expect(vi.getTimerCount()).toBe(1);
  rerender(times('b', 'c'));
  expect(vi.getTimerCount()).toBe(1);
  act(() => vi.advanceTimersByTime(5 * 60_000));
  expect([...document.querySelectorAll('time')].map((time) => time.textContent)).toEqual(
    Array(2).fill('5 minutes ago'),
  );
  rerender(times());
  expect(vi.getTimerCount()).toBe(0);
});

test('a debate’s last day and the end of a mute are in the reader’s time zone', async () => {
  const at = FROM + HOUR;
  const debate = aDebate();
  show(debate, 'olga', <StatusNote quietEnd={{ what: 'archive', at }} />);
  expect(document.body.textContent).toContain('On December 1, 2026 this debate');
  cleanup();
  const standing = { muted: true, membership: 'member', reason: 'flooding', mutedUntil: at } as const;
  const transport: Transport = {
    ...silentTransport(),
    connect: (to) => {
      to.connected();
      return () => undefined;
    },
    open: async ({ after }) => ({ ...welcomeOf(debate, 'dana', after), standing }),
  };
  const { store } = show(debate, 'dana', <StandingNotice />, [], { transport });
  store.connect();
  const notice = await screen.findByRole('alert');
  expect(notice.textContent?.replaceAll('\u202f', ' ')).toContain('It ends on December 1, 2026 at 12:35 AM.');
});
