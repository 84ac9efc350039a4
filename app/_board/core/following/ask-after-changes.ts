import type { DebateState } from '#domain/debate/engine/state.ts';
import type { BoardStore } from '../store/board-store.ts';

/** Milliseconds after which a server that did not answer is asked again. */
const ASK_AGAIN_AFTER = 5_000;

/** A question to the server whose answer depends on the debate. */
interface Question {
  /** Asks it, and reports the answer unless `isOver`. Resolves to false if it has to be asked again. */
  readonly ask: (isOver: () => boolean) => Promise<boolean>;
  /** Milliseconds until it is asked again after a change; null: the change doesn't matter. */
  readonly waitFor: (before: DebateState, now: DebateState) => number | null;
}

/** Asks the server, now and after each change that may affect the answer, once at a time. Returns a function that ends that. */
export function askAfterChanges(store: BoardStore, { ask, waitFor }: Question): () => void {
  let asked = store.state().replica.confirmed;
  let timer: number | undefined;
  let isAsking = false;
  let isOver = false;
  const askIn = (milliseconds: number) => {
    timer ??= window.setTimeout(askNow, milliseconds);
  };
  const askAfterChange = () => {
    const wait = waitFor(asked, store.state().replica.confirmed);
    if (wait === 0) void askNow();
    else if (wait !== null) askIn(wait);
  };
  async function askNow() {
    window.clearTimeout(timer);
    timer = undefined;
    isAsking = true;
    asked = store.state().replica.confirmed;
    const isAnswered = await ask(() => isOver);
    isAsking = false;
    if (isOver) return;
    if (isAnswered) askAfterChange();
    else askIn(ASK_AGAIN_AFTER);
  }
  const unsubscribe = store.subscribe(() => {
    if (!isAsking) askAfterChange();
  });
  void askNow();
  return () => {
    isOver = true;
    unsubscribe();
    window.clearTimeout(timer);
  };
}
