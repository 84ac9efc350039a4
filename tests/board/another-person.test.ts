import { expect, test } from 'vitest';
import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import { BoardStore } from '../../app/_board/core/store/board-store.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import type { Transport, TransportListener } from '../../app/_board/core/transport/transport.ts';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import type { OpenMessage, SubmitMessage } from '../../domain/protocol/client-messages.ts';
import { RULES } from '../../domain/sync/rules.ts';
import { aDebate, agree } from '../support/debate-builder.ts';
import { welcomeOf } from './welcome-of.ts';

test.each([
  ['at once', false],
  ['after the sign-in before has ended', true],
])(
  'a page reopened for another person %s sends them nothing of the one before, and shows theirs alone',
  async (_, ended) => {
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
    await expect.poll(() => store.state().connection.kind).toBe('live');
    (listener as TransportListener | null)?.disconnected();
    expect(store.submit(agree('c-a'))).toBeNull();
    if (ended) {
      who = null;
      (listener as TransportListener | null)?.connected();
      await expect.poll(() => store.state().connection.kind).toBe('live');
      // As nobody's, which the server refuses.
      expect(submitted.splice(0)).toHaveLength(1);
      (listener as TransportListener | null)?.disconnected();
    }
    who = 'mona';
    (listener as TransportListener | null)?.connected();
    await expect.poll(() => store.state().connection.kind).toBe('live');
    const { replica, refused, undo } = store.state();
    expect(replica.participantId).toBe('mona');
    expect([replica.pending, refused, undo.undo, submitted]).toEqual([[], [], [], []]);
    expect(replica.view.votes.get('c-b')?.get('dana')).toBeUndefined();
    expect(store.clientId).not.toBe('tab_one');
    expect(opened.at(-1)).toMatchObject({ after: 0, clientId: store.clientId });
  },
);
