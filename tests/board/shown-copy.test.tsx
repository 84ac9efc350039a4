// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import {
  AppRouterContext,
  type AppRouterInstance,
} from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DebatesHere } from '../../app/_board/core/offline/debates-here.tsx';
import { type CopyAnswer, isCopyQuestion } from '../../app/_board/core/offline/save-message.ts';
import { answerPage } from '../../app/_board/core/offline/saved-pages.ts';
import { answerCopyQuestion, noteCopy } from '../../app/_board/core/offline/shown-copies.ts';
import { en } from '../../app/_ui/messages/en.ts';
import { MessageProvider } from '../../app/_ui/messages/message-provider.tsx';

/** How the server answers a page. */
let server: () => Promise<Response>;
/** Answers of the service worker to the page. */
let reported: CopyAnswer[];
/** How often the page was read again. */
let refreshes: number;

const never = () => new Promise<Response>(() => undefined);
const HOUR = 3_600_000;

beforeEach(() => {
  refreshes = 0;
  reported = [];
  const kept = new Response('kept', { headers: { date: new Date(Date.now() - 3 * HOUR).toUTCString() } });
  // There is no service worker here: its caches, and the way to it, stand for the browser's.
  vi.stubGlobal('caches', { open: async () => ({ match: async () => kept, put: async () => undefined }) });
  vi.stubGlobal('fetch', async (asked: string | Request) =>
    typeof asked === 'string' ? Response.json({}) : server(),
  );
  const controller = {
    postMessage: (message: unknown, [port]: MessagePort[]) =>
      isCopyQuestion(message) &&
      answerCopyQuestion('the-page', message.path, (answer) => {
        port?.postMessage(answer);
        reported.push(answer);
      }),
  };
  vi.stubGlobal('navigator', { onLine: true, serviceWorker: { controller } });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Opens the list of debates through the service worker, and draws it. `timers`: whether the page's pass by themselves. */
async function openList(timers: 'real' | 'fake' = 'real'): Promise<string> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const opening = answerPage(
    new Request('http://localhost/'),
    (work) => void work.catch(() => undefined),
    (copy, arrives) => noteCopy('the-page', '/', copy, arrives),
  );
  await vi.advanceTimersByTimeAsync(5_000);
  if (timers === 'real') vi.useRealTimers();
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

describe('a list that is not there', () => {
  /** Statuses with which the server answers the page's own questions, and how often it was asked. */
  let status: number;
  let asked: number;

  const advance = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

  /** Opens the copy; the page's timers pass when a test says so. */
  async function openCopy(): Promise<(response: Response) => Promise<void>> {
    const answer = answersLater();
    await openList('fake');
    await isAsked();
    asked = 0;
    status = 503;
    vi.stubGlobal('fetch', async (path: string, { method = 'GET' }: RequestInit) => {
      if (method !== 'HEAD') return Response.json({});
      expect(path).toBe('/');
      asked += 1;
      return new Response(null, { status });
    });
    return async (response) => {
      answer(response);
      while (!reported.includes('failed')) await isAsked();
      // The page has read the report once the second of two later messages has arrived.
      await isAsked();
      await isAsked();
    };
  }

  test('is asked for more and more rarely, until the server answers', async () => {
    const answer = await openCopy();
    await answer(new Response('', { status: 503 }));
    for (const [milliseconds, times] of [
      [3_749, 0],
      [2_501, 1],
      [4_999, 1],
      [7_501, 2],
    ] as const) {
      await advance(milliseconds);
      expect(asked).toBe(times);
    }
    expect(refreshes).toBe(0);
    status = 200;
    await advance(25_000);
    expect(refreshes).toBe(1);
    vi.useRealTimers();
    await waitFor(() => expect(screen.queryByText(/slow to answer/)).toBeNull());
  });

  test.each([
    ['without a limit on how late, but once a minute or so', 503, 0, 4],
    ['no longer once it is refused for good', 404, 1, 1],
  ])('is asked for %s', async (_, code, read, least) => {
    const answer = await openCopy();
    status = code;
    await answer(new Response('', { status: 503 }));
    await advance(10 * 60_000);
    const before = asked;
    await advance(5 * 60_000);
    expect(refreshes).toBe(read);
    expect(asked).toBeGreaterThanOrEqual(least);
    expect(asked - before > 0).toBe(read === 0);
  });

  test('is not asked for while nobody looks, nor once its page is gone', async () => {
    const answer = await openCopy();
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    await answer(new Response('', { status: 503 }));
    await advance(60_000);
    expect(asked).toBe(0);
    vi.restoreAllMocks();
    cleanup();
    await advance(10 * 60_000);
    expect(asked).toBe(0);
  });

  test('is asked for if the service worker says nothing for half a minute', async () => {
    const answer = await openCopy();
    await advance(30_000);
    // Late, it changes nothing.
    await answer(new Response('', { status: 503 }));
    await advance(6_250);
    expect(asked).toBe(1);
    status = 200;
    await advance(12_500);
    expect(refreshes).toBe(1);
  });
});

test('a list that arrives once the network has gone is not read again', async () => {
  const answer = answersLater();
  await openList();
  await screen.findByText(/^The server is slow to answer/);
  vi.stubGlobal('navigator', { ...navigator, onLine: false });
  answer(new Response('current'));
  while (!reported.includes('arrived')) await isAsked();
  await isAsked();
  await isAsked();
  expect(refreshes).toBe(0);
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
