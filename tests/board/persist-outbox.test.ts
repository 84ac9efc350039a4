// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { OutboxStorage } from '../../app/_board/core/offline/outbox/outbox-storage.ts';
import { persistOutbox } from '../../app/_board/core/offline/outbox/persist-outbox.ts';
import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import type { BoardStore } from '../../app/_board/core/store/board-store.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import type { Transport } from '../../app/_board/core/transport/transport.ts';
import type { StoredDraft } from '../../domain/sync/draft.ts';
import { adoptOutbox, type Outbox } from '../../domain/sync/outbox.ts';
import { RULES } from '../../domain/sync/rules.ts';
import { aDebate, agree, newClaim } from '../support/debate-builder.ts';
import { welcomeOf } from './welcome-of.ts';

let end = () => {};
afterEach(() => {
  end();
  vi.restoreAllMocks();
});

const DRAFT: StoredDraft = {
  text: { type: 'claim.edit', claimId: 'c-a' },
  live: 'one two three',
  unsent: [13],
};
const REFUSED = { operation: newClaim('x', 'c-gone'), rejection: { code: 'unknown_target' } } as const;

/** The outbox that Dana's second tab has left, with an unsent argument, and a rejected one under the same number as on the page. */
function leftByAnotherTab(drafts: readonly StoredDraft[] = []): Outbox {
  return {
    debateId: 'a-debate',
    participantId: 'dana',
    clientId: 'tab-other',
    clientSeq: 2,
    seq: aDebate().projection('dana').seq,
    pending: [
      { clientSeq: 2, operation: newClaim('n', 'c-a'), payload: null, sent: false, confirmedBy: null },
    ],
    texts: {},
    refused: [{ clientSeq: 1, ...REFUSED }],
    drafts,
  };
}

/** Dana's page, which finds the outbox of another tab if one is `left`, and what it stores. */
function aPage(left: Outbox | null, transport: Transport = silentTransport()) {
  const stored: (Outbox | string)[] = [];
  const take = vi.spyOn(OutboxStorage.prototype, 'take');
  take.mockResolvedValueOnce(left && adoptOutbox(left)).mockResolvedValue(null);
  vi.spyOn(OutboxStorage.prototype, 'keep').mockImplementation(async (outbox) => {
    stored.push(outbox);
    return null;
  });
  vi.spyOn(OutboxStorage.prototype, 'forget').mockImplementation(async (clientId) => {
    stored.push(clientId);
  });
  const page = { debateId: 'a-debate', participantId: 'dana', people: [] };
  const store = createBoardStore(page, aDebate().projection('dana'), transport);
  store.enableRules(RULES);
  const kept = persistOutbox(store, 'a-debate');
  end = kept.end;
  return { store, stored, take, look: kept.look };
}

/** Waits until the browser has stored what the page has now. */
const isStored = (store: BoardStore, stored: readonly (Outbox | string)[]) =>
  expect.poll(() => stored).toContainEqual(store.outbox());

test('[SY14] a page with nothing but rejected operations and drafts goes on as another tab as well, and sends its operations as that tab’s', async () => {
  const { store, stored, take, look } = aPage(leftByAnotherTab());
  const own = store.clientId;
  store.refusals.keep(1, REFUSED.operation, REFUSED.rejection);
  store.keepDraft('c-a', DRAFT);
  await isStored(store, stored);
  await look();
  expect(take.mock.lastCall?.[2]).toBe(own);
  const { replica, refused, drafts } = store.state();
  expect(store.clientId).toBe('tab-other');
  expect(replica.pending.map(({ clientSeq }) => clientSeq)).toEqual([2]);
  expect(refused.map(({ clientSeq }) => clientSeq)).toEqual([1, 1_003]);
  expect(drafts.get('c-a')).toEqual(DRAFT);
  // Forgotten only once all of it is stored under the other identity.
  await expect.poll(() => stored.at(-1)).toBe(own);
  expect(stored.at(-2)).toEqual(store.outbox());
  expect(store.submit(agree('c-b'))).toBeNull();
  expect(store.state().replica.pending.at(-1)?.clientSeq).toBe(1_004);
});

test('[SY14] a page with an operation of its own to send leaves the other tab’s until it is sent', async () => {
  const { store, stored, take, look } = aPage(leftByAnotherTab());
  store.submit(agree('c-b'));
  await isStored(store, stored);
  await look();
  expect(take).not.toHaveBeenCalled();
});

test('[SY14] a page does not go on as another tab with a draft of the same text: one of the two would be lost', async () => {
  const left = leftByAnotherTab([{ ...DRAFT, unsent: [13, [0, '?']] }]);
  const { store, stored, look } = aPage(left);
  const own = store.clientId;
  store.keepDraft('c-a', DRAFT);
  await isStored(store, stored);
  await look();
  expect(store.clientId).toBe(own);
  expect(stored.at(-1)).toEqual(adoptOutbox(left));
});

test('[SY14] once their sign-in has ended, what a person has left is stored as theirs, and forgotten when they have dealt with it', async () => {
  const { store, stored } = aPage(null, {
    ...silentTransport(),
    connect: (to) => {
      to.connected();
      return () => undefined;
    },
    open: async ({ after }) => welcomeOf(aDebate(), null, after),
  });
  store.connect();
  await expect.poll(() => store.state().connection.kind).toBe('live');
  expect(store.state().replica.participantId).toBeNull();
  store.keepDraft('c-a', DRAFT);
  await isStored(store, stored);
  expect(stored).toMatchObject([{ participantId: 'dana', drafts: [DRAFT] }]);
  store.keepDraft('c-a', null);
  await expect.poll(() => stored.at(-1)).toBe(store.clientId);
});
