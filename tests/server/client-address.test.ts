import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { clientAddress, noteClientAddress } from '../../server/http/client-address.ts';

/** What is noted of a request from this peer, with these headers, behind so many proxies. */
function noted(peer: string, headers: Record<string, string>, proxies: number): string {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: peer });
  const request = new IncomingMessage(socket);
  Object.assign(request.headers, headers);
  noteClientAddress(request, proxies);
  return clientAddress(new Headers({ 'x-parley-client': String(request.headers['x-parley-client']) }));
}

describe('where a request comes from', () => {
  test.each([
    ['the connection', '198.51.100.1', {}, 0, '198.51.100.1'],
    [
      'the connection, whatever it says',
      '198.51.100.1',
      { 'x-forwarded-for': '192.0.2.1' },
      0,
      '198.51.100.1',
    ],
    [
      'the connection, whatever it calls itself',
      '198.51.100.1',
      { 'x-parley-client': '192.0.2.1' },
      0,
      '198.51.100.1',
    ],
    ['what the proxy says', '10.0.0.1', { 'x-forwarded-for': '192.0.2.1' }, 1, '192.0.2.1'],
    [
      'what the last proxy says, not what it was told',
      '10.0.0.1',
      { 'x-forwarded-for': '6.6.6.6, 192.0.2.1' },
      1,
      '192.0.2.1',
    ],
    [
      'what the first of two proxies says',
      '10.0.0.1',
      { 'x-forwarded-for': '6.6.6.6, 192.0.2.1, 10.0.0.2' },
      2,
      '192.0.2.1',
    ],
    ['the connection, of a proxy that says nothing', '10.0.0.1', {}, 1, '10.0.0.1'],
    ['an old address in a new form', '::ffff:192.0.2.1', {}, 0, '192.0.2.1'],
    ['a network, as a household has one', '2001:db8:1:2:3:4:5:6', {}, 0, '2001:db8:1:2::/64'],
    ['a network with zeros left out', '2001:db8::1', {}, 0, '2001:db8:0:0::/64'],
    ['this machine', '::1', {}, 0, '0:0:0:0::/64'],
  ])('[AU20] is %s', (_, peer, headers, proxies, address) => {
    expect(noted(peer, headers, proxies)).toBe(address);
  });
});
