import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const LEAST_BYTES = 1_000;

/** Puts a brotli and a gzip copy beside each script and style of the pages, as small as they get: made once, sent often. */
export function compressPages() {
  const folder = join('.next', 'static');
  const files = readdirSync(folder, { recursive: true }).filter((path) => /\.(js|css)$/.test(path));
  for (const path of files.map((name) => join(folder, name))) {
    if (statSync(path).size < LEAST_BYTES) continue;
    const bytes = readFileSync(path);
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, brotli(bytes.length)));
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
  }
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
