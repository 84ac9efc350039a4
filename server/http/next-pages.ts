import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import next from 'next';
import { findRoute } from '../limits/find-route.ts';
import { refuseRequest } from './refuse-request.ts';
import { staticFiles } from './static-files.ts';

/** Answers the requests that are neither sockets nor health checks. */
export interface Pages {
  prepare(): Promise<void>;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  close(): Promise<void>;
}

/** The Next application in this folder. */
export function nextPages(http: Server, development: boolean): Pages {
  const application = next({ dev: development, dir: process.cwd(), customServer: true, httpServer: http });
  const sendStatic = development ? async () => false : staticFiles();
  return {
    prepare: () => application.prepare(),
    handle: async (request, response) => {
      if (await sendStatic(request, response)) return;
      // An error page would cost more than the request was charged as a file.
      if (!development && isStaticFile(request)) return refuseRequest(request, response, 404);
      await application.getRequestHandler()(request, response);
    },
    close: () => application.close(),
  };
}

/** True if a request costs as little as a script or style, however its path is written. */
function isStaticFile({ method = 'GET', url = '/' }: IncomingMessage): boolean {
  return findRoute(method, url) === 'GET /_next/static/[...path]';
}
