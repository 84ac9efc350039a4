import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/** The header in which the server tells pages and routes where a request came from; whatever a client puts there is removed. */
const HEADER = 'x-parley-client';

/**
 * Notes where a request came from. `proxies` stand before this server, each of which appends to `X-Forwarded-For` whom it
 * was asked by: what stands further to the left may be anybody's invention.
 */
export function noteClientAddress(request: IncomingMessage, proxies: number): void {
  const told = [request.headers['x-forwarded-for'] ?? ''].flat().join(',').split(',');
  const forwarded = proxies > 0 ? told.at(-proxies)?.trim() : '';
  request.headers[HEADER] = networkOf(forwarded || (request.socket.remoteAddress ?? ''));
}

/** Where a request came from: an address of IPv4, or a network of IPv6, which one household has as a whole. */
export function clientAddress(headers: Headers): string {
  return headers.get(HEADER) ?? '';
}

function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  if (!isIPv6(plain)) return plain.slice(0, 45);
  const [start = '', end] = plain.split('::');
  const before = start === '' ? [] : start.split(':');
  const after = end ? end.split(':') : [];
  const zeros = end === undefined ? [] : Array<string>(8 - before.length - after.length).fill('0');
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`;
}
