import type { Steps } from '#domain/collections/steps.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { type OutlineTree, outlineSteps } from '#domain/outline/outline-tree.ts';
import { decodeInitialState, type InitialState } from '#domain/protocol/initial-state.ts';

/** Number of unpacked debates cached for readers without data of their own (LRU). */
const KEPT = 4;
/** Milliseconds of work in one slice. */
const SLICE = 5;

const kept = new Map<string, Promise<DebateState>>();
const outlines = new WeakMap<DebateState, OutlineTree>();

/**
 * Unpacks an opening's debate and its outline on the server, in slices so that other requests aren't blocked. Readers without data
 * of their own share the result while the debate is unchanged: the cache key is the packed opening itself, so nobody can get
 * another audience's state.
 */
export function openedOnServer(opening: InitialState): Promise<DebateState> {
  if (hasOwn(opening)) return unpack(opening);
  const key = JSON.stringify([opening.cursor, ...opening.packed]);
  const state = kept.get(key) ?? unpack(opening);
  kept.delete(key);
  kept.set(key, state);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  state.catch(() => kept.delete(key));
  return state;
}

/** The cached outline of a state; undefined if it wasn't computed before rendering. */
export function outlineMadeOf(state: DebateState): OutlineTree | undefined {
  return outlines.get(state);
}

function hasOwn({ participantId, votes, ratings, fragment, authorship }: InitialState): boolean {
  return (
    participantId !== null ||
    votes.length > 0 ||
    ratings.length > 0 ||
    fragment !== null ||
    authorship !== null
  );
}

/** Rejects for the page that asked, whichever slice throws. */
async function unpack(opening: InitialState): Promise<DebateState> {
  const steps = openingSteps(opening);
  for (;;) {
    const end = performance.now() + SLICE;
    let step = steps.next();
    while (!step.done && performance.now() < end) step = steps.next();
    if (step.done) return step.value;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

function* openingSteps(opening: InitialState): Steps<DebateState> {
  const state = yield* decodeInitialState(opening);
  outlines.set(state, yield* outlineSteps(state));
  return state;
}
