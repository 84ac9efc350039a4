// @vitest-environment happy-dom
import { act, cleanup, render, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OutboxStorage } from '../../app/_board/core/offline/outbox/outbox-storage.ts';
import { connectBoard } from '../../app/_board/core/opening/connect-board.ts';
import { useOpenedBoard, useOpenedStore } from '../../app/_board/core/opening/use-opened-store.ts';
import type { BoardStore } from '../../app/_board/core/store/board-store.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import type { Transport } from '../../app/_board/core/transport/transport.ts';
import { finish } from '../../domain/collections/steps.ts';
import { packSnapshot } from '../../domain/debate/engine/packed-snapshot.ts';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { countedVote } from '../../domain/debate/votes/vote-count.ts';
import { excerptSteps } from '../../domain/front/make-excerpt.ts';
import type { OpenMessage } from '../../domain/protocol/client-messages.ts';
import { frontOf } from '../../domain/protocol/front-of.ts';
import type { FrontOpening, InitialState } from '../../domain/protocol/initial-state.ts';
import type { Welcome } from '../../domain/protocol/server-messages.ts';
import { RULES } from '../../domain/sync/rules.ts';
import { aDebate, agree, newClaim } from '../support/debate-builder.ts';

let transport: Transport;
const connect = () => transport;

const debate = aDebate();
for (let n = 0; n < 1_000; n += 1) debate.does('dana', newClaim(`wide-${n}`, 'east'));
for (let n = 0; n < 5; n += 1) debate.does('dana', newClaim(`under-${n}`, 'c-wide-7'));
debate.does('dana', agree('c-wide-7'), agree('c-under-0'));
debate.does('mona', agree('c-wide-7'));

function opened(who: string | null): { opening: InitialState; front: FrontOpening } {
  const view = debate.projection(who);
  const { votes, ratings = [], ...rest } = toSnapshot(view);
  const opening: InitialState = {
    debateId: 'a-debate',
    packed: packSnapshot({ ...rest, votes: [], ratings: [] }),
    zipped: false,
    votes,
    ratings,
    fragment: null,
    authorship: null,
    participantId: who,
    people: [],
  };
  const excerpt = finish(excerptSteps(view));
  if (!excerpt) throw new Error('a debate of 1,000 claims is large');
  return { opening, front: frontOf(view, opening, excerpt) };
}

let store: BoardStore;
function Opened({ opening, front }: { opening: Promise<InitialState>; front: FrontOpening }) {
  store = useOpenedBoard(opening, front, connect);
  return <p>{store.state().replica.confirmed.claims.size}</p>;
}

function All({ opening }: { opening: InitialState }) {
  return <p>{useOpenedStore(opening, connect).state().debateId}</p>;
}

/** Unpacks all of the debate, so that a page which turned to it would have it at once. */
async function unpack(opening: InitialState): Promise<void> {
  const { container, unmount } = await act(async () => render(<All opening={opening} />));
  await waitFor(() => expect(container.textContent).not.toBe(''));
  unmount();
}

const WITHDRAWN = { type: 'vote.withdraw', claimId: 'c-wide-7' } as const;
const never = () => new Promise<never>(() => {});
const claims = () => store.state().replica.confirmed.claims.size;

async function open(who: string | null, opening: Promise<InitialState>, { front } = opened(who)) {
  const page = <Opened opening={opening} front={front} />;
  const { rerender, container } = await act(async () => render(page));
  await waitFor(() => expect(container.textContent).not.toBe(''));
  store.enableRules(RULES);
  return { again: () => act(async () => rerender(<Opened opening={opening} front={front} />)) };
}

const asked: OpenMessage[] = [];
beforeEach(() => {
  asked.length = 0;
  document.documentElement.dataset.opens = 'map';
  transport = {
    ...silentTransport(),
    connect: (listener) => {
      listener.connected();
      return () => {};
    },
    open: async (message) => {
      asked.push(message);
      return welcome('dana');
    },
  };
  vi.spyOn(OutboxStorage.prototype, 'take').mockResolvedValue(null);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
  window.history.replaceState(null, '', window.location.pathname);
});

function welcome(participantId: string): Welcome {
  const snapshot = toSnapshot(debate.projection(participantId));
  const { seq, at } = snapshot;
  return {
    ok: true,
    participantId,
    standing: null,
    people: [],
    present: [],
    pointers: [],
    pointersMuted: false,
    answers: [],
    state: {
      kind: 'snapshot',
      snapshot,
      frame: { after: seq, to: seq, at, entries: [], own: [] },
      rewound: false,
    },
  };
}

test('[FR14] a page that began with the front keeps its store when a claim is selected', async () => {
  const { opening } = opened(null);
  const { again } = await open(null, Promise.resolve(opening));
  await unpack(opening);
  const first = store;
  window.history.replaceState(null, '', '#c-wide-7');
  await again();
  expect(store).toBe(first);
});

test('[FR14] a page that began at a claim keeps its store when nothing is selected any longer', async () => {
  window.history.replaceState(null, '', '#c-wide-7');
  const { opening } = opened(null);
  const { again } = await open(null, Promise.resolve(opening));
  const first = store;
  expect(claims()).toBeGreaterThan(1_000);
  window.history.replaceState(null, '', window.location.pathname);
  await again();
  expect(store).toBe(first);
});

test('[FR14] where the rest of the page is cut off, the server is asked for all of the debate', async () => {
  await open('dana', Promise.reject(new Error('cut')));
  expect(claims()).toBeLessThan(100);
  expect(store.submit(WITHDRAWN)).toBeNull();
  const end = connectBoard(store);
  await waitFor(() => expect(store.state().connection.kind).toBe('live'));
  expect(asked).toMatchObject([{ after: 0, at: 0 }]);
  expect(claims()).toBeGreaterThan(1_000);
  expect(store.state().branches).toBeNull();
  expect(store.state().replica.pending).toMatchObject([{ operation: WITHDRAWN }]);
  end();
});

test('[FR14] where the rest does not come, the server is asked after 10 seconds; what comes later changes nothing', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  await open('dana', never());
  const end = connectBoard(store);
  await vi.advanceTimersByTimeAsync(9_000);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(2_000);
  await waitFor(() => expect(store.state().connection.kind).toBe('live'));
  const { replica } = store.state();
  store.complete(debate.projection('dana'));
  expect(store.state().replica).toBe(replica);
  end();
});

test('[FR14] operations submitted while only the front is loaded are stored in the browser', async () => {
  const keep = vi.spyOn(OutboxStorage.prototype, 'keep').mockResolvedValue(null);
  await open('mona', never());
  const end = connectBoard(store);
  expect(store.submit(WITHDRAWN)).toBeNull();
  await waitFor(() => expect(keep).toHaveBeenCalled());
  expect(keep.mock.calls[0]?.[0].pending).toHaveLength(1);
  end();
});

test('[FR14] the front has the votes of its reader, and of nobody else', async () => {
  const { front } = opened('dana');
  expect(front.votes.map(([claimId, voter]) => [claimId, voter])).toContainEqual(['c-wide-7', 'dana']);
  expect(front.votes.every(([, voter]) => voter === 'dana')).toBe(true);
  expect(JSON.stringify(front.votes)).not.toContain('c-under-0');
  await open('dana', never());
  expect(countedVote(store.state().replica.view, 'c-wide-7', 'dana')?.answer).toBe('agree');
});
