import type { Steps } from '../../domain/collections/steps.ts';

/** Milliseconds of work in one slice: the page stays responsive in between. */
const SLICE = 12;

/**
 * Runs work slice by slice, starting now, and calls `done` with the result and the milliseconds of work without the pauses. Returns a
 * function that cancels it.
 */
export function inSlices<Result>(
  steps: Steps<Result>,
  done: (result: Result, worked: number) => void,
): () => void {
  let timer = 0;
  let worked = 0;
  const go = () => {
    const began = performance.now();
    const end = began + SLICE;
    let step = steps.next();
    while (!step.done && performance.now() < end) step = steps.next();
    worked += performance.now() - began;
    if (step.done) done(step.value, worked);
    else timer = window.setTimeout(go);
  };
  go();
  return () => window.clearTimeout(timer);
}
