import { expect, test } from 'vitest';
import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import { BoardStore } from '../../app/_board/core/store/board-store.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import type { Transport, TransportListener } from '../../app/_board/core/transport/transport.ts';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import type { SubmitMessage } from '../../domain/protocol/client-messages.ts';
import { RULES } from '../../domain/sync/rules.ts';
import { aDebate, agree, newClaim } from '../support/debate-builder.ts';
import { welcomeOf } from './welcome-of.ts';

test('[SY12] a page whose debate cannot be opened again yet says so and sends nothing, then everything (I7, I10)', async () => {
  const debate = aDebate();
  const submitted: SubmitMessage[] = [];
  const retries: (() => void)[] = [];
  let listener: TransportListener | null = null;
  let isAway = false;
  const transport: Transport = {
    ...silentTransport(),
    connect: (to) => {
      listener = to;
      to.connected();
      return () => undefined;
    },
    open: async ({ after }) =>
      isAway ? { ok: false, rejection: { code: 'unavailable' } } : welcomeOf(debate, 'dana', after),
    submit: (message) => {
      submitted.push(message);
      return new Promise(() => {});
    },
  };
  const page = { debateId: 'a-debate', participantId: 'dana', people: [] };
  const { state } = createBoardStore(page, debate.projection('dana'), transport);
  const store = new BoardStore(state(), transport, 'tab_one', (retry) => void retries.push(retry));
  store.enableRules(RULES);
  store.connect();
  await expect.poll(() => store.state().connection.kind).toBe('live');
  isAway = true;
  const lost = debate.state.seq + 1;
  (listener as TransportListener | null)?.frame({ after: lost, to: lost + 1, at: 0, entries: [], own: [] });
  await expect.poll(() => retries.length).toBe(1);
  expect(store.state().connection.kind).toBe('reconnecting');
  expect(store.submit(agree('c-a'))).toBeNull();
  expect(submitted).toEqual([]);
  isAway = false;
  retries[0]?.();
  await expect.poll(() => submitted.map(({ operation }) => operation.type)).toEqual(['vote.cast']);
  expect(store.state().connection.kind).toBe('live');
});

test('[SY12] a welcome that comes once its connection is lost counts for nothing: the page opens the debate on the next (I7)', async () => {
  const debate = aDebate();
  const submitted: SubmitMessage[] = [];
  const welcomes: (() => void)[] = [];
  let listener: TransportListener | null = null;
  const transport: Transport = {
    ...silentTransport(),
    connect: (to) => {
      listener = to;
      to.connected();
      return () => undefined;
    },
    open: ({ after }) =>
      new Promise((resolve) => void welcomes.push(() => resolve(welcomeOf(debate, 'dana', after)))),
    submit: (message) => {
      submitted.push(message);
      return new Promise(() => {});
    },
  };
  const page = { debateId: 'a-debate', participantId: 'dana', people: [] };
  const store = createBoardStore(page, debate.projection('dana'), transport);
  store.enableRules(RULES);
  store.connect();
  (listener as TransportListener | null)?.disconnected();
  welcomes[0]?.();
  await expect.poll(() => welcomes.length).toBe(2);
  expect(store.state().connection.kind).toBe('reconnecting');
  expect(store.submit(agree('c-a'))).toBeNull();
  expect(submitted).toEqual([]);
  welcomes[1]?.();
  await expect.poll(() => submitted.map(({ operation }) => operation.type)).toEqual(['vote.cast']);
});

test('[SY17] a page that shows the browser’s copy while its debate is opened asks again from there: the log may have been replaced', async () => {
  const debate = aDebate();
  const asked: number[] = [];
  const welcomes: (() => void)[] = [];
  const transport: Transport = {
    ...silentTransport(),
    connect: (to) => {
      to.connected();
      return () => undefined;
    },
    open: ({ after }) => {
      asked.push(after);
      const { seq } = debate.state;
      const frame = debate.frame('dana', seq);
      const snapshot = toSnapshot(debate.projection('dana'));
      const welcome = welcomeOf(debate, 'dana', Math.min(after, seq));
      const state =
        after > seq ? ({ kind: 'snapshot', snapshot, frame, rewound: true } as const) : welcome.state;
      return new Promise((resolve) => void welcomes.push(() => resolve({ ...welcome, state })));
    },
  };
  const page = { debateId: 'a-debate', participantId: 'dana', people: [] };
  const store = createBoardStore(page, debate.projection('dana'), transport);
  store.connect();
  const copy = aDebate().does('emil', newClaim('lost', 'c-b'));
  store.hydrateFromCache(copy.projection('dana'), 'dana', []);
  welcomes[0]?.();
  await expect.poll(() => welcomes.length).toBe(2);
  welcomes[1]?.();
  await expect.poll(() => store.state().connection.kind).toBe('live');
  expect(asked).toEqual([debate.state.seq, copy.state.seq]);
  expect(store.state().replica.confirmed.seq).toBe(debate.state.seq);
  expect(store.state().replica.view.claims.has('c-lost')).toBe(false);
});
