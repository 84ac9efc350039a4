// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followView } from '../../app/_board/core/following/follow-view.ts';
import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import type { Steps } from '../../domain/collections/steps.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { aDebate, newClaim } from '../support/debate-builder.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const REST = 300;
/** Milliseconds of a clock that goes on by itself. */
const LONG = 13;

/** Takes three slices. */
function* claimsIn(view: DebateState): Steps<number> {
  for (let slice = 0; slice < 3; slice += 1) {
    const end = performance.now() + LONG;
    while (performance.now() < end);
    yield;
  }
  return view.claims.size;
}

test('a calculation ends while the debate goes on changing, and the newest state follows after a rest', () => {
  const debate = aDebate();
  const page = { debateId: 'a-debate', participantId: 'dana', people: [] };
  const store = createBoardStore(page, debate.projection('dana'), silentTransport());
  const found: number[] = [];
  const end = followView(store, claimsIn, (count) => void found.push(count), REST);
  const first = debate.state.claims.size;
  for (let more = 0; more < 5; more += 1) {
    debate.does('emil', newClaim(`more${more}`, 'c-b'));
    store.hydrateFromCache(debate.projection('dana'), 'dana', []);
    vi.advanceTimersByTime(1);
  }
  expect(found).toEqual([first]);
  vi.advanceTimersByTime(20 * REST);
  expect(found).toEqual([first, first + 5]);
  vi.advanceTimersByTime(10 * REST);
  expect(found).toHaveLength(2);
  end();
});
