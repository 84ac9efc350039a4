import { keepDebate } from '../offline/keep-debate.ts';
import type { BoardStore } from './board-store.ts';
import { persistOutbox } from './persist-outbox.ts';

/** Milliseconds without the server after which the board is shown as this browser kept it. */
const PATIENCE = 2_000;

/**
 * Connects a board as soon as all of its debate is here, or is to be asked for, and it is known what an earlier page has left to
 * send; without the server it goes on from what this browser has kept. What is asked for is kept from the beginning. The answer disconnects.
 */
export function connectBoard(store: BoardStore): () => void {
  const kept = keepDebate(store);
  const ends = [kept.end];
  let ended = false;
  const start = async () => {
    if (!navigator.onLine) await kept.recall();
    if (ended) return;
    const outbox = persistOutbox(store, store.state().debateId);
    ends.push(outbox.end);
    await unlessAwaited(store, ends);
    if (ended) return;
    await outbox.ready();
    if (ended) return;
    ends.push(store.connect());
    const waiting = window.setTimeout(() => {
      if (store.state().connection.kind === 'connecting') void kept.recall().then(outbox.look);
    }, PATIENCE);
    ends.push(() => window.clearTimeout(waiting));
  };
  void start();
  return () => {
    ended = true;
    for (const end of ends.reverse()) end();
  };
}

/** Resolves when nothing more of the debate is to come with the page. */
function unlessAwaited(store: BoardStore, ends: (() => void)[]): Promise<void> {
  return new Promise((go) => {
    const look = () => !store.state().awaitsAll && go();
    ends.push(store.subscribe(look));
    look();
  });
}
