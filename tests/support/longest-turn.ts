import { readFileSync } from 'node:fs';

/**
 * Milliseconds that the thread was held in one piece while `work` ran, at most: the least of a few runs, since the first one
 * compiles, and a collector may come between. A turn counts as its processor time or its time by the clock, whichever is less, so
 * that neither other threads nor a busy machine count.
 */
export async function longestTurnOf(work: () => Promise<unknown>, runs = 2): Promise<number> {
  const longest = [];
  for (let run = 0; run < runs; run += 1) longest.push(await longestTurn(work));
  return Math.min(...longest);
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
