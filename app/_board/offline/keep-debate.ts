import { packSnapshot } from '../../../domain/debate/packed-snapshot.ts';
import { toSnapshot, votesOf } from '../../../domain/debate/snapshot.ts';
import { type DebateOpening, openedState } from '../../../domain/protocol/opening.ts';
import { inSlices } from '../in-slices.ts';
import type { BoardStore } from '../store/board-store.ts';
import { DebateStorage } from './debate-storage.ts';

/** Milliseconds between keepings while the debate goes on: what a crash costs of what can be read offline. */
const KEEP_EVERY = 60_000;

/**
 * Keeps the debate as it is known in the browser, so that it can be read and worked on when the page is opened without the
 * server: whenever the way to the server is lost, the page is put away, and now and then.
 */
export function keepDebate(store: BoardStore): { recall(): Promise<void>; end(): void } {
  const storage = new DebateStorage();
  let keptSeq = store.state().replica.confirmed.seq;
  let wasLive = false;

  const keep = () => {
    const { seq } = store.state().replica.confirmed;
    if (seq === keptSeq) return;
    keptSeq = seq;
    // Full or barred: then the page that was opened is what there is to read; the unsent is another matter.
    storage.keep(openingOf(store), seq).catch(() => {});
  };
  const follow = () => {
    const isLive = store.state().connection.kind === 'live';
    if (wasLive && !isLive) keep();
    wasLive = isLive;
  };
  const putAway = () => document.visibilityState === 'hidden' && keep();

  const unsubscribe = store.subscribe(follow);
  const timer = window.setInterval(keep, KEEP_EVERY);
  document.addEventListener('visibilitychange', putAway);
  window.addEventListener('pagehide', keep);
  return {
    recall: async () => {
      const { debateId, replica } = store.state();
      const kept = await storage.read(debateId).catch(() => null);
      if (kept === null || kept.seq < replica.confirmed.seq) return;
      const { participantId, people } = kept.opening;
      await new Promise<void>((done) => {
        inSlices(openedState(kept.opening), (state) => {
          store.recall(state, participantId, people);
          done();
        });
      });
    },
    end: () => {
      unsubscribe();
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', putAway);
      window.removeEventListener('pagehide', keep);
    },
  };
}

/** What the page would bring along if it were opened now. */
function openingOf(store: BoardStore): DebateOpening {
  const { debateId, replica, people } = store.state();
  const { confirmed, participantId } = replica;
  return {
    debateId,
    packed: packSnapshot({ ...toSnapshot(confirmed), votes: [] }),
    votes: votesOf(confirmed.votes),
    participantId,
    people: [...people.values()],
  };
}
