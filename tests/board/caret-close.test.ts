import { expect, test } from 'vitest';
import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import { BoardCell } from '../../app/_board/core/store/board-cell.ts';
import { PresenceStore } from '../../app/_board/core/store/presence-store.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import type { Welcome } from '../../domain/protocol/server-messages.ts';
import { RULES } from '../../domain/sync/rules.ts';
import { aDebate, editTo } from '../support/debate-builder.ts';

/** Dana has a text open, and her edit of it has no answer yet. */
function writer() {
  const page = { debateId: 'd', participantId: 'dana', people: [] };
  const store = createBoardStore(page, aDebate().projection('dana'), silentTransport());
  store.enableRules(RULES);
  const cell = new BoardCell(store.state());
  const reports: (string | null)[] = [];
  const sendCaret = ({ text }: { text: string | null }) => void reports.push(text);
  const presence = new PresenceStore(cell, { ...silentTransport(), sendCaret });
  const open = (text: string | null) => presence.sendCaret({ text, base: 1, anchor: 0, head: 0 });
  open('c-a');
  store.submitTyping(editTo(store.state().replica.view, 'c-a', 'Half a sen'), false);
  const { replica } = store.state();
  expect(replica.pending).toHaveLength(1);
  cell.change({ replica });
  const answer = () =>
    cell.change({
      replica: { ...replica, pending: replica.pending.map((one) => ({ ...one, confirmedBy: 9 })) },
    });
  const others = () => [...cell.read().carets.keys()];
  return { presence, reports, open, answer, others };
}

/** The answer to a new connection, as far as it is about people. */
const welcome = { people: [], present: [], pointers: [], pointersMuted: false } as unknown as Welcome;

test('[SK21] a text counts as closed once own edits to it have been answered', () => {
  const { reports, open, answer } = writer();
  open(null);
  expect(reports).toEqual(['c-a']);
  answer();
  answer();
  expect(reports).toEqual(['c-a', null]);
});

test('[SK21] so it does when another text is opened instead', () => {
  const { reports, open, answer } = writer();
  open('c-b');
  open('c-b');
  expect(reports).toEqual(['c-a']);
  answer();
  expect(reports).toEqual(['c-a', 'c-b']);
});

test('[SK21] a text that is opened again meanwhile stays open, with the others in it', () => {
  const { presence, reports, open, answer, others } = writer();
  const ben = { connection: 'ben', participantId: 'ben', text: 'c-a', base: 1, anchor: 0, head: 0 };
  presence.applyCarets({ here: [ben], gone: [] });
  open(null);
  open('c-a');
  answer();
  expect(reports).toEqual(['c-a', 'c-a']);
  expect(others()).toEqual(['ben']);
  open(null);
  expect(others()).toEqual([]);
});

test('[SK21] a close that waits is sent too where claims were hidden, and presence is sent again', () => {
  const { presence, reports, open, answer } = writer();
  open(null);
  presence.resendPresence();
  expect(reports).toEqual(['c-a']);
  answer();
  expect(reports).toEqual(['c-a', null]);
});

test('[SK21] a new connection knows of no open text, and hears of none that was closed', () => {
  const { presence, reports, open, answer } = writer();
  open(null);
  presence.reset(welcome);
  presence.resendPresence();
  answer();
  expect(reports).toEqual(['c-a']);
});
