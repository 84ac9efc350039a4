import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isUtf8MimeType, mime, type SendResult, send } from '@fastify/send';

const PREFIX = '/_next/static/';
const YEAR_MS = 31_536_000_000;
/** The copies that `compress-pages.mjs` makes, the smallest first. */
const COPIES = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
];

/**
 * Answers requests for the pages' scripts and styles with the copies compressed by the build (`compress-pages.mjs`): smaller than what
 * could be compressed during a request. Resolves to false for any other request, and for files that aren't there.
 */
export function staticFiles(
  root = join('.next', 'static'),
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  const options = { root, index: false, immutable: true, maxAge: YEAR_MS };
  return async (request, response) => {
    const [path = ''] = request.url?.split('?', 1) ?? [];
    if (!path.startsWith(PREFIX)) return false;
    const name = path.slice(PREFIX.length);
    const accepted: readonly string[] = request.headers['accept-encoding']?.toString().match(/\w+/g) ?? [];
    for (const { encoding, ending } of COPIES.filter((copy) => accepted.includes(copy.encoding))) {
      const copy = await send(request, `${name}${ending}`, options);
      if (copy.type !== 'file') continue;
      await write(response, copy, { 'Content-Encoding': encoding, 'Content-Type': contentType(name) });
      return true;
    }
    const file = await send(request, name, options);
    if (isMissing(file)) return false;
    await write(response, file);
    return true;
  };
}

/** True if nothing is served at the path. Other errors are about the request, such as an unsatisfiable range. */
function isMissing({ type, statusCode }: SendResult): boolean {
  return type === 'directory' || (type === 'error' && statusCode <= 404);
}

/** Writes a file; however the response ends, the file is closed. A reader who disconnects isn't an error. */
async function write(
  response: ServerResponse,
  { statusCode, headers, stream }: SendResult,
  ofCopy: Readonly<Record<string, string>> = {},
): Promise<void> {
  response.writeHead(statusCode, { ...headers, ...ofCopy, Vary: 'Accept-Encoding' });
  await pipeline(stream, response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

function contentType(name: string): string {
  const type = mime.getType(name) ?? 'application/octet-stream';
  return isUtf8MimeType(type) ? `${type}; charset=utf-8` : type;
}
