// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import type { Transport, TransportListener } from '../../app/_board/core/transport/transport.ts';
import { persistReadMarks } from '../../app/_board/core/unread/persist-read-marks.ts';
import { createViewStore } from '../../app/_board/core/view/view-store.ts';
import type { ReadMarksMessage } from '../../domain/protocol/read-marks-messages.ts';
import { NO_READ_MARKS } from '../../domain/unread/read-marks.ts';
import { packReadMarks } from '../../domain/unread/sent-read-marks.ts';
import { aDebate, comment, targetOf } from '../support/debate-builder.ts';
import { welcomeOf } from './welcome-of.ts';

const HOUR = 3_600_000;
let clock = 0;
let end = () => {};
const visibility = vi.spyOn(document, 'visibilityState', 'get');

beforeEach(() => {
  clock = 1_000_000;
  vi.spyOn(Date, 'now').mockImplementation(() => clock);
});
afterEach(() => {
  end();
  turn('visible');
});

function turn(state: DocumentVisibilityState) {
  visibility.mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
}

/** A page of Dana's, live. `reported` has the moments at which she left, and `passes` lets time pass, with a comment of Emil's after it. */
async function aPage() {
  const debate = aDebate();
  const reported: (number | undefined)[] = [];
  let seen = { ...NO_READ_MARKS, until: debate.state.at, left: debate.state.at };
  let listener: TransportListener | null = null;
  const transport: Transport = {
    ...silentTransport(),
    connect: (to) => {
      listener = to;
      to.connected();
      return () => undefined;
    },
    open: async ({ after }) => ({
      ...welcomeOf(debate, 'dana', after),
      standing: { muted: false, membership: 'member', reason: null },
    }),
    sendSeen: async ({ left }: ReadMarksMessage) => {
      if (left !== undefined) reported.push(left);
      seen = { ...seen, left: Math.max(seen.left, left ?? 0) };
      return packReadMarks(seen);
    },
  };
  const page = { debateId: 'a-debate', participantId: 'dana', people: [] };
  const store = createBoardStore(page, debate.projection('dana'), transport);
  end = persistReadMarks(store, createViewStore(), () => 'all');
  store.connect();
  await expect.poll(() => store.state().lastVisit).toBe(debate.state.at);
  const passes = async (milliseconds: number) => {
    clock += milliseconds;
    debate.now += milliseconds;
    debate.does('emil', comment({ commentId: `m-${clock}`, on: targetOf('c-a') }));
    (listener as TransportListener | null)?.disconnected();
    (listener as TransportListener | null)?.connected();
    await expect.poll(() => store.state().replica.confirmed.at).toBe(debate.state.at);
  };
  return { store, debate, reported, passes };
}

test('[NW5] a page that is closed in the background ends the visit when it was hidden', async () => {
  const { debate, reported, passes } = await aPage();
  const known = debate.state.at;
  turn('hidden');
  await passes(240 * HOUR);
  window.dispatchEvent(new Event('pagehide'));
  end();
  expect(reported).toEqual([known, known, known]);
  expect(debate.state.at).toBeGreaterThan(known);
});

test('[NW5] a page that was opened in the background, and never shown, is no visit', async () => {
  turn('hidden');
  const { reported } = await aPage();
  window.dispatchEvent(new Event('pagehide'));
  expect(reported).toEqual([]);
});

test('[NW5] one who returns to the page after an hour begins another visit, and sooner goes on with theirs', async () => {
  const { store, debate, reported, passes } = await aPage();
  const first = store.state().lastVisit;
  await passes(HOUR / 2);
  turn('hidden');
  await passes(HOUR / 2);
  turn('visible');
  expect(store.state().lastVisit).toBe(first);
  const known = debate.state.at;
  turn('hidden');
  await passes(HOUR);
  turn('visible');
  expect(store.state().lastVisit).toBe(known);
  window.dispatchEvent(new Event('pagehide'));
  expect(reported.at(-1)).toBe(debate.state.at);
});
