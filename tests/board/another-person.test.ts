import { expect, test } from 'vitest';
import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import { BoardStore } from '../../app/_board/core/store/board-store.ts';
import { TextBinding } from '../../app/_board/core/store/text-binding.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import type { Transport, TransportListener } from '../../app/_board/core/transport/transport.ts';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import type { OpenMessage, SubmitMessage } from '../../domain/protocol/client-messages.ts';
import { RULES } from '../../domain/sync/rules.ts';
import { aDebate, agree } from '../support/debate-builder.ts';
import { welcomeOf } from './welcome-of.ts';

/** A page in which Dana wrote while the connection was lost. `signIn` reconnects it under another sign-in; `null`: without one. */
async function aPageOfDana() {
  const debate = aDebate().does('dana', agree('c-b'));
  const opened: OpenMessage[] = [];
  const submitted: SubmitMessage[] = [];
  let listener: TransportListener | null = null;
  let who: string | null = 'dana';
  const transport: Transport = {
    ...silentTransport(),
    connect: (to) => {
      listener = to;
      to.connected();
      return () => undefined;
    },
    open: async (message) => {
      opened.push(message);
      const welcome = welcomeOf(debate, who, message.after);
      if (message.after > 0 || welcome.state.kind !== 'entries') return welcome;
      const seen = debate.projection(who);
      const frame = debate.frame(who, seen.seq);
      return { ...welcome, state: { kind: 'snapshot', snapshot: toSnapshot(seen), frame, rewound: false } };
    },
    submit: (message) => {
      submitted.push(message);
      return new Promise(() => {});
    },
  };
  const page = { debateId: 'a-debate', participantId: 'dana', people: [] };
  const { state } = createBoardStore(page, debate.projection('dana'), transport);
  const store = new BoardStore(state(), transport, 'tab_one', () => {});
  store.enableRules(RULES);
  store.connect();
  const isLive = () => expect.poll(() => store.state().connection.kind).toBe('live');
  await isLive();
  (listener as TransportListener | null)?.disconnected();
  expect(store.submit(agree('c-a'))).toBeNull();
  const signIn = async (next: string | null) => {
    who = next;
    (listener as TransportListener | null)?.disconnected();
    (listener as TransportListener | null)?.connected();
    await isLive();
  };
  return { store, opened, submitted, signIn };
}

test.each([
  ['at once', false],
  ['after the sign-in before has ended', true],
])(
  'a page reopened for another person %s sends them nothing of the one before, and shows theirs alone',
  async (_, ended) => {
    const { store, opened, submitted, signIn } = await aPageOfDana();
    if (ended) {
      await signIn(null);
      // As nobody's, which the server refuses.
      expect(submitted.splice(0)).toHaveLength(1);
    }
    await signIn('mona');
    const { replica, refused, undo, unsentOfOthers } = store.state();
    expect(replica.participantId).toBe('mona');
    expect([replica.pending, refused, undo.undo, submitted]).toEqual([[], [], [], []]);
    expect(replica.view.votes.get('c-b')?.get('dana')).toBeUndefined();
    expect(store.clientId).not.toBe('tab_one');
    expect(opened.at(-1)).toMatchObject({ after: 0, clientId: store.clientId });
    // The browser keeps it.
    expect(unsentOfOthers).toBe(0);
  },
);

test('in a browser that keeps nothing, the tab says that it has another person’s unsent changes, and sends them when they are back', async () => {
  const { store, submitted, signIn } = await aPageOfDana();
  store.setPersisted(false);
  await signIn('mona');
  expect(store.state().unsentOfOthers).toBe(1);
  expect([store.state().replica.pending, submitted]).toEqual([[], []]);
  await signIn('dana');
  expect(store.state().unsentOfOthers).toBe(0);
  expect(submitted).toEqual([{ clientSeq: 1, operation: agree('c-a') }]);
  expect(store.clientId).toBe('tab_one');
});

test('[SY14] words typed after the sign-in has ended are kept for their writer, and not for the person who signs in next', async () => {
  const { store, signIn } = await aPageOfDana();
  await signIn(null);
  const editor = new TextBinding(
    store,
    { type: 'claim.edit', claimId: 'c-a' },
    { incoming: () => undefined, problem: () => undefined },
  );
  editor.type([13, [0, ' four']]);
  expect(store.outbox()).toMatchObject({
    participantId: 'dana',
    clientId: 'tab_one',
    drafts: [{ live: 'one two three', unsent: [13, [0, ' four']] }],
  });
  const others: unknown[] = [];
  store.subscribe(() => {
    if (store.clientId !== 'tab_one') others.push(store.outbox());
  });
  await signIn('mona');
  expect(new Set(others)).toEqual(new Set([null]));
});

test('[SY14] unsent work of a person is never kept under the identity with which another goes on in their tab', async () => {
  const { store, signIn } = await aPageOfDana();
  const others: unknown[] = [];
  store.subscribe(() => {
    if (store.clientId !== 'tab_one') others.push(store.outbox());
  });
  await signIn('mona');
  expect(new Set(others)).toEqual(new Set([null]));
});
