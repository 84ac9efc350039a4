import { expect, test } from 'vitest';
import { quickPoll } from '../support/debate-builder.ts';
import { aClaim, hasNew, listedFor, withNotes } from '../support/notes.ts';

const MINUTE = 60_000;

const there = withNotes();

test('[PO15] [PO16] a poll reminds people who have not answered, and closes by the clock', async () => {
  const now = Date.parse('2026-05-04T12:00:00Z');
  there.setClock('2026-05-04T12:00:00Z');
  const { debateId, owner, ann } = await aClaim();
  const bo = await there.joins(debateId, 'Bo');
  await owner.does(quickPoll('p_soon', { closesAt: now + 20 * MINUTE }));
  for (const one of [ann, bo]) await hasNew(one, 1);
  await bo.does({ type: 'poll.answer', pollId: 'p_soon', choice: 0 });
  there.pass(10 * MINUTE + 1_000);
  await hasNew(ann, 2);
  expect((await listedFor(ann)).map(({ kind }) => kind)).toEqual(['poll_reminder', 'polled']);
  await hasNew(bo, 0);
  there.pass(10 * MINUTE);
  await hasNew(ann, 0);
  // Only what the server has closed can be opened again.
  const opens = () => owner.submit({ type: 'poll.setStatus', pollId: 'p_soon', open: true });
  await expect.poll(async () => (await opens()).ok).toBe(true);
});
