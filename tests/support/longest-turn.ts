import { paced, processorTime } from './processor-time.ts';

/** Milliseconds that nothing a person sends holds the thread for. */
export const A_TURN = 50;

/** Runs of which one must hold the thread for less: the first one compiles, and a collector may come between. */
export const RUNS = 4;

/**
 * Runs `work` until one run holds the thread for less than `A_TURN`, at most `RUNS` times. Returns the least of their longest turns, in
 * milliseconds. A turn counts as its processor time or its time by the clock, whichever is less, at the pace that limits are meant for, so
 * that neither other threads nor a busy machine count.
 */
export async function longestTurnOf(work: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS && least >= A_TURN; run += 1) {
    const longest = await longestTurn(work);
    least = Math.min(least, longest < A_TURN ? longest : paced(longest));
  }
  return least;
}

async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let isOver = false;
  let [clock, cpu] = [performance.now(), processorTime()];
  const look = () => {
    longest = Math.max(longest, Math.min(performance.now() - clock, processorTime() - cpu));
    [clock, cpu] = [performance.now(), processorTime()];
    if (!isOver) setTimeout(look, 1);
  };
  look();
  await work();
  isOver = true;
  look();
  return longest;
}
