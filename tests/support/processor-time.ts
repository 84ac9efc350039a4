import { readFileSync } from 'node:fs';

/** Milliseconds of processor time that the yardstick took on a machine at rest, where the limits of work were set. */
const USUAL = 14;

/** Milliseconds of processor time of this thread, where the system tells threads apart, else of the process. */
export function processorTime(): number {
  try {
    // Linux: nanoseconds on the processor come first.
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  }
}

/** Milliseconds of processor time that `work` takes on this thread. */
export function timeOf(work: () => void): number {
  const before = processorTime();
  work();
  return processorTime() - before;
}

/**
 * Converts processor time of this machine at this moment to that of the machine where limits were set, in milliseconds. A machine that is
 * slow, or whose other programs take its caches, takes longer for the yardstick too; a faster one gains nothing.
 */
export function paced(milliseconds: number): number {
  // The first one is compiled.
  const tries = Array.from({ length: 5 }, () => timeOf(yardstick)).sort((a, b) => a - b);
  return milliseconds / Math.max(1, (tries[2] ?? 0) / USUAL);
}

/** Work of the kind that the product does: text is made, written as JSON, read, looked up and sorted. */
function yardstick(): void {
  const made = Array.from({ length: 8_000 }, (_, at) => ({
    id: `c_${(at * 7_919) % 8_000}`,
    text: `claim ${at} `.repeat(8),
  }));
  const read = JSON.parse(JSON.stringify(made)) as typeof made;
  const byId = new Map(read.map((one) => [one.id, one]));
  const sorted = [...byId.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
  if (sorted.length !== 8_000) throw new Error('The yardstick lost something.');
}
