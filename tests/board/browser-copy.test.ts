// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { DebateStorage, type SavedDebate } from '../../app/_board/core/offline/debate-storage.ts';
import { keepDebate } from '../../app/_board/core/offline/keep-debate.ts';
import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import { ENTRY_SHAPE } from '../../domain/debate/engine/entries.ts';
import { aDebate, newClaim } from '../support/debate-builder.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

function pageOf(who: string | null) {
  const page = { debateId: 'a-debate', participantId: who, people: [] };
  const store = createBoardStore(page, aDebate().projection(who), silentTransport());
  return { store, keeping: keepDebate(store) };
}

/** The debate as the browser keeps it when Dana, who has seen more of it since, leaves her page. */
function keptByDana(): SavedDebate {
  const keep = vi.spyOn(DebateStorage.prototype, 'keep').mockResolvedValue();
  const { store, keeping } = pageOf('dana');
  const later = aDebate().does('emil', newClaim('later', 'c-b'));
  store.hydrateFromCache(later.projection('dana'), 'dana', []);
  window.dispatchEvent(new Event('pagehide'));
  keeping.end();
  const [opening, seq] = keep.mock.calls[0] ?? expect.fail('nothing is kept');
  return { opening, seq, shape: ENTRY_SHAPE, keptAt: Date.now() };
}

test.each([
  ['is shown in her next one', 'dana', 'dana', true],
  ['is not shown in another person’s', 'mona', 'mona', false],
  ['is shown where nobody is known to be signed in', null, 'dana', true],
])('the debate as Dana’s page has kept it %s', async (_, who, then, isTaken) => {
  vi.spyOn(DebateStorage.prototype, 'read').mockResolvedValue(keptByDana());
  const { store, keeping } = pageOf(who);
  await keeping.recall();
  expect(store.state().replica.participantId).toBe(then);
  expect(store.state().replica.view.claims.has('c-later')).toBe(isTaken);
  keeping.end();
});
