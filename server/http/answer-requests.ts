import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { LIVE_PATH } from '../../domain/protocol/events.ts';
import { inLogContext } from '../logging/log-context.ts';
import { answerMetrics, type MetricsAnswer } from './answer-metrics.ts';
import { errorsAsJson } from './errors-as-json.ts';
import { answerHealth } from './health.ts';
import { findMalformation } from './malformed-request.ts';
import type { Pages } from './next-pages.ts';
import { PageCache, type PageCacheParts } from './page-cache.ts';
import { isApi, refuseForNow, refuseRequest } from './refuse-request.ts';
import { RenderLimiter } from './render-limiter.ts';
import { withRequestContext } from './requests/request-context.ts';
import { requestIdOf } from './requests/request-id.ts';
import type { RequestLimits } from './requests/request-limits.ts';
import { setSecurityHeaders } from './security-headers.ts';

interface AnswerParts {
  readonly https: boolean;
  /** Number of your own proxies in front of the server, whose `X-Request-Id` is used. */
  readonly proxies: number;
  readonly development: boolean;
  readonly embedOrigins: readonly string[];
  /** Why the server isn't ready; `null` if it is. */
  readonly readiness: () => Promise<string | null>;
  readonly redisIsAway: () => boolean;
  readonly metrics: MetricsAnswer | null;
  readonly requested: (status: number, milliseconds: number) => void;
  readonly pages: Pages;
  /** Pages rendered at once; see `RenderLimiter`. */
  readonly pagesAtOnce: number;
  /** See `PageCache`. */
  readonly versionOf: PageCacheParts['versionOf'];
  readonly limits: RequestLimits;
  readonly failed: (error: unknown) => void;
}

/** Answers every request that is not for the sockets: its cost is charged first, then pages are rendered in turn. */
export function answerRequests(http: Server, parts: AnswerParts): void {
  const { https, proxies, development, embedOrigins, readiness, redisIsAway, pages, limits, failed } = parts;
  const turns = new RenderLimiter(parts.pagesAtOnce);
  const render = (request: IncomingMessage, response: ServerResponse) =>
    withRequestContext(request, response, () => pages.handle(request, response));
  const kept = new PageCache({ versionOf: parts.versionOf, render });
  const answer = async (request: IncomingMessage, response: ServerResponse, id: string) => {
    const status = findMalformation(request);
    if (status !== null) return refuseRequest(request, response, status);
    const { route, sender, wait } = await limits.admit(request);
    if (wait > 0) return refuseForNow(request, response, 429, wait);
    if (await answerHealth(request, response, readiness, redisIsAway())) return;
    if (await answerMetrics(request, response, parts.metrics)) return;
    if (isApi(request)) errorsAsJson(response);
    if (!route.isPage) return render(request, response);
    await turns.take(sender, request, response, async () => {
      if (sender.person !== null || !(await kept.answer(request, response, id)))
        await render(request, response);
    });
  };
  http.on('request', (request, response) => {
    if (request.url?.startsWith(`${LIVE_PATH}/`)) return;
    const started = performance.now();
    response.once('finish', () => parts.requested(response.statusCode, performance.now() - started));
    const id = requestIdOf(request, proxies);
    response.setHeader('X-Request-Id', id);
    setSecurityHeaders(request, response, { https, development, embedOrigins });
    inLogContext({ request: id }, () =>
      answer(request, response, id).catch((error: unknown) => {
        failed(error);
        if (isApi(request) && !response.headersSent) refuseRequest(request, response, 500);
        else response.destroy();
      }),
    );
  });
}
