import { readFileSync } from 'node:fs';

/** Milliseconds that nothing a person sends holds the thread for. */
export const A_TURN = 50;

/** Runs of which one must hold the thread for less: the first one compiles, and a collector may come between. */
export const RUNS = 4;

/**
 * Runs `work` until one run holds the thread for less than `A_TURN`, at most `RUNS` times. Returns the least of their longest turns, in
 * milliseconds. A turn counts as its processor time or its time by the clock, whichever is less, so that neither
 * other threads nor a busy machine count.
 */
export async function longestTurnOf(work: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS && least >= A_TURN; run += 1) least = Math.min(least, await longestTurn(work));
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

/** Milliseconds of processor time of this thread, where the system tells them apart, else of the process. */
function processorTime(): number {
  try {
    // Linux: nanoseconds on the processor come first.
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  }
}
