import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One hash of the names and contents of files and folders; a path that doesn't exist counts as empty. */
export function contentHash(paths, isWanted = () => true) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths) addPath(hash, path, isWanted);
  return hash.digest('hex');
}

function addPath(hash, path, isWanted) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return;
  if (stats.isDirectory()) {
    for (const name of readdirSync(path).sort()) addPath(hash, join(path, name), isWanted);
  } else if (isWanted(path)) {
    // Name and length distinguish two adjacent files from one file that contains both.
    hash.update(`\0${path}\0${stats.size}\0`).update(readFileSync(path));
  }
}

/** True if the output of a stamp file was built from the sources of this hash. */
export function isCurrent(stampFile, hash) {
  try {
    return readFileSync(stampFile, 'utf8') === hash;
  } catch {
    return false;
  }
}
