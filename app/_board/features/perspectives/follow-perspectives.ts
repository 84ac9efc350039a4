import { readAnswer } from '#app/_ui/call-route.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { PerspectivesAnswer } from '#domain/protocol/perspectives-answer.ts';
import type { BoardStore } from '../../core/store/board-store.ts';

/** Milliseconds between two requests: a comparison is read, not watched. */
const ASK_EVERY = 3_000;
/** Milliseconds after which a server that did not answer is asked again. */
const ASK_AGAIN_AFTER = 5_000;

/** The perspectives as known so far; `null`: nothing yet; `failed`: the server can't give them. */
export type KnownPerspectives = PerspectivesAnswer | 'failed' | null;

/** Requests perspectives, now and after each change that may affect them. Returns a function that ends that. */
export function followPerspectives(
  store: BoardStore,
  address: string,
  report: (known: KnownPerspectives) => void,
): () => void {
  let asked: DebateState | null = null;
  let timer: number | undefined;
  let isAsking = false;
  let isOver = false;
  const view = () => store.state().replica.confirmed;
  const askIn = (milliseconds: number) => {
    timer ??= window.setTimeout(ask, milliseconds);
  };
  async function ask() {
    timer = undefined;
    if (isOver || isAsking) return;
    isAsking = true;
    asked = view();
    const answer = await readAnswer('GET /api/debates/[id]/perspectives', address, { cache: 'no-store' });
    isAsking = false;
    if (isOver) return;
    const isAnswered = answer !== 'unreachable' && answer.ok;
    if (isAnswered) report(answer);
    else if (answer !== 'unreachable') report('failed');
    if (!isAnswered) askIn(ASK_AGAIN_AFTER);
    else if (mayMatter(asked, view())) askIn(waitFor(asked, view()));
  }
  const unsubscribe = store.subscribe(() => {
    if (isAsking || asked === null || !mayMatter(asked, view())) return;
    if (waitFor(asked, view()) === 0) {
      window.clearTimeout(timer);
      timer = undefined;
      void ask();
    } else askIn(ASK_EVERY);
  });
  void ask();
  return () => {
    isOver = true;
    unsubscribe();
    window.clearTimeout(timer);
  };
}

/** Votes that a person no longer shows must be gone at once; new votes may come gently. */
function waitFor(before: DebateState, now: DebateState): number {
  const isUrgent =
    before.participants !== now.participants || before.head !== now.head || before.agenda !== now.agenda;
  return isUrgent ? 0 : ASK_EVERY;
}

/** True if a change may have affected what the server discloses about votes. */
function mayMatter(before: DebateState, now: DebateState): boolean {
  return (
    before.claims !== now.claims ||
    before.merges !== now.merges ||
    before.positions !== now.positions ||
    before.participants !== now.participants ||
    before.agenda !== now.agenda ||
    before.head !== now.head
  );
}
