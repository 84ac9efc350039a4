import { readAnswer } from '#app/_ui/call-route.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { OpinionsAnswer } from '#domain/protocol/opinions-answer.ts';
import type { BoardStore } from '../../core/store/board-store.ts';

/** Milliseconds between two requests: the server doesn't calculate more often. */
const ASK_EVERY = 2_000;
/** Milliseconds after which a server that did not answer is asked again. */
const ASK_AGAIN_AFTER = 5_000;

/** Opinion groups as known so far; `null`: nothing yet; `failed`: the server can't give them. */
export type KnownOpinions = OpinionsAnswer | 'failed' | null;

/** Requests the opinion groups, now and after each change that may affect them. Returns a function that ends that. */
export function followOpinions(
  store: BoardStore,
  address: string,
  report: (known: KnownOpinions) => void,
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
    const answer = await readAnswer('GET /api/debates/[id]/opinions', address, { cache: 'no-store' });
    isAsking = false;
    if (isOver) return;
    const isAnswered = answer !== 'unreachable' && answer.ok;
    if (isAnswered) report(answer);
    else if (answer !== 'unreachable') report('failed');
    if (!isAnswered) askIn(ASK_AGAIN_AFTER);
    else if (mayMatter(asked, view())) askIn(ASK_EVERY);
  }
  const unsubscribe = store.subscribe(() => {
    if (!isAsking && (asked === null || mayMatter(asked, view()))) askIn(ASK_EVERY);
  });
  void ask();
  return () => {
    isOver = true;
    unsubscribe();
    window.clearTimeout(timer);
  };
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
