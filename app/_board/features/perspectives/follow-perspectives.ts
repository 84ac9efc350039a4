import { readAnswer } from '#app/_ui/requests/call-route.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { PerspectivesAnswer } from '#domain/protocol/perspectives-answer.ts';
import { askAfterChanges } from '../../core/following/ask-after-changes.ts';
import type { BoardStore } from '../../core/store/board-store.ts';

/** Milliseconds between two requests: a comparison is read, not watched. */
const ASK_EVERY = 3_000;

/** The perspectives as known so far; `null`: nothing yet; `failed`: the server can't give them. */
export type KnownPerspectives = PerspectivesAnswer | 'failed' | null;

/** Requests perspectives, now and after each change that may affect them. Returns a function that ends that. */
export function followPerspectives(
  store: BoardStore,
  address: string,
  report: (known: KnownPerspectives) => void,
): () => void {
  return askAfterChanges(store, {
    waitFor,
    ask: async (isOver) => {
      const answer = await readAnswer('GET /api/debates/[id]/perspectives', address, { cache: 'no-store' });
      if (isOver() || answer === 'unreachable') return false;
      report(answer.ok ? answer : 'failed');
      return answer.ok;
    },
  });
}

/** Votes that a person no longer shows must be gone at once; new votes may come gently. */
function waitFor(before: DebateState, now: DebateState): number | null {
  if (before.participants !== now.participants || before.head !== now.head || before.agenda !== now.agenda)
    return 0;
  const isAffected =
    before.claims !== now.claims || before.merges !== now.merges || before.positions !== now.positions;
  return isAffected ? ASK_EVERY : null;
}
