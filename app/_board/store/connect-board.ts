import { keepDebate } from '../offline/keep-debate.ts';
import type { BoardStore } from './board-store.ts';
import { keepOutbox } from './keep-outbox.ts';

/** Milliseconds without the server after which the board is shown as this browser kept it. */
const PATIENCE = 2_000;

/**
 * Connects a board when it is known what an earlier page has left to send; without the server it goes on from what this
 * browser has kept. The answer disconnects.
 */
function connectBoard(store: BoardStore, debateId: string): () => void {
  const kept = keepDebate(store);
  const ends = [kept.end];
  let ended = false;
  const start = async () => {
    if (!navigator.onLine) await kept.recall();
    if (ended) return;
    const outbox = keepOutbox(store, debateId);
    ends.push(outbox.end);
    await outbox.ready;
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

/** Connects a board as soon as all of its debate is here. Returns a function that disconnects it. */
export function connectWhenWhole(store: BoardStore): () => void {
  let end: (() => void) | null = null;
  const look = () => {
    if (end === null && store.state().branches === null) end = connectBoard(store, store.state().debateId);
  };
  look();
  const unsubscribe = store.subscribe(look);
  return () => {
    unsubscribe();
    end?.();
  };
}
