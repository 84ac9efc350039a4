import { readFileSync } from 'node:fs';

/** Ticks a second of the times in `/proc`, on every Linux that Node runs on. */
const TICKS = 100;

/**
 * Seconds of processor time that a process has taken so far, with all its threads and the children of it that have ended; null
 * where the system does not say.
 */
export function cpuSeconds(pid: number | null): number | null {
  try {
    // The name of the program, which may have spaces, stands in parentheses before.
    const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const times = fields.split(' ').slice(11, 15).map(Number);
    return times.length < 4 ? null : times.reduce((sum, ticks) => sum + ticks, 0) / TICKS;
  } catch {
    return null;
  }
}
