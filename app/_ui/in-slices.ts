import type { Steps } from '../../domain/collections/steps.ts';

/** Milliseconds of work in one slice: the page stays responsive in between. */
const SLICE = 12;

/** Runs work slice by slice, starting now, and calls `done` with the result. Returns a function that cancels it. */
export function inSlices<Result>(steps: Steps<Result>, done: (result: Result) => void): () => void {
  let timer = 0;
  const go = () => {
    const end = performance.now() + SLICE;
    let step = steps.next();
    while (!step.done && performance.now() < end) step = steps.next();
    if (step.done) done(step.value);
    else timer = window.setTimeout(go);
  };
  go();
  return () => window.clearTimeout(timer);
}
