import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Answers `/healthz` (the process lives) and `/readyz` (it can do its work: database reachable, not stopping); false for
 * any other request. A node without its Redis is ready, and says so: what other nodes write reaches it through the
 * database, and to take all nodes away from people because a carrier of hints is away would help nobody.
 */
export async function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  isReady: () => Promise<boolean>,
  redisIsAway: boolean,
): Promise<boolean> {
  const path = request.url?.split('?')[0];
  if (path !== '/healthz' && path !== '/readyz') return false;
  const well = path === '/healthz' || (await isReady());
  response.writeHead(well ? 200 : 503, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' });
  const note = path === '/readyz' && redisIsAway ? 'redis is away\n' : '';
  response.end(`${well ? 'ok' : 'not ready'}\n${note}`);
  return true;
}
