import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundlePrograms } from './programs.ts';

/** Maximum size of a run's databases, in bytes, with room to spare. */
const ROOM = 4 * 2 ** 30;

/** Before all tests: the programs they start, and a folder for everything that they put down; gone after them. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(fastFolder(), 'parley-tests-'));
  // PostgreSQL refuses to run as root, so its own user has to find the way to its folder.
  chmodSync(folder, 0o711);
  process.env.PARLEY_TESTS_SHARED = folder;
  process.env.TMPDIR = folder;
  const programs = bundlePrograms();
  return () => {
    for (const made of [folder, programs]) rmSync(made, { recursive: true, force: true, maxRetries: 5 });
  };
}

/**
 * Where files are kept in memory, if there is such a place: a database of a thousand small files is copied ten times
 * sooner there. What a killed process wrote stays in either; neither is safe from a power cut.
 */
function fastFolder(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > ROOM ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}
