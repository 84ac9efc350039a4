/** Work that can be interrupted between any two of its steps, and its result. */
export type Steps<Result> = Generator<undefined, Result>;

/** Runs all steps at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
