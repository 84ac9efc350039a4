import { expect, test } from 'vitest';
import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import { BoardCell } from '../../app/_board/core/store/board-cell.ts';
import { PresenceStore } from '../../app/_board/core/store/presence-store.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import { RULES } from '../../domain/sync/rules.ts';
import { aDebate, editTo } from '../support/debate-builder.ts';

/** Dana has a text open, and her edit of it has no answer yet. */
function writer() {
  const page = { debateId: 'd', participantId: 'dana', people: [] };
  const store = createBoardStore(page, aDebate().projection('dana'), silentTransport());
  store.enableRules(RULES);
  const cell = new BoardCell(store.state());
  const told: (string | null)[] = [];
  const sendCaret = ({ text }: { text: string | null }) => void told.push(text);
  const presence = new PresenceStore(cell, { ...silentTransport(), sendCaret });
  const open = (text: string | null) => presence.sendCaret({ text, base: 1, anchor: 0, head: 0 });
  open('c-a');
  store.submitTyping(editTo(store.state().replica.view, 'c-a', 'Half a sen'), false);
  const { replica } = store.state();
  expect(replica.pending).toHaveLength(1);
  cell.change({ replica });
  const answer = () => cell.change({ replica: { ...replica, pending: [] } });
  return { presence, told, open, answer };
}

test('[SK21] a text counts as closed once own edits to it have been answered', () => {
  const { told, open, answer } = writer();
  open(null);
  expect(told).toEqual(['c-a']);
  answer();
  answer();
  expect(told).toEqual(['c-a', null]);
});

test('[SK21] so it does when another text is opened instead', () => {
  const { told, open, answer } = writer();
  open('c-b');
  open('c-b');
  expect(told).toEqual(['c-a']);
  answer();
  expect(told).toEqual(['c-a', 'c-b']);
});

test('[SK21] a text that is opened again meanwhile stays open', () => {
  const { told, open, answer } = writer();
  open(null);
  open('c-a');
  answer();
  expect(told).toEqual(['c-a', 'c-a']);
});

test('[SK21] a new connection knows of no open text, and hears of none that was closed', () => {
  const { presence, told, open, answer } = writer();
  open(null);
  presence.resendPresence();
  answer();
  expect(told).toEqual(['c-a']);
});
