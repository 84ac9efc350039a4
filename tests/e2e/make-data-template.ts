import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtProgram, DATA_TEMPLATE } from './parley-process.ts';

/**
 * Playwright's global setup: makes the database of a first start as `npm start` does, which takes seconds, and keeps its folder for
 * the servers of all stories to copy. The run's own temporary folder goes when the run ends, and this folder with it.
 */
export default function makeDataTemplate(): void {
  const template = join(mkdtempSync(join(tmpdir(), 'parley-e2e-')), 'data');
  const { DATABASE_URL: _, ...env } = process.env;
  execFileSync(process.execPath, builtProgram('first-database.js'), {
    env: { ...env, DATA_DIR: template },
  });
  process.env[DATA_TEMPLATE] = template;
}
