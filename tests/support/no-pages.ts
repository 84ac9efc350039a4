import type { Pages } from '../../server/http/next-pages.ts';

/** No pages: for tests and measurements of everything but them. */
export function noPages(): Pages {
  return {
    prepare: async () => {},
    handle: async (_request, response) => void response.writeHead(404).end(),
    close: async () => {},
  };
}
