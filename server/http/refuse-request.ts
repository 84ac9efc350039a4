import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorBody } from './errors-as-json.ts';

/** True if a request is for programs, not for a page. */
export function isApi({ url = '' }: IncomingMessage): boolean {
  return /^\/api(?:[/?]|$)/.test(url);
}

/** Refuses a request, and reads no more on this connection: anything else its sender sends is discarded. */
export function refuseRequest(request: IncomingMessage, response: ServerResponse, status: number): void {
  send(request, response, status, isApi(request) ? errorBody(status) : '', { Connection: 'close' });
}

/** Refuses a request that is rate limited (429), or for which there is no room now (503): the answer says when to try again. */
export function refuseForNow(
  request: IncomingMessage,
  response: ServerResponse,
  status: 429 | 503,
  seconds: number,
): void {
  const after = Math.max(1, Math.ceil(seconds));
  const body = isApi(request) ? errorBody(status) : pageOf(status, after);
  const hasBody = Number(request.headers['content-length'] ?? 0) > 0;
  send(request, response, status, body, { 'Retry-After': after, ...(hasBody && { Connection: 'close' }) });
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string | number>>,
): void {
  const type = isApi(request) ? 'application/json' : 'text/html; charset=utf-8';
  response.writeHead(status, {
    'Cache-Control': 'no-store',
    ...(body !== '' && { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) }),
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function pageOf(status: 429 | 503, after: number): string {
  const title = status === 429 ? 'Too many requests' : 'This server is busy';
  const text =
    status === 429
      ? `You or your network sent too many requests. Try again in ${seconds(after)}.`
      : `It has too many requests to answer yours now. Try again in ${seconds(after)}.`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<body style="font: 1.125rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 4rem auto; padding: 0 1rem">
<h1 style="font-size: 1.5rem">${title}</h1>
<p>${text}</p>
<p><a href="">Try again</a></p>
</body>
</html>
`;
}

function seconds(count: number): string {
  return count === 1 ? '1 second' : `${count} seconds`;
}
