// @vitest-environment happy-dom
import { cleanup, render, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepDebate } from '../../app/_board/core/offline/keep-debate.ts';
import { answerPage } from '../../app/_board/core/offline/saved-pages.ts';
import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import type { TransportListener } from '../../app/_board/core/transport/transport.ts';
import { useUnread } from '../../app/_ui/links/use-unread.ts';
import { aDebate } from '../support/debate-builder.ts';

/** Paths of the pages that the browser keeps. */
let kept: Set<string>;
/** The server's current answers, by path. */
let answers: Map<string, Response>;

/** Copy of the mark that the service worker reads: whose debates are kept. */
let copied: Map<string, Response>;

const PRIVATE = ['/', '/debates/one', '/debates/two'];

beforeEach(() => {
  kept = new Set(PRIVATE);
  answers = new Map();
  copied = new Map();
  window.localStorage.setItem('parley:kept-for', 'ann');
  const pages = {
    match: async (path: string) => (kept.has(path) ? new Response('kept') : undefined),
    put: async (path: string) => void kept.add(path),
    delete: async (path: string) => kept.delete(path),
    keys: async () => [...kept].map((path) => new Request(`http://localhost${path}`)),
  };
  vi.stubGlobal('caches', {
    open: async (name: string) =>
      name === 'parley-pages'
        ? pages
        : {
            match: async (path: string) => copied.get(path)?.clone(),
            put: async (path: string, mark: Response) => void copied.set(path, mark),
            delete: async (path: string) => copied.delete(path),
          },
    delete: async (name: string) => {
      if (name === 'parley-pages') kept.clear();
      return true;
    },
  });
  vi.stubGlobal('fetch', async (asked: string | Request) => {
    const { pathname } = new URL(typeof asked === 'string' ? asked : asked.url, 'http://localhost');
    return answers.get(pathname)?.clone() ?? Promise.reject(new Error('away'));
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  window.localStorage.clear();
});

const signedIn = (is: boolean) =>
  answers.set('/api/notes/count', Response.json({ ok: true, unread: 0, personId: is ? 'ann' : null }));

function Bell() {
  return <>{useUnread(true)}</>;
}

test('a page that hears that its sign-in has ended elsewhere forgets every page that is kept', async () => {
  signedIn(true);
  render(<Bell />);
  window.dispatchEvent(new Event('pageshow'));
  await new Promise((resolve) => setTimeout(resolve));
  expect([...kept]).toEqual(PRIVATE);
  signedIn(false);
  window.dispatchEvent(new Event('pageshow'));
  await expect.poll(() => [...kept]).toEqual([]);
  expect(window.localStorage.getItem('parley:signed-out')).not.toBeNull();
});

test.each([
  [false, []],
  [true, ['/', '/debates/two']],
])('a closed board asks for the sign-in (%s) and removes as much', async (is, left) => {
  await closeBoard(is);
  await expect.poll(() => [...kept]).toEqual(left);
});

test('a closed board that could not ask for the sign-in asks again, also once it is left', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  await closeBoard(null);
  await vi.advanceTimersByTimeAsync(4_000);
  expect([...kept]).toEqual(THE_REST);
  signedIn(false);
  await vi.advanceTimersByTimeAsync(2_000);
  vi.useRealTimers();
  await expect.poll(() => [...kept]).toEqual([]);
});

/** Opens a board whose access then changes; `null`: the server can't be asked for the sign-in. */
async function closeBoard(is: boolean | null): Promise<void> {
  window.history.replaceState(null, '', '/debates/one');
  if (is !== null) signedIn(is);
  const debate = aDebate();
  let server: TransportListener | undefined;
  const transport = {
    ...silentTransport(),
    connect: (listener: TransportListener) => {
      server = listener;
      return () => undefined;
    },
  };
  const page = { debateId: 'one', participantId: 'dana', people: [] };
  const store = createBoardStore(page, debate.projection('dana'), transport);
  const keeping = keepDebate(store);
  store.connect();
  server?.closing({ reason: 'access_changed' });
  await vi.waitFor(() => expect(kept.has('/debates/one')).toBe(false));
  keeping.end();
}

const THE_REST = ['/', '/debates/two'];

test.each([
  { status: 404, mark: 'ann', is: false, left: [] },
  { status: 404, mark: 'ann', is: true, left: THE_REST },
  { status: 404, mark: '', is: false, left: THE_REST },
  { status: 400, mark: 'ann', is: false, left: THE_REST },
  { status: 429, mark: 'ann', is: false, left: PRIVATE },
])(
  'the service worker forgets as much as $status says, kept for "$mark", signed in: $is',
  async ({ status, mark, is, left }) => {
    signedIn(is);
    vi.stubGlobal('window', undefined);
    if (mark !== '') copied.set('/kept-for', new Response(mark));
    answers.set('/debates/one', new Response('', { status }));
    const work: Promise<unknown>[] = [];
    const answer = await answerPage(
      new Request('http://localhost/debates/one'),
      (more) => void work.push(more),
      () => undefined,
    );
    expect(answer.status).toBe(status);
    await Promise.allSettled(work);
    vi.stubGlobal('window', globalThis);
    expect([...kept]).toEqual(left);
  },
);

test('a board that a reader without a name may no longer read is the only one forgotten', async () => {
  window.localStorage.removeItem('parley:kept-for');
  await closeBoard(false);
  await expect.poll(() => [...kept]).toEqual(THE_REST);
  await new Promise((resolve) => setTimeout(resolve));
  expect([...kept]).toEqual(THE_REST);
});

test.each([
  ['someone', []],
  ['ann', []],
  ['ben', PRIVATE],
  ['', PRIVATE],
])('data saved for "%s" is removed, or not, when ben opens a board or the first page', async (mark, left) => {
  const { useSavedFor: useKeptFor, useSavedForReader: useKeptForReader } = await import(
    '../../app/_board/core/offline/use-saved-for.ts'
  );
  answers.set('/api/notes/count', Response.json({ ok: true, unread: 0, personId: 'ben' }));
  for (const useIt of [() => useKeptFor('ben'), () => useKeptForReader(true)]) {
    kept = new Set(PRIVATE);
    window.localStorage.setItem('parley:kept-for', mark);
    const { result, unmount } = renderHook(useIt);
    await expect.poll(() => result.current).toBe(true);
    expect([...kept]).toEqual(left);
    expect(window.localStorage.getItem('parley:kept-for')).toBe('ben');
    await expect.poll(() => copied.get('/kept-for')?.clone().text()).toBe('ben');
    unmount();
  }
});
