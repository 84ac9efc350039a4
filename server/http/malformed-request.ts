import type { IncomingMessage } from 'node:http';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import { IMPORT_LIMITS } from '../../domain/formats/import-limits.ts';

/** Control characters: no path of this site has any. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const CONTROL = /[\u0000-\u001f\u007f]/;

/** Paths for uploading files: only their bodies may be longer than a message. */
const TAKES_FILES = /^\/api\/(v1\/)?imports$/;

/**
 * The status that refuses a malformed request before anything of it is read, whatever its route; `null` for a valid one. Every body states
 * its length, as browsers do, and is no longer than a message may be, or than a file where files are uploaded; Node reads no more than
 * that.
 */
export function findMalformation({
  method,
  url = '',
  headers,
  rawHeaders,
}: IncomingMessage): 400 | 405 | 411 | 413 | null {
  // It would show a page's script what it may not read: headers that a proxy or the browser added.
  if (method === 'TRACE') return 405;
  if (!isPath(url)) return 400;
  // A proxy may use another `Host` than the server does (RFC 9112, 3.2).
  if (rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length > 1) return 400;
  if (headers['transfer-encoding'] !== undefined) return 411;
  const most = TAKES_FILES.test(url.split('?')[0] ?? '') ? IMPORT_LIMITS.fileBytes : LIMITS.messageBytes;
  return Number(headers['content-length'] ?? 0) > most ? 413 : null;
}

function isPath(target: string): boolean {
  const [path = '', query = ''] = target.split('?', 2);
  // Values in a query are looked up and stored like form fields.
  if (/%00|\0/.test(query)) return false;
  try {
    return target.startsWith('/') && !CONTROL.test(decodeURIComponent(path));
  } catch {
    // The bytes are not valid text.
    return false;
  }
}
