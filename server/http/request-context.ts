import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { senderAddress } from './sender-address.ts';

interface UnderWay {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const underWay = new AsyncLocalStorage<UnderWay>();

/** Runs the handling of a request, so that pages and routes can ask about it and tell what became of it. */
export function withRequestContext<T>(
  request: IncomingMessage,
  response: ServerResponse,
  handle: () => T,
): T {
  return underWay.run({ request, response }, handle);
}

/** The page being rendered is about something that is not there: its answer says so to machines too. */
export function answerNotFound(): void {
  answerWith(404);
}

/** The page being rendered is about something that this server cannot show at the moment, and another one may. */
export function answerUnavailable(): void {
  answerWith(503);
}

function answerWith(status: number): void {
  const response = underWay.getStore()?.response;
  if (response && !response.headersSent) response.statusCode = status;
}

/** The address the request under way comes from; see `senderAddress`. */
export function clientAddress(proxies: number): string {
  const request = underWay.getStore()?.request;
  const peer = request?.socket.remoteAddress ?? '';
  return senderAddress(peer, request?.headers['x-forwarded-for']?.toString(), proxies);
}
