import { callRoute } from '#app/_ui/requests/call-route.ts';
import { isPassing } from '#domain/debate/engine/rejections.ts';
import type { TaskCount } from '#domain/debate/tasks/task-counts.ts';
import { askAfterChanges } from '../../core/following/ask-after-changes.ts';
import type { BoardStore } from '../../core/store/board-store.ts';

/** Milliseconds between two requests: the server doesn't count more often. */
const ASK_EVERY = 1_000;
/** How many people have done each task, as known so far. */
export interface KnownCounts {
  /** `null`: nothing yet. */
  readonly counts: readonly TaskCount[] | null;
  /** Why these are not the newest: the server is asked again soon, or it refused. */
  readonly problem: 'retrying' | 'refused' | null;
}

/** Requests how many people have done each task, now and after each change. Returns a function that ends that. */
export function followCounts(store: BoardStore, report: (known: KnownCounts) => void): () => void {
  let counts: KnownCounts['counts'] = null;
  return askAfterChanges(store, {
    waitFor: (before, now) => (before === now ? null : ASK_EVERY),
    ask: async (isOver) => {
      const params = { id: store.state().debateId };
      const answer = await callRoute('GET /api/debates/[id]/tasks', { params });
      if (isOver()) return false;
      const rejection = answer === 'unreachable' || answer.ok ? null : answer.rejection;
      const mayPass = answer === 'unreachable' || (rejection !== null && isPassing(rejection));
      if (answer !== 'unreachable' && answer.ok) counts = answer.counts;
      report({ counts, problem: mayPass ? 'retrying' : rejection && 'refused' });
      return !mayPass;
    },
  });
}
