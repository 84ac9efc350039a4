// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import { persistReadMarks } from '../../app/_board/core/unread/persist-read-marks.ts';
import { createViewStore } from '../../app/_board/core/view/view-store.ts';
import { NO_READ_MARKS } from '../../domain/unread/read-marks.ts';
import { aDebate, comment, merge, newClaim, targetOf } from '../support/debate-builder.ts';

test('[NW1] at a claim that is merged while it is open, the comments shown are read at the other claim', () => {
  const debate = aDebate().does('emil', newClaim('o', 'west'));
  const page = { debateId: 'a-debate', participantId: 'dana', people: [] };
  const store = createBoardStore(page, debate.projection('dana'), silentTransport());
  const views = createViewStore();
  const end = persistReadMarks(store, views, () => 'all');
  views.set({ selected: targetOf('c-o') });
  store.markSeen({ ...NO_READ_MARKS, until: debate.state.at });
  debate.now += 1_000;
  debate.does('emil', comment({ commentId: 'm-1', on: targetOf('c-d') })).does('mona', merge('c-o', 'c-d'));
  store.hydrateFromCache(debate.projection('dana'), 'dana', []);
  expect(store.state().seen?.later).toEqual(new Map([['c-d', debate.state.at]]));
  end();
});
