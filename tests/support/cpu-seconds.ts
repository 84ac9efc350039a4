import { readFileSync } from 'node:fs';

/** Ticks a second of the times in `/proc`, on every Linux that Node runs on. */
const TICKS = 100;

/** Seconds of processor time that a process has taken so far, with all its threads; null where the system does not say. */
export function cpuSeconds(pid: number | null): number | null {
  try {
    // The name of the program, which may have spaces, stands in parentheses before.
    const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const [user, system] = fields.split(' ').slice(11, 13).map(Number);
    return user === undefined || system === undefined ? null : (user + system) / TICKS;
  } catch {
    return null;
  }
}
