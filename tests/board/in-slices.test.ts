// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followView } from '../../app/_board/core/following/follow-view.ts';
import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import { finishInSlices, inSlices } from '../../app/_ui/in-slices.ts';
import type { Steps } from '../../domain/collections/steps.ts';
import { aDebate, newClaim } from '../support/debate-builder.ts';

const reported = vi.fn();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('reportError', reported);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  reported.mockReset();
});

/** Milliseconds of work that fill a slice. */
const LONG = 13;
const REST = 300;
const BROKEN = new Error('broken');

/** Throws in the slice of this number, of three. */
function* failsIn(failing: number): Steps<string> {
  for (let slice = 1; slice <= 3; slice += 1) {
    if (slice === failing) throw BROKEN;
    const end = performance.now() + LONG;
    while (performance.now() < end);
    yield;
  }
  return 'done';
}

test.each([1, 2, 3])('slice %i that throws rejects the whole work', async (failing) => {
  const result = finishInSlices(failsIn(failing)).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await result).toBe(BROKEN);
});

test.each([1, 2])('slice %i that throws is reported where nobody takes it', async (failing) => {
  const done = vi.fn();
  inSlices(failsIn(failing), done);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(reported.mock.calls).toEqual([[BROKEN]]);
  expect(done).not.toHaveBeenCalled();
});

test('a view whose calculation throws is calculated again after the next change', async () => {
  const debate = aDebate();
  const page = { debateId: 'a-debate', participantId: 'dana', people: [] };
  const store = createBoardStore(page, debate.projection('dana'), silentTransport());
  const found: string[] = [];
  let failing = 2;
  const end = followView(
    store,
    () => failsIn(failing),
    (result) => void found.push(result),
    REST,
  );
  await vi.advanceTimersByTimeAsync(2 * REST);
  expect(found).toEqual([]);
  failing = 0;
  debate.does('emil', newClaim('more', 'c-b'));
  store.hydrateFromCache(debate.projection('dana'), 'dana', []);
  await vi.advanceTimersByTimeAsync(2 * REST);
  expect(found).toEqual(['done']);
  end();
});
