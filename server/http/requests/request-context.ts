import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { senderAddress } from './sender-address.ts';

interface UnderWay {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const underWay = new AsyncLocalStorage<UnderWay>();

/** Handles a request in a context, so that pages and routes can access it and report its outcome. */
export function withRequestContext<T>(
  request: IncomingMessage,
  response: ServerResponse,
  handle: () => T,
): T {
  return underWay.run({ request, response }, handle);
}

/** Marks the page being rendered as not found, so that its status says so to machines too. */
export function answerNotFound(): void {
  answerWith(404);
}

/** Marks the page being rendered as unavailable on this server at the moment; another server may have it. */
export function answerUnavailable(): void {
  answerWith(503);
}

function answerWith(status: number): void {
  const response = underWay.getStore()?.response;
  if (response && !response.headersSent) response.statusCode = status;
}

/** The address of the current request; see `senderAddress`. */
export function clientAddress(proxies: number): string {
  const request = underWay.getStore()?.request;
  const peer = request?.socket.remoteAddress ?? '';
  return senderAddress(peer, request?.headers['x-forwarded-for']?.toString(), proxies);
}
