import { join } from 'node:path';
import { NodeNextRequest, NodeNextResponse } from 'next/dist/server/base-http/node.js';
import { sendResponse } from 'next/dist/server/send-response.js';
import type { Pages } from '../../server/http/next-pages.ts';
import { findRoute } from '../../server/limits/find-route.ts';
import { noPages } from './no-pages.ts';

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response> | Response;

const APP = join(import.meta.dirname, '../../app');

/** The routes of the API that read, answered over the wire by Next's own code, without a build. */
export function apiRoutes(): Pages {
  return {
    ...noPages(),
    handle: async (request, response) => {
      const { url = '/', method, headers } = request;
      const [, path = ''] = findRoute('GET', url).split(' ');
      const { GET } = (await import(join(APP, path, 'route.ts'))) as { GET: Handler };
      const asked = new Request(`http://${headers.host}${url}`, { method, headers: textsOf(headers) });
      const answer = await GET(asked, { params: Promise.resolve(paramsOf(path, url)) });
      await sendResponse(new NodeNextRequest(request), new NodeNextResponse(response), answer);
    },
  };
}

function paramsOf(path: string, url: string): Record<string, string> {
  const given = (url.split('?')[0] ?? '').split('/');
  return Object.fromEntries(
    path.split('/').flatMap((segment, at) => {
      const name = /^\[(\w+)\]$/.exec(segment)?.[1];
      return name === undefined ? [] : [[name, given[at] ?? '']];
    }),
  );
}

function textsOf(headers: Readonly<Record<string, string | string[] | undefined>>): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
}
