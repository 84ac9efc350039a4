import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WASM_FLAGS } from './node-flags.ts';

/** Programs that tests run as processes of their own. */
const PROGRAMS = {
  'backup-command': '../../server/cli/backup/backup-command.ts',
  'first-database': '../../server/first-database.ts',
  'open-database-process': './open-database-process.ts',
  'serve-by-clock': './serve-by-clock.ts',
  'serve-with-copies': './serve-with-copies.ts',
  'serve-without-pages': './serve-without-pages.ts',
} as const;

/** Packages are found from here; git and the checks ignore it. */
const FOLDER = inProject('../../node_modules/.cache/parley');

/**
 * Bundles them, with the server's workers, and names their folder in `PARLEY_PROGRAMS` (see `server/programs.ts`). Done once a run; returns
 * the folder. Without a server that can be bundled, tests that start none still run.
 */
export function bundlePrograms(): string {
  removeLeftOvers();
  const folder = join(FOLDER, `programs-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const parameters = ['scripts/bundle-programs.mjs', folder, ...Object.values(PROGRAMS).map(inProject)];
  try {
    execFileSync(process.execPath, parameters, { cwd: inProject('../..'), stdio: 'inherit' });
    process.env.PARLEY_PROGRAMS = folder;
  } catch {
    process.stderr.write('The server can’t be bundled: tests that start one will fail.\n');
  }
  return folder;
}

/** The parameters of Node that run a program which `bundlePrograms` made. */
export function programParameters(name: keyof typeof PROGRAMS): string[] {
  const folder = process.env.PARLEY_PROGRAMS;
  if (folder === undefined) throw new Error('The programs are not bundled');
  return [...WASM_FLAGS, join(folder, `${name}.js`)];
}

/** Removes the programs of runs that were killed. */
function removeLeftOvers(): void {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of readdirSync(FOLDER)) {
    const pid = Number(/^programs-(\d+)$/.exec(name)?.[1] ?? Number.NaN);
    if (!Number.isNaN(pid) && !isRunning(pid)) rmSync(join(FOLDER, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function inProject(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
