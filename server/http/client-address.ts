import type { IncomingMessage } from 'node:http';
import { senderAddress } from '../sockets/sender-address.ts';

/** The header in which the server tells pages and routes where a request came from; whatever a client puts there is removed. */
const HEADER = 'x-parley-client';

/** Notes where a request came from. */
export function noteClientAddress(request: IncomingMessage): void {
  const forwarded = request.headers['x-forwarded-for']?.toString();
  request.headers[HEADER] = senderAddress(request.socket.remoteAddress ?? '', forwarded);
}

/** Where a request came from: an address of IPv4, or a network of IPv6, which one household has as a whole. */
export function clientAddress(headers: Headers): string {
  return headers.get(HEADER) ?? '';
}
