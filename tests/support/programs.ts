import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WASM_FLAGS } from './node-flags.ts';

/** Programs that tests run as processes of their own, besides those of the server. */
const PROGRAMS = {
  'first-database': 'server/first-database.ts',
  'open-database-process': 'tests/support/open-database-process.ts',
  'serve-by-clock': 'tests/support/serve-by-clock.ts',
  'serve-with-copies': 'tests/support/serve-with-copies.ts',
  'serve-without-pages': 'tests/support/serve-without-pages.ts',
} as const;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Packages are found from here; git and the checks ignore it. */
const FOLDER = join(ROOT, 'node_modules/.cache/parley');

/**
 * Bundles them and those of the server into a folder, once a run, and names it in `PARLEY_PROGRAMS` (see `server/programs.ts`). Returns the
 * folder.
 */
export function bundlePrograms(): string {
  mkdirSync(FOLDER, { recursive: true });
  const folder = mkdtempSync(join(FOLDER, 'programs-'));
  const parameters = ['scripts/bundle-test-programs.mjs', folder, ...Object.values(PROGRAMS)];
  execFileSync(process.execPath, parameters, { cwd: ROOT, stdio: 'inherit' });
  process.env.PARLEY_PROGRAMS = folder;
  return folder;
}

/** The parameters of Node that run a program which `bundlePrograms` made. */
export function programParameters(name: keyof typeof PROGRAMS | 'backup-command'): string[] {
  const folder = process.env.PARLEY_PROGRAMS;
  if (folder === undefined) throw new Error('The programs are not bundled');
  return [...WASM_FLAGS, join(folder, `${name}.js`)];
}
