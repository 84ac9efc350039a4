import { createHash } from 'node:crypto';
import { join, relative, resolve } from 'node:path';

/** Longest path of a socket that every system takes. */
const LONGEST = 100;

/** The socket in a data folder at which its server takes orders of the operator's commands; `null` if its path is too long for a socket. */
export function operatorSocketPath(dataDir: string): string | null {
  const path = resolve(dataDir, 'parley.sock');
  if (process.platform === 'win32')
    return join('\\\\.\\pipe', `parley-${createHash('sha256').update(path).digest('hex').slice(0, 32)}`);
  const shortest = [path, relative(process.cwd(), path)].toSorted((a, b) => a.length - b.length)[0] ?? path;
  return Buffer.byteLength(shortest) <= LONGEST ? shortest : null;
}
