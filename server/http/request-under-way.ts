import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { senderAddress } from './sender-address.ts';

interface UnderWay {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const underWay = new AsyncLocalStorage<UnderWay>();

/** Runs the handling of a request, so that pages and routes can ask about it and tell what became of it. */
export function handling<T>(request: IncomingMessage, response: ServerResponse, handle: () => T): T {
  return underWay.run({ request, response }, handle);
}

/** The page being rendered is about something that is not there: its answer says so to machines too. */
export function answerNotFound(): void {
  const response = underWay.getStore()?.response;
  if (response && !response.headersSent) response.statusCode = 404;
}

/** The address the request under way comes from; see `senderAddress`. */
export function addressUnderWay(proxies: number): string {
  const request = underWay.getStore()?.request;
  const peer = request?.socket.remoteAddress ?? '';
  return senderAddress(peer, request?.headers['x-forwarded-for']?.toString(), proxies);
}
