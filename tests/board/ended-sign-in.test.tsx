// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepDebate } from '../../app/_board/offline/keep-debate.ts';
import { answerPage } from '../../app/_board/offline/kept-pages.ts';
import { silentTransport } from '../../app/_board/silent-transport.ts';
import { createBoardStore } from '../../app/_board/store/create-board-store.ts';
import type { TransportListener } from '../../app/_board/store/transport.ts';
import { useUnread } from '../../app/_ui/use-unread.ts';
import { aDebate } from '../support/debate-builder.ts';

/** Paths of the pages that the browser keeps. */
let kept: Set<string>;
/** What the server answers now, by path. */
let answers: Map<string, Response>;

const PRIVATE = ['/', '/debates/one', '/debates/two'];

beforeEach(() => {
  kept = new Set(PRIVATE);
  answers = new Map();
  const pages = {
    match: async (path: string) => (kept.has(path) ? new Response('kept') : undefined),
    put: async (path: string) => void kept.add(path),
    delete: async (path: string) => kept.delete(path),
    keys: async () => [...kept].map((path) => new Request(`http://localhost${path}`)),
  };
  vi.stubGlobal('caches', {
    open: async () => pages,
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
  answers.set('/api/notes/count', Response.json({ ok: true, unread: 0, signedIn: is }));

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
])('a board that is closed asks who is signed in (%s) and forgets so much', async (is, left) => {
  window.history.replaceState(null, '', '/debates/one');
  signedIn(is);
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
  await expect.poll(() => [...kept]).toEqual(left);
  keeping.end();
});

test.each([
  [false, []],
  [true, ['/', '/debates/two']],
])(
  'a page that is refused is forgotten, and all of them when nobody is signed in (signed in: %s)',
  async (is, left) => {
    signedIn(is);
    answers.set('/debates/one', new Response('', { status: 404 }));
    const work: Promise<unknown>[] = [];
    const answer = await answerPage(
      new Request('http://localhost/debates/one'),
      (more) => void work.push(more),
    );
    expect(answer.status).toBe(404);
    await Promise.allSettled(work);
    expect([...kept]).toEqual(left);
  },
);
