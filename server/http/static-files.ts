import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

const PREFIX = '/_next/static';
const YEAR = 31_536_000;

/**
 * Answers requests for the pages' scripts and styles with the copies compressed by the build (`compress-pages.mjs`): smaller than what
 * could be compressed during a request. Returns false for any other request, and for unknown files.
 */
export function staticFiles(): (request: IncomingMessage, response: ServerResponse) => boolean {
  const send = sirv(join('.next', 'static'), { brotli: true, gzip: true, immutable: true, maxAge: YEAR });
  return (request, response) => {
    const { url } = request;
    if (!url?.startsWith(`${PREFIX}/`)) return false;
    let isKnown = true;
    request.url = url.slice(PREFIX.length);
    send(request, response, () => {
      isKnown = false;
    });
    request.url = url;
    return isKnown;
  };
}
