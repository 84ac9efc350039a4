import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { LIVE_PATH } from '../../domain/protocol/events.ts';
import { inLogContext } from '../log-context.ts';
import { errorBody, errorsAsJson } from './errors-as-json.ts';
import { answerHealth } from './health.ts';
import type { Pages } from './next-pages.ts';
import { PageTurns } from './page-turns.ts';
import { requestIdOf } from './request-id.ts';
import { handling } from './request-under-way.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { unsoundness } from './unsound-request.ts';

interface AnswerParts {
  readonly https: boolean;
  /** Proxies of one's own before the server, whose `X-Request-Id` is taken over. */
  readonly proxies: number;
  readonly development: boolean;
  readonly embedOrigins: readonly string[];
  /** Why the server cannot do its work; null while it can. */
  readonly readiness: () => Promise<string | null>;
  readonly redisIsAway: () => boolean;
  readonly pages: Pages;
  readonly failed: (error: unknown) => void;
}

/** Answers every request that is not for the sockets: health checks at once, pages in their turn. */
export function answerRequests(http: Server, parts: AnswerParts): void {
  const { https, proxies, development, embedOrigins, readiness, redisIsAway, pages, failed } = parts;
  const turns = new PageTurns();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (await answerHealth(request, response, readiness, redisIsAway())) return;
    const status = unsoundness(request);
    if (status !== null) return refuse(request, response, status);
    if (isApi(request)) errorsAsJson(response);
    const make = () => handling(request, response, () => pages.handle(request, response));
    await (isPage(request) ? turns.take(response, make) : make());
  };
  http.on('request', (request, response) => {
    if (request.url?.startsWith(`${LIVE_PATH}/`)) return;
    const id = requestIdOf(request, proxies);
    response.setHeader('X-Request-Id', id);
    setSecurityHeaders(request, response, { https, development, embedOrigins });
    inLogContext({ request: id }, () =>
      answer(request, response).catch((error: unknown) => {
        failed(error);
        if (isApi(request) && !response.headersSent) refuse(request, response, 500);
        else response.destroy();
      }),
    );
  });
}

/** Says no, and hears no more on this connection: what it goes on sending is not read. */
function refuse(request: IncomingMessage, response: ServerResponse, status: number): void {
  const headers = { Connection: 'close', 'Cache-Control': 'no-store' };
  if (!isApi(request)) {
    response.writeHead(status, headers).end();
    return;
  }
  const body = errorBody(status);
  const told = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
  response.writeHead(status, { ...headers, ...told }).end(body);
}

function isPage(request: IncomingMessage): boolean {
  return !isApi(request) && !request.url?.startsWith('/_next/');
}

/** Is this for programs, and not a page? */
function isApi({ url = '' }: IncomingMessage): boolean {
  return /^\/api(?:[/?]|$)/.test(url);
}
