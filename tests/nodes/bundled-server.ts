import { join } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(import.meta.dirname, '../..');
/** Within the project, so that packages are found from there. */
const OUTPUT = join(ROOT, 'node_modules/.cache/parley-tests', String(process.pid), 'serve.js');

/** Bundles the server without pages, as a build does the whole one: each node of many then starts in half the time. */
export async function bundleServer(): Promise<string> {
  await build({
    entryPoints: [join(ROOT, 'tests/support/serve-without-pages.ts')],
    outfile: OUTPUT,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return OUTPUT;
}
