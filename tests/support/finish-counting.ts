import type { Steps } from '#domain/collections/steps.ts';

/** The number of steps, and their result. */
export function finishCounting<Result>(steps: Steps<Result>): { count: number; result: Result } {
  for (let count = 1; ; count += 1) {
    const step = steps.next();
    if (step.done) return { count, result: step.value };
  }
}
