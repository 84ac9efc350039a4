// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DebateStorage, type SavedDebate } from '../../app/_board/core/offline/debate-storage.ts';
import { OutboxStorage } from '../../app/_board/core/offline/outbox/outbox-storage.ts';
import { connectBoard } from '../../app/_board/core/opening/connect-board.ts';
import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import { ENTRY_SHAPE } from '../../domain/debate/engine/entries.ts';
import { aDebate } from '../support/debate-builder.ts';

const reported = vi.fn();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  vi.spyOn(OutboxStorage.prototype, 'take').mockResolvedValue(null);
  vi.stubGlobal('reportError', reported);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  reported.mockReset();
});

/** Opens a board offline; how often it has begun to connect three seconds later. */
async function connections(): Promise<number> {
  const connect = vi.fn(() => () => {});
  const page = { debateId: 'a-debate', participantId: 'dana', people: [] };
  const store = createBoardStore(page, aDebate().projection('dana'), { ...silentTransport(), connect });
  const end = connectBoard(store);
  await vi.advanceTimersByTimeAsync(3_000);
  end();
  return connect.mock.calls.length;
}

test('a board that opens offline connects although the browser’s database does not answer', async () => {
  vi.spyOn(DebateStorage.prototype, 'read').mockReturnValue(new Promise(() => {}));
  expect(await connections()).toBe(1);
});

test('a board that opens offline connects although the copy in the browser is damaged', async () => {
  const damaged = {
    opening: { participantId: 'dana' },
    seq: 1e9,
    shape: ENTRY_SHAPE,
    keptAt: 0,
  } as unknown as SavedDebate;
  vi.spyOn(DebateStorage.prototype, 'read').mockResolvedValue(damaged);
  expect(await connections()).toBe(1);
  expect(reported).toHaveBeenCalled();
});
