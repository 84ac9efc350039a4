// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import type { Transport, TransportListener } from '../../app/_board/core/transport/transport.ts';
import { markRead, persistReadMarks } from '../../app/_board/core/unread/persist-read-marks.ts';
import { createViewStore } from '../../app/_board/core/view/view-store.ts';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import type { ReadMarksMessage } from '../../domain/protocol/read-marks-messages.ts';
import { NO_READ_MARKS } from '../../domain/unread/read-marks.ts';
import { packReadMarks } from '../../domain/unread/sent-read-marks.ts';
import { aDebate } from '../support/debate-builder.ts';
import { welcomeOf } from './welcome-of.ts';

/** A page of Dana's that has lost its connection. `signIn` reconnects it under a sign-in; `sent` has what was sent as whom. */
async function aPageOfDana() {
  const debate = aDebate();
  const sent: [who: string, message: ReadMarksMessage][] = [];
  let listener: TransportListener | null = null;
  let who = 'dana';
  const transport: Transport = {
    ...silentTransport(),
    connect: (to) => {
      listener = to;
      to.connected();
      return () => undefined;
    },
    open: async ({ after }) => {
      const standing = { muted: false, membership: 'member', reason: null } as const;
      const welcome = { ...welcomeOf(debate, who, after), standing };
      if (after > 0) return welcome;
      const seen = debate.projection(who);
      const frame = debate.frame(who, seen.seq);
      return { ...welcome, state: { kind: 'snapshot', snapshot: toSnapshot(seen), frame, rewound: false } };
    },
    sendSeen: async (message) => {
      sent.push([who, message]);
      return packReadMarks(NO_READ_MARKS);
    },
  };
  const page = { debateId: 'a-debate', participantId: 'dana', people: [] };
  const store = createBoardStore(page, debate.projection('dana'), transport);
  const end = persistReadMarks(store, createViewStore(), () => 'all');
  store.connect();
  await expect.poll(() => store.state().seen).not.toBeNull();
  (listener as TransportListener | null)?.disconnected();
  sent.length = 0;
  const signIn = async (next: string) => {
    who = next;
    (listener as TransportListener | null)?.connected();
    await expect.poll(() => store.state().connection.kind).toBe('live');
    // Longer than marks are collected.
    await new Promise((resolve) => setTimeout(resolve, 600));
  };
  return { store, sent, signIn, end, at: debate.state.at };
}

test('read marks from a lost connection are not sent as those of another person who signs in in the tab', async () => {
  const { store, sent, signIn, end } = await aPageOfDana();
  markRead(store, ['c-a']);
  markRead(store, null);
  await signIn('mona');
  expect(sent).toEqual([['mona', {}]]);
  end();
});

test('read marks from a lost connection are sent once the person is connected again', async () => {
  const { store, sent, signIn, end, at } = await aPageOfDana();
  markRead(store, ['c-a']);
  await signIn('dana');
  expect(sent).toContainEqual(['dana', { later: [['c-a', at]] }]);
  end();
});
