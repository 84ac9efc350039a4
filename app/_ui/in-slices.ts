import type { Steps } from '../../domain/collections/steps.ts';

/** Milliseconds of work in one slice: the page stays responsive in between. */
const SLICE = 12;

/**
 * Runs work slice by slice, starting now, and calls `done` with the result and the milliseconds of work without the pauses. If any slice
 * throws, or `done` itself, it calls `failed`. Returns a function that cancels it.
 */
export function inSlices<Result>(
  steps: Steps<Result>,
  done: (result: Result, worked: number) => void,
  failed: (error: unknown) => void = (error) => reportError(error),
): () => void {
  let timer = 0;
  let worked = 0;
  const slice = () => {
    const began = performance.now();
    const end = began + SLICE;
    let step = steps.next();
    while (!step.done && performance.now() < end) step = steps.next();
    worked += performance.now() - began;
    if (step.done) done(step.value, worked);
    else timer = window.setTimeout(go);
  };
  const go = () => {
    try {
      slice();
    } catch (error) {
      failed(error);
    }
  };
  go();
  return () => window.clearTimeout(timer);
}

/** Finishes work slice by slice. Rejects whichever slice throws. */
export function finishInSlices<Result>(steps: Steps<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    inSlices(steps, resolve, reject);
  });
}
