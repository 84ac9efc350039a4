import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Programs that a server runs as processes of their own, with their sources. */
const SOURCES = {
  'starter-worker': './workers/starter-worker.ts',
  'drawing-worker': './services/exports/drawing-worker.ts',
  'export-worker': './services/exports/export-worker.ts',
  'import-worker': './services/imports/import-worker.ts',
  'opinions-worker': './services/analysis/opinions-worker.ts',
  'backup-command': './cli/backup/backup-command.ts',
} as const;

export type ProgramName = keyof typeof SOURCES;

/** A program as Node runs it: its path, and the options that load it. */
export interface Program {
  readonly path: string;
  readonly loader: readonly string[];
}

/** In a build, programs are beside the server. */
const IS_BUNDLED = import.meta.url.endsWith('.js');

/**
 * Finds a program beside this one in a build, else its source. For tests alone, `PARLEY_PROGRAMS` names a folder in which they bundled the
 * programs: started from source, a program takes four times the processor time (1.2 s instead of 0.3 s).
 */
export function programOf(name: ProgramName): Program {
  if (IS_BUNDLED) return { path: fileURLToPath(new URL(`./${name}.js`, import.meta.url)), loader: [] };
  const folder = process.env.PARLEY_PROGRAMS;
  if (folder) return { path: `${folder}/${name}.js`, loader: [] };
  const tsx = createRequire(import.meta.url).resolve('tsx');
  return {
    path: fileURLToPath(new URL(SOURCES[name], import.meta.url)),
    loader: ['--import', pathToFileURL(tsx).href],
  };
}
