import type { IncomingMessage } from 'node:http';
import { LIMITS } from '../../domain/debate/limits.ts';

/** Control characters: no path of this site has any. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const CONTROL = /[\u0000-\u001f\u007f]/;

/**
 * The status that refuses a request before anything of it is read, whatever its route; null for a sound one. Every body says
 * its length, as browsers do, and is no longer than a message may be; Node reads no more than what was said.
 */
export function unsoundness({ url = '', headers }: IncomingMessage): 400 | 411 | 413 | null {
  if (!isPath(url)) return 400;
  if (headers['transfer-encoding'] !== undefined) return 411;
  return Number(headers['content-length'] ?? 0) > LIMITS.messageBytes ? 413 : null;
}

function isPath(target: string): boolean {
  try {
    return target.startsWith('/') && !CONTROL.test(decodeURIComponent(target.split('?')[0] ?? ''));
  } catch {
    // Bytes that are no text.
    return false;
  }
}
