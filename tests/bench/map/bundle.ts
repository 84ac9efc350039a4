import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** One of the scripts of `in-page` as a browser takes it: script and styles, as small as React Flow's makers advise. */
export async function bundle(name: string): Promise<{ script: string; style: string }> {
  const entry = fileURLToPath(new URL(`in-page/${name}`, import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    outdir: 'out',
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2023',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  const ending = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  return { script: ending('.js'), style: ending('.css') };
}
