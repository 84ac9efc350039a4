import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compressPages } from './compress-pages.mjs';
import { contentHash, isCurrent } from './content-hash.mjs';
import { hintScripts } from './hint-scripts.mjs';
import { run } from './run.mjs';
import { step } from './step.mjs';

const sources = [
  'app',
  'domain',
  'server',
  'prisma',
  'public',
  'package-lock.json',
  'next.config.js',
  'tsconfig.json',
];
/** Generated files are no sources. */
const made = [join('prisma', 'client'), join('public', 'offline-worker.js')];
const stamp = join('dist', 'made-from');

/**
 * Builds the pages (`.next`) and the server (`dist/main.js`), unless both were built from exactly these sources. `beside`: further work,
 * which needs the built server and is done while the pages are built, since that leaves a core idle at times.
 */
export async function build({ beside = async () => {} } = {}) {
  const hash = contentHash(
    sources,
    (path) => !made.some((one) => path.startsWith(one)) && !path.endsWith('.md'),
  );
  if (isCurrent(stamp, hash) && existsSync('.next/BUILD_ID') && existsSync('dist/main.js')) return;
  rmSync('dist', { recursive: true, force: true });
  await bundleServer();
  await bundleOfflineWorker();
  await Promise.all([buildPages(), beside()]);
  writeFileSync(stamp, hash);
}

async function buildPages() {
  await step('building the pages', 'pages built', () =>
    run(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
      quiet: true,
      env: { NODE_ENV: 'production' },
    }),
  );
  hintScripts();
  await compressPages();
}

/** The service worker is in the root of the site, otherwise it could not answer for its pages. */
async function bundleOfflineWorker() {
  const { build: bundle, stop } = await import('esbuild');
  await bundle({
    entryPoints: ['app/_board/core/offline/offline-worker.ts'],
    outdir: 'public',
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    logLevel: 'warning',
  });
  await stop();
}

/** Bundles the server and its commands into `dist`. */
export function bundleServer() {
  return step('building the server', 'server built', () =>
    bundleForNode(
      ['server/main.ts', 'server/first-database.ts', 'server/cli/backup/backup-command.ts'],
      'dist',
    ),
  );
}

/** Bundles programs that run the server, with its workers beside them. */
export async function bundleForNode(programs, folder) {
  const { build: bundle, stop } = await import('esbuild');
  await bundle({
    entryPoints: [...programs, ...workers()],
    outdir: folder,
    entryNames: '[name]',
    bundle: true,
    // Without splitting, packages that are imported on demand would be loaded at every start.
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  });
  // Its service process would otherwise live as long as the server.
  await stop();
}

/** Worker threads are loaded by file name, so each is a separate bundle beside the program. */
function workers() {
  return readdirSync('server', { recursive: true })
    .filter((path) => path.endsWith('-worker.ts'))
    .map((path) => join('server', path));
}
