import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Answers `/healthz` (the process lives) and `/readyz` (it can do its work: database reachable, not stopping); false for
 * any other request.
 */
export async function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  isReady: () => Promise<boolean>,
): Promise<boolean> {
  const path = request.url?.split('?')[0];
  if (path !== '/healthz' && path !== '/readyz') return false;
  const well = path === '/healthz' || (await isReady());
  response.writeHead(well ? 200 : 503, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' });
  response.end(well ? 'ok\n' : 'not ready\n');
  return true;
}
