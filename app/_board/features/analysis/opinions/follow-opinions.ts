import { askAfterChanges } from '#app/_board/core/following/ask-after-changes.ts';
import type { BoardStore } from '#app/_board/core/store/board-store.ts';
import { readAnswer } from '#app/_ui/requests/call-route.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { OpinionsAnswer } from '#domain/protocol/opinions-answer.ts';

/** Milliseconds between two requests: the server doesn't calculate more often. */
const ASK_EVERY = 2_000;

/** Opinion groups as known so far; `null`: nothing yet; `failed`: the server can't give them. */
export type KnownOpinions = OpinionsAnswer | 'failed' | null;

/** Requests the opinion groups, now and after each change that may affect them. Returns a function that ends that. */
export function followOpinions(
  store: BoardStore,
  address: string,
  report: (known: KnownOpinions) => void,
): () => void {
  return askAfterChanges(store, {
    waitFor: (before, now) => (mayMatter(before, now) ? ASK_EVERY : null),
    ask: async (isOver) => {
      const answer = await readAnswer('GET /api/debates/[id]/opinions', address, { cache: 'no-store' });
      if (isOver() || answer === 'unreachable') return false;
      report(answer.ok ? answer : 'failed');
      return answer.ok;
    },
  });
}

/** True if a change may have affected what the server discloses about votes. */
function mayMatter(before: DebateState, now: DebateState): boolean {
  return (
    before.claims !== now.claims ||
    before.votes !== now.votes ||
    before.polls !== now.polls ||
    before.agenda !== now.agenda ||
    before.head !== now.head ||
    before.merges !== now.merges ||
    before.participants !== now.participants
  );
}
