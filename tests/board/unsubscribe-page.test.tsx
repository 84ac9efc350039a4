// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import {
  AppRouterContext,
  type AppRouterInstance,
} from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { afterEach, expect, test } from 'vitest';
import { en } from '../../app/_ui/messages/en.ts';
import { MessageProvider } from '../../app/_ui/messages/message-provider.tsx';
import UnsubscribePage from '../../app/unsubscribe/page.tsx';

afterEach(cleanup);

test.each([
  ['asks before', { token: 't' }, true, null],
  ['says after pressing that it is done', { done: 'yes' }, false, /^You’re unsubscribed: /],
  ['says that a link is incomplete', { done: 'no' }, false, /^This link is incomplete/],
])('the unsubscribe page %s, and nothing else', async (_, query, asks, note) => {
  const page = await UnsubscribePage({ searchParams: Promise.resolve(query) });
  render(
    <AppRouterContext.Provider value={{} as AppRouterInstance}>
      <MessageProvider locale="en" messages={en}>
        {page}
      </MessageProvider>
    </AppRouterContext.Provider>,
  );
  const isShown = (text: RegExp) => screen.queryAllByText(text).length > 0;
  expect([/^This turns off emails/, /^For one debate only/].map(isShown)).toEqual([asks, asks]);
  expect(screen.queryAllByRole('button', { name: 'Unsubscribe' })).toHaveLength(asks ? 1 : 0);
  if (note) expect(isShown(note)).toBe(true);
});
