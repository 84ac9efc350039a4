import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** The answer of `/metrics`, and the token that a request for it must carry. */
export interface MetricsAnswer {
  readonly token: string;
  readonly contentType: string;
  readonly text: () => Promise<string>;
}

/** Answers `/metrics` to a program with the token, in `Authorization: Bearer`; false for any other request, or if there are no metrics. */
export async function answerMetrics(
  { url, headers }: IncomingMessage,
  response: ServerResponse,
  metrics: MetricsAnswer | null,
): Promise<boolean> {
  if (metrics === null || url?.split('?')[0] !== '/metrics') return false;
  if (!isSame(headers.authorization ?? '', `Bearer ${metrics.token}`)) {
    response.writeHead(401, { 'WWW-Authenticate': 'Bearer', 'Cache-Control': 'no-store' }).end();
    return true;
  }
  const text = await metrics.text();
  response.writeHead(200, { 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' }).end(text);
  return true;
}

function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
