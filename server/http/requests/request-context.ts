import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { senderAddress } from './sender-address.ts';

interface UnderWay {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Seconds until what was refused for being too fast can be tried again; 0: nothing was. */
  wait: number;
}

const underWay = new AsyncLocalStorage<UnderWay>();

/** Handles a request in a context, so that pages and routes can access it and report its outcome. */
export function withRequestContext<T>(
  request: IncomingMessage,
  response: ServerResponse,
  handle: () => T,
): T {
  return underWay.run({ request, response, wait: 0 }, handle);
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

/** Notes that the current request has to wait so many seconds for an allowance; does nothing outside of a request. */
export function noteWait(seconds: number): void {
  const store = underWay.getStore();
  if (store) store.wait = Math.max(store.wait, seconds);
}

/** The longest wait that was noted for the current request, in seconds; 0: none. */
export function longestNotedWait(): number {
  return underWay.getStore()?.wait ?? 0;
}

/** The address of the current request; see `senderAddress`. */
export function clientAddress(proxies: number): string {
  const request = underWay.getStore()?.request;
  const peer = request?.socket.remoteAddress ?? '';
  return senderAddress(peer, request?.headers['x-forwarded-for']?.toString(), proxies);
}
