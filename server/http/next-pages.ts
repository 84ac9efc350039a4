import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import next from 'next';
import { staticFiles } from './static-files.ts';

/** What answers the requests that are neither sockets nor health checks. */
export interface Pages {
  prepare(): Promise<void>;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  close(): Promise<void>;
}

/** The Next application in this folder. */
export function nextPages(http: Server, development: boolean): Pages {
  const application = next({ dev: development, dir: process.cwd(), customServer: true, httpServer: http });
  const sendStatic = development ? () => false : staticFiles();
  return {
    prepare: () => application.prepare(),
    handle: async (request, response) => {
      if (!sendStatic(request, response)) await application.getRequestHandler()(request, response);
    },
    close: () => application.close(),
  };
}
