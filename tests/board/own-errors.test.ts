import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import { BoardStore } from '../../app/_board/core/store/board-store.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import {
  type Transport,
  type TransportListener,
  UnreadableAnswer,
} from '../../app/_board/core/transport/transport.ts';
import type { Welcome } from '../../domain/protocol/server-messages.ts';
import { aDebate, newClaim } from '../support/debate-builder.ts';
import { welcomeOf } from './welcome-of.ts';

const reported = vi.fn();
beforeEach(() => {
  vi.stubGlobal('reportError', reported);
});
afterEach(() => {
  vi.unstubAllGlobals();
  reported.mockReset();
});

const debate = aDebate();
const BROKEN = new Error('broken');

/** A page that connects, with the answer to each opening, and the pauses it makes before it opens the debate again. */
function connected(open: (after: number) => Promise<Welcome>) {
  const pauses: (number | undefined)[] = [];
  const retries: (() => void)[] = [];
  const listeners: TransportListener[] = [];
  const transport: Transport = {
    ...silentTransport(),
    connect: (to) => {
      listeners.push(to);
      to.connected();
      return () => undefined;
    },
    open: ({ after }) => open(after),
  };
  const page = { debateId: 'a-debate', participantId: 'dana', people: [] };
  const { state } = createBoardStore(page, debate.projection('dana'), transport);
  const store = new BoardStore(state(), transport, 'tab_one', (retry, pause) => {
    retries.push(retry);
    pauses.push(pause);
  });
  store.connect();
  /** Waits for so many failed openings, and tries again after each. */
  const failing = async (times: number) => {
    for (let tries = 1; tries <= times; tries += 1) {
      await expect.poll(() => retries.length).toBe(tries);
      retries.at(-1)?.();
    }
  };
  const live = () => expect.poll(() => store.state().connection.kind).toBe('live');
  return { pauses, failing, live, listeners };
}

test.each<[string, () => Promise<Welcome>]>([
  ['cannot be unpacked', () => Promise.reject(new UnreadableAnswer('welcome', { cause: BROKEN }))],
  [
    'cannot be taken',
    async () => {
      const state = { kind: 'snapshot', snapshot: null } as unknown as Welcome['state'];
      return { ...welcomeOf(debate, 'dana', debate.state.seq), state };
    },
  ],
])('a debate that %s is asked for after pauses that double, and reported once', async (_, broken) => {
  let opened = 0;
  const { pauses, failing, live } = connected(async (after) => {
    opened += 1;
    return opened <= 8 ? broken() : welcomeOf(debate, 'dana', after);
  });
  await failing(8);
  await live();
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  expect(reported).toHaveBeenCalledTimes(1);
});

test('an opening without an answer is asked again soon each time, and is no error of the page', async () => {
  let opened = 0;
  const { pauses, failing, live } = connected(async (after) => {
    opened += 1;
    return opened <= 3 ? Promise.reject(new Error('lost')) : welcomeOf(debate, 'dana', after);
  });
  await failing(3);
  await live();
  expect(pauses).toEqual([undefined, undefined, undefined]);
  expect(reported).not.toHaveBeenCalled();
});

test('a frame that cannot be taken is reported, and the debate is opened again', async () => {
  const { pauses, failing, live, listeners } = connected(async (after) => welcomeOf(debate, 'dana', after));
  await live();
  const { seq } = debate.state;
  debate.does('emil', newClaim('more', 'c-b'));
  listeners[0]?.frame({ ...debate.frame('dana', seq), own: null as never });
  await failing(1);
  await live();
  expect(pauses).toEqual([1_000]);
  expect(reported).toHaveBeenCalledTimes(1);
});
