import { callRoute } from '#app/_ui/call-route.ts';
import { isPassing } from '#domain/debate/engine/rejections.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { TaskCount } from '#domain/debate/tasks/task-counts.ts';
import type { BoardStore } from '../../core/store/board-store.ts';

/** Milliseconds between two requests: the server doesn't count more often. */
const ASK_EVERY = 1_000;
/** Milliseconds after which a server that did not answer is asked again. */
const ASK_AGAIN_AFTER = 5_000;

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
  let asked: DebateState | null = null;
  let timer: number | undefined;
  let isAsking = false;
  let isOver = false;
  const confirmed = () => store.state().replica.confirmed;
  const askIn = (milliseconds: number) => {
    timer ??= window.setTimeout(ask, milliseconds);
  };
  async function ask() {
    timer = undefined;
    if (isOver || isAsking) return;
    isAsking = true;
    asked = confirmed();
    const answer = await callRoute('GET /api/debates/[id]/tasks', { params: { id: store.state().debateId } });
    isAsking = false;
    if (isOver) return;
    const rejection = answer === 'unreachable' || answer.ok ? null : answer.rejection;
    const mayPass = answer === 'unreachable' || (rejection !== null && isPassing(rejection));
    if (answer !== 'unreachable' && answer.ok) counts = answer.counts;
    report({ counts, problem: mayPass ? 'retrying' : rejection && 'refused' });
    if (mayPass) askIn(ASK_AGAIN_AFTER);
    else if (asked !== confirmed()) askIn(ASK_EVERY);
  }
  const unsubscribe = store.subscribe(() => {
    if (!isAsking && asked !== confirmed()) askIn(ASK_EVERY);
  });
  void ask();
  return () => {
    isOver = true;
    unsubscribe();
    window.clearTimeout(timer);
  };
}
