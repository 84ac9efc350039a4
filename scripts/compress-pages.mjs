import { readdirSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const LEAST_BYTES = 1_000;

/** Adds a brotli and a gzip copy of each script and style of the pages, at the highest compression: made once, sent often. */
export async function compressPages() {
  const folder = join('.next', 'static');
  const files = readdirSync(folder, { recursive: true }).filter((path) => /\.(js|css)$/.test(path));
  // All at once: they are compressed in separate threads.
  await Promise.all(files.map((name) => compressFile(join(folder, name))));
}

async function compressFile(path) {
  if (statSync(path).size < LEAST_BYTES) return;
  const bytes = await readFile(path);
  const [small, usual] = await Promise.all([
    promisify(brotliCompress)(bytes, brotli(bytes.length)),
    promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  await Promise.all([writeFile(`${path}.br`, small), writeFile(`${path}.gz`, usual)]);
}

function brotli(size) {
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: size,
    },
  };
}
