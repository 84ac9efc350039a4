// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import {
  AppRouterContext,
  type AppRouterInstance,
} from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DebatesHere } from '../../app/_board/core/offline/debates-here.tsx';
import { isCopyQuestion } from '../../app/_board/core/offline/save-message.ts';
import { answerPage } from '../../app/_board/core/offline/saved-pages.ts';
import { answerCopyQuestion, noteCopy } from '../../app/_board/core/offline/shown-copies.ts';
import { en } from '../../app/_ui/messages/en.ts';
import { MessageProvider } from '../../app/_ui/messages/message-provider.tsx';

/** How the server answers a page. */
let server: () => Promise<Response>;
/** How often the page was read again. */
let refreshes: number;

const never = () => new Promise<Response>(() => undefined);
const HOUR = 3_600_000;

beforeEach(() => {
  refreshes = 0;
  const kept = new Response('kept', { headers: { date: new Date(Date.now() - 3 * HOUR).toUTCString() } });
  // There is no service worker here: its caches, and the way to it, stand for the browser's.
  vi.stubGlobal('caches', { open: async () => ({ match: async () => kept, put: async () => undefined }) });
  vi.stubGlobal('fetch', async (asked: string | Request) =>
    typeof asked === 'string' ? Response.json({}) : server(),
  );
  const controller = {
    postMessage: (message: unknown, [port]: MessagePort[]) =>
      isCopyQuestion(message) &&
      answerCopyQuestion('the-page', message.path, (answer) => port?.postMessage(answer)),
  };
  vi.stubGlobal('navigator', { onLine: true, serviceWorker: { controller } });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Opens the list of debates through the service worker, and draws it. */
async function openList(): Promise<string> {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const opening = answerPage(
    new Request('http://localhost/'),
    (work) => void work.catch(() => undefined),
    (copy, arrives) => noteCopy('the-page', '/', copy, arrives),
  );
  await vi.advanceTimersByTimeAsync(5_000);
  vi.useRealTimers();
  const page = await (await opening).text();
  window.history.replaceState(null, '', '/');
  draw();
  return page;
}

function draw(): void {
  const router: Partial<AppRouterInstance> = {
    refresh() {
      refreshes += 1;
    },
  };
  render(
    <AppRouterContext.Provider value={router as AppRouterInstance}>
      <MessageProvider locale="en" messages={en}>
        <DebatesHere personId={null} participantIds={[]}>
          The debates
        </DebatesHere>
      </MessageProvider>
    </AppRouterContext.Provider>,
  );
}

/** Lets the server answer the page only when the returned function is called. */
function answersLater(): (response: Response) => void {
  let answer = (_response: Response) => {};
  const answered = new Promise<Response>((resolve) => {
    answer = resolve;
  });
  server = () => answered;
  return (response) => answer(response);
}

test.each([
  ['takes over 5 seconds', never],
  ['fails', async () => new Response('', { status: 503 })],
])('a list that %s on the server is shown as the copy that it is, once', async (_, answers) => {
  server = answers;
  expect(await openList()).toBe('kept');
  const note = await screen.findByText(/^The server is slow to answer/);
  await waitFor(() => expect(note.parentElement?.textContent).toContain('Last seen 3 hours ago'));
  expect(screen.getByRole('link', { name: 'Load current list' })).not.toBeNull();
  expect(screen.getByText('The debates')).not.toBeNull();
  cleanup();
  draw();
  await isAsked();
  expect(screen.queryByText(/slow to answer/)).toBeNull();
});

test('after the list itself arrives, the copy is read again and the note goes', async () => {
  const answer = answersLater();
  await openList();
  await screen.findByText(/^The server is slow to answer/);
  expect(refreshes).toBe(0);
  answer(new Response('current'));
  await waitFor(() => expect(refreshes).toBe(1));
  await waitFor(() => expect(screen.queryByText(/slow to answer/)).toBeNull());
});

test('a list that the server refused is asked for until it is there', async () => {
  const answer = answersLater();
  await openList();
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const asked = vi.fn(async (_path: string) => new Response(null, { status: 503 }));
  vi.stubGlobal('fetch', async (path: string, { method = 'GET' }: RequestInit) =>
    method === 'HEAD' ? asked(path) : Response.json({}),
  );
  answer(new Response('', { status: 503 }));
  // Not vi.waitUntil: it advances the timers.
  while (vi.getTimerCount() === 0) await new Promise(setImmediate);
  for (const [wait, times] of [
    [4_999, 0],
    [1, 1],
    [9_999, 1],
    [1, 2],
  ] as const) {
    await vi.advanceTimersByTimeAsync(wait);
    expect(asked).toHaveBeenCalledTimes(times);
  }
  expect(refreshes).toBe(0);
  asked.mockImplementation(async () => new Response(null));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(asked).toHaveBeenLastCalledWith('/');
  expect(refreshes).toBe(1);
  vi.useRealTimers();
  await waitFor(() => expect(screen.queryByText(/slow to answer/)).toBeNull());
});

test('a list from the server is shown as it is', async () => {
  server = async () => new Response('current');
  expect(await openList()).toBe('current');
  await isAsked();
  expect(screen.queryByText(/slow to answer/)).toBeNull();
});

/** Waits until an answer that was sent to the page before now has arrived. */
async function isAsked(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const arrived = new Promise((resolve) => {
    port1.onmessage = resolve;
  });
  port2.postMessage(null);
  await arrived;
  port1.close();
}
