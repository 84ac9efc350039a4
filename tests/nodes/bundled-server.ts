import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { copyFile, mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(import.meta.dirname, '../..');
const VERSION = 'domain/protocol/version.ts';

/** A bundled server: its file, and the folder of its release, where its migrations are. */
export interface BundledServer {
  readonly file: string;
  readonly root: string;
}

/** Bundles the server without pages, as a build does the whole one: each node of many then starts in half the time. */
export async function bundleServer(root = ROOT): Promise<BundledServer> {
  // Within the project, so that packages are found from there.
  const file = join(root, 'node_modules/.cache/parley-tests', `${process.pid}-${basename(root)}`, 'serve.js');
  await build({
    entryPoints: [join(root, 'tests/support/serve-without-pages.ts')],
    absWorkingDir: root,
    outfile: file,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return { file, root };
}

/**
 * Bundles the server as it was at a commit, with the packages of today. It takes pages of today's protocol: nodes are mixed here, and a
 * page of another protocol is only asked to reload.
 */
export async function bundleServerOf(commit: string): Promise<BundledServer> {
  const root = await mkdtemp(join(tmpdir(), 'parley-release-'));
  process.on('exit', () => rmSync(root, { recursive: true, force: true }));
  const unpack = `git archive ${commit} | tar -x -C ${root}`;
  execFileSync('bash', ['-o', 'pipefail', '-c', unpack], { cwd: ROOT });
  await copyFile(join(ROOT, VERSION), join(root, VERSION));
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const generate = `import('./scripts/generate-client.mjs').then((made) => made.generateClient())`;
  execFileSync(process.execPath, ['--input-type=module', '-e', generate], { cwd: root, stdio: 'inherit' });
  return bundleServer(root);
}
