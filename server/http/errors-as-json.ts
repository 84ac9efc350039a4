import type { ServerResponse } from 'node:http';
import { refuse } from '../../domain/debate/engine/refusal.ts';
import type { RejectionCode } from '../../domain/debate/engine/rejections.ts';

/** Codes of errors that no route of ours has set. */
const CODES: Readonly<Record<number, RejectionCode>> = {
  401: 'not_signed_in',
  403: 'not_allowed',
  404: 'route_not_found',
  413: 'too_large',
  429: 'too_fast',
};

/** The body of an answer with this status, in the format of all routes. */
export function errorBody(status: number): string {
  const code = CODES[status] ?? (status < 500 ? 'invalid' : 'unavailable');
  return JSON.stringify(refuse(code));
}

/**
 * Converts errors to the format of our routes where Next answers: a method a route doesn't have, a route that throws. JSON answers are left
 * unchanged.
 */
export function errorsAsJson(response: ServerResponse): void {
  const { writeHead, write, end } = response;
  let body: string | null = null;
  const isReplaced = () => {
    const isError = response.statusCode >= 400;
    if (isError && !response.headersSent) response.writeHead(response.statusCode);
    return body !== null;
  };
  Object.assign(response, {
    writeHead: (status: number, ...more: unknown[]) => {
      const given = more.find((part): part is object => typeof part === 'object' && part !== null);
      const type = typeOf({ ...response.getHeaders(), ...given });
      if (status < 400 || type.startsWith('application/json') || response.req.method === 'HEAD')
        return Reflect.apply(writeHead, response, [status, ...more]);
      body = errorBody(status);
      for (const name of ['content-encoding', 'transfer-encoding', 'etag']) response.removeHeader(name);
      response.setHeader('Content-Type', 'application/json');
      response.setHeader('Content-Length', Buffer.byteLength(body));
      response.setHeader('Cache-Control', 'no-store');
      return Reflect.apply(writeHead, response, [status]);
    },
    write: (...chunk: unknown[]) => isReplaced() || Reflect.apply(write, response, chunk),
    end: (...last: unknown[]) => {
      const done = last.findLast((part) => typeof part === 'function');
      return isReplaced()
        ? Reflect.apply(end, response, [body, ...(done ? [done] : [])])
        : Reflect.apply(end, response, last);
    },
  });
}

/** The media type in headers, with names in any case. */
function typeOf(headers: Readonly<Record<string, unknown>>): string {
  const [, type = ''] =
    Object.entries(headers).findLast(([name]) => name.toLowerCase() === 'content-type') ?? [];
  return String(type);
}
