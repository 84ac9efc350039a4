import type { DebateState } from '../../../domain/debate/state.ts';
import type { Steps } from '../../../domain/debate/steps.ts';
import { type OutlineTree, outlineSteps } from '../../../domain/outline/outline-tree.ts';
import { type DebateOpening, openedState } from '../../../domain/protocol/opening.ts';

/** Debates kept unpacked for readers without anything of their own; the one used longest ago goes first. */
const KEPT = 4;
/** Milliseconds of work in one go. */
const SLICE = 5;

const kept = new Map<string, Promise<DebateState>>();
const outlines = new WeakMap<DebateState, OutlineTree>();

/**
 * The debate of an opening on the server, with its outline, made in slices so that others are answered meanwhile. All readers who
 * have nothing of their own in a debate share it while it stays the same: it is found by all that the page brings along of
 * it, so that nothing else can be shown.
 */
export function openedOnServer(opening: DebateOpening): Promise<DebateState> {
  if (hasOwn(opening)) return unpack(opening);
  const key = JSON.stringify([opening.place, ...opening.packed]);
  const state = kept.get(key) ?? unpack(opening);
  kept.delete(key);
  kept.set(key, state);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  state.catch(() => kept.delete(key));
  return state;
}

/** The outline of a state, where it was made before the page is rendered. */
export function outlineMadeOf(state: DebateState): OutlineTree | undefined {
  return outlines.get(state);
}

function hasOwn({ participantId, votes, weights, part, owned }: DebateOpening): boolean {
  return participantId !== null || votes.length > 0 || weights.length > 0 || part !== null || owned !== null;
}

/** An error of it is one of the page that asked, in whichever slice it comes. */
async function unpack(opening: DebateOpening): Promise<DebateState> {
  const steps = openingSteps(opening);
  for (;;) {
    const end = performance.now() + SLICE;
    let step = steps.next();
    while (!step.done && performance.now() < end) step = steps.next();
    if (step.done) return step.value;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

function* openingSteps(opening: DebateOpening): Steps<DebateState> {
  const state = yield* openedState(opening);
  outlines.set(state, yield* outlineSteps(state));
  return state;
}
