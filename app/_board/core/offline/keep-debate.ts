import { finishInSlices, inSlices } from '#app/_ui/in-slices.ts';
import { finish, type Steps } from '#domain/collections/steps.ts';
import { packSteps } from '#domain/debate/engine/packed-snapshot.ts';
import { ratingsOf, snapshotSteps, votesOf } from '#domain/debate/engine/snapshot.ts';
import { decodeInitialState, type InitialState } from '#domain/protocol/initial-state.ts';
import { type BoardState, isDeniedForGood } from '../store/board-state.ts';
import type { BoardStore } from '../store/board-store.ts';
import { hasSignedOutSince, onSignedOut } from './broadcast-sign-out.ts';
import { DebateStorage, forgetDebates } from './debate-storage.ts';
import { forgetEverything } from './forget-everything.ts';
import { forgetThisPage, renewThisPage } from './remove-saved.ts';
import { hasSignInEnded } from './sign-in-state.ts';
import { summaryOf } from './summary-of.ts';

/** Milliseconds between two savings while the debate goes on: the most that a crash loses for reading offline. */
const KEEP_EVERY = 60_000;

/** Milliseconds after which a server that could not be asked who is signed in is asked again. */
const ASK_AGAIN_AFTER = 5_000;

/**
 * Keeps the debate as the browser knows it, so that the page can be opened, read and worked on without the server: when the connection is
 * lost, when the page is hidden, and at intervals. After a sign-out in this browser, or when the person may no longer read the debate,
 * nothing is kept.
 */
export function keepDebate(store: BoardStore): { recall(): Promise<void>; end(): void } {
  const storage = new DebateStorage();
  // The first connection belongs to the person who opened the page, a later one to the person signed in by then.
  const since = store.state().connection.kind === 'connecting' ? performance.timeOrigin : Date.now();
  let keptSeq = store.state().replica.confirmed.seq;
  let { erasedAt } = store.state().replica.confirmed;
  let wasLive = false;
  let isForgotten = false;
  let signedOut = false;
  const mayKeep = () => !signedOut && !isForgotten && !hasSignedOutSince(since);

  let cancel = () => {};
  let isBusy = false;
  /** Keeps it by a way to run the steps to the end. */
  const keepBy = (run: Run<InitialState>) => {
    cancel();
    isBusy = false;
    const { seq } = store.state().replica.confirmed;
    if (seq === keptSeq || !mayKeep()) return;
    isBusy = true;
    cancel = run(
      openingSteps(store),
      (opening) => {
        isBusy = false;
        keptSeq = seq;
        // Storage is full or blocked: then only the page as it was opened can be read. Unsent changes are kept separately.
        storage.keep(opening, seq, mayKeep).catch(() => {});
      },
      (error) => {
        isBusy = false;
        reportError(error);
      },
    );
  };
  // A page that is left or hidden may get no further turn for long.
  const keepAtOnce = () => keepBy(atOnce);
  const keep = () => keepBy(document.visibilityState === 'hidden' ? atOnce : inSlices);
  const keepAtTimes = () => {
    if (!isBusy) keep();
  };
  const forget = () => {
    void Promise.allSettled([storage.forget(store.state().debateId), forgetThisPage()]);
    void forgetIfSignedOut();
  };
  // The sign-in may have ended, not only the access to this debate.
  const forgetIfSignedOut = async () => {
    const isOver = await hasSignInEnded();
    if (isOver) await forgetEverything();
    else if (isOver === undefined) window.setTimeout(forgetIfSignedOut, ASK_AGAIN_AFTER);
  };
  const follow = () => {
    const { connection } = store.state();
    const wasForgotten = isForgotten;
    isForgotten = isBarred(store.state());
    if (isForgotten && !wasForgotten) forget();
    const isLive = connection.kind === 'live';
    const { erasedAt: now } = store.state().replica.confirmed;
    if (now !== erasedAt && !isForgotten) {
      erasedAt = now;
      keep();
      renewThisPage(summaryOf(store.state())).catch(() => {});
    }
    if (wasLive && !isLive) keep();
    wasLive = isLive;
  };
  // This tab may have begun to save after the other tab had forgotten everything.
  const leaveNothing = () => {
    signedOut = true;
    forgetDebates().catch(() => {});
  };
  const putAway = () => document.visibilityState === 'hidden' && keepAtOnce();

  const unsubscribe = store.subscribe(follow);
  const stopHearing = onSignedOut(leaveNothing);
  const timer = window.setInterval(keepAtTimes, KEEP_EVERY);
  document.addEventListener('visibilitychange', putAway);
  window.addEventListener('pagehide', keepAtOnce);
  return {
    recall: async () => {
      const { debateId, replica } = store.state();
      const kept = await storage.read(debateId).catch(() => null);
      if (kept === null || kept.seq < replica.confirmed.seq) return;
      const { participantId, people } = kept.opening;
      const { writer } = store;
      // The page before in this browser was another person's.
      if (writer !== null && participantId !== null && writer !== participantId) return;
      const state = await finishInSlices(decodeInitialState(kept.opening));
      store.hydrateFromCache(state, participantId, people);
    },
    end: () => {
      unsubscribe();
      // Its slices end with it.
      if (isBusy) keepAtOnce();
      stopHearing();
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', putAway);
      window.removeEventListener('pagehide', keepAtOnce);
    },
  };
}

/** True if this person is known to have lost read access to the debate. */
function isBarred({ access, connection }: BoardState): boolean {
  return access === 'changed' || isDeniedForGood(connection);
}

/** Runs steps to the end, and calls one of two functions then. Returns a function that cancels it. */
type Run<Result> = (
  steps: Steps<Result>,
  done: (result: Result) => void,
  failed: (error: unknown) => void,
) => () => void;

const atOnce: Run<InitialState> = (steps, done, failed) => {
  try {
    done(finish(steps));
  } catch (error) {
    failed(error);
  }
  return () => {};
};

/** Makes the state that the page would contain if it were opened now. */
function* openingSteps(store: BoardStore): Steps<InitialState> {
  const { debateId, replica, people } = store.state();
  const { confirmed, participantId } = replica;
  const snapshot = yield* snapshotSteps(confirmed);
  return {
    debateId,
    packed: yield* packSteps({ ...snapshot, votes: [], ratings: [] }),
    zipped: false,
    votes: votesOf(confirmed.votes),
    ratings: ratingsOf(confirmed.ratings),
    fragment: null,
    // The packed state contains it.
    authorship: null,
    participantId,
    people: [...people.values()],
  };
}
