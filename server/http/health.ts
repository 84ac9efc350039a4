import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Answers `/healthz` (the process is alive) and `/readyz` (it can do its work; otherwise 503 with the reason in one line); false for any
 * other request. `readiness` returns that reason, or `null`. A node without its Redis is ready, and says so: what other nodes write reaches
 * it through the database, and taking all nodes out of service because a carrier of hints is down would help nobody.
 */
export async function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  readiness: () => Promise<string | null>,
  redisIsAway: boolean,
): Promise<boolean> {
  const path = request.url?.split('?')[0];
  if (path !== '/healthz' && path !== '/readyz') return false;
  const reason = path === '/healthz' ? null : await readiness();
  const status = reason === null ? 200 : 503;
  response.writeHead(status, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' });
  const note = path === '/readyz' && redisIsAway ? 'redis is away\n' : '';
  response.end(`${reason === null ? 'ok' : `not ready: ${reason}`}\n${note}`);
  return true;
}
