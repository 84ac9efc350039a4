import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Identifies this process, so that another one can check later whether it is still alive. */
export interface ProcessIdentity {
  pid: number;
  host: string;
  /** In which of the host's PID namespaces it runs: containers may share a host's name and number their processes alike. `''`: unknown. */
  space: string;
  /** When it started, as exactly as the system reports. If its number is reused later, that process has another start time. */
  started: string;
}

/** This process. */
export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, host: hostname(), space: ownSpace(), started: startOf(process.pid) ?? '' };
}

/** True if this process can see whether that one is still running. */
export function canSee({ host, space }: Pick<ProcessIdentity, 'host' | 'space'>): boolean {
  return host === hostname() && (space === '' || space === ownSpace());
}

/** Only available on Linux. */
function ownSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** True if the process is still running. Only meaningful where it can be seen. */
export function isAlive({ pid, started }: ProcessIdentity): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is alive, and belongs to another user.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const now = startOf(pid);
  return now === undefined || started === '' || now === started;
}

/** The boot and the tick in which a process started; only available on Linux. */
function startOf(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets, and may contain spaces and brackets itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended; it only waits for its parent to collect it.
    return fields[0] === 'Z' ? 'ended' : `${boot}/${fields[19]}`;
  } catch {
    return undefined;
  }
}
