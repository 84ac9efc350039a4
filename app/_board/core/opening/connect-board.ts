import { keepDebate } from '../offline/keep-debate.ts';
import { persistOutbox } from '../offline/outbox/persist-outbox.ts';
import { answerWhetherBegun } from '../store/begun-elsewhere.ts';
import type { BoardStore } from '../store/board-store.ts';

/** Milliseconds without the server after which the board is shown as this browser kept it. */
const PATIENCE = 2_000;

/** Milliseconds a board that opens offline waits for what this browser has kept, before it goes on without that. */
const RECALLED_WITHIN = 1_000;

/**
 * Connects a board as soon as the whole debate is loaded, or has to be requested, and the outbox of an earlier page has been read.
 * Without the server it continues from what this browser has kept. Submitted operations are kept from the start. Returns a function that
 * disconnects.
 */
export function connectBoard(store: BoardStore): () => void {
  const kept = keepDebate(store);
  const ends = [kept.end, answerWhetherBegun()];
  let ended = false;
  // The copy may be damaged, and the browser's database may not answer: the board connects all the same.
  const recall = () => kept.recall().catch((error: unknown) => reportError(error));
  const start = async () => {
    if (!navigator.onLine) await Promise.race([recall(), pause(RECALLED_WITHIN)]);
    if (ended) return;
    const outbox = persistOutbox(store, store.state().debateId);
    ends.push(outbox.end);
    await unlessAwaited(store, ends);
    if (ended) return;
    await outbox.ready();
    if (ended) return;
    ends.push(store.connect());
    const waiting = window.setTimeout(() => {
      if (store.state().connection.kind === 'connecting') void recall().then(outbox.look);
    }, PATIENCE);
    ends.push(() => window.clearTimeout(waiting));
  };
  void start();
  return () => {
    ended = true;
    for (const end of ends.reverse()) end();
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((go) => {
    window.setTimeout(go, milliseconds);
  });
}

/** Resolves when nothing more of the debate will arrive with the page. */
function unlessAwaited(store: BoardStore, ends: (() => void)[]): Promise<void> {
  return new Promise((go) => {
    const look = () => !store.state().awaitsAll && go();
    ends.push(store.subscribe(look));
    look();
  });
}
