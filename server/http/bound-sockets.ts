import type { Server, ServerOptions } from 'node:http';
import type { Socket } from 'node:net';
import { CONNECTION_CAPS } from '../limits/allowances.ts';
import { senderAddress } from './requests/sender-address.ts';

/** Milliseconds for which an idle connection of a browser stays open. */
const IDLE = 5_000;
/** The same for a proxy's: longer than Caddy's two minutes. A request sent on a connection that is just being closed would fail. */
const IDLE_OF_PROXY = 130_000;

/**
 * Milliseconds in which a request has to arrive: its head, and all of it; a body that is read has 30 seconds (`readBytes`). A sender of one
 * byte now and then loses the connection. `proxies`: how many are in front of the server.
 */
export function httpTimes(proxies: number): ServerOptions {
  return {
    headersTimeout: 15_000,
    requestTimeout: 120_000,
    keepAliveTimeout: proxies > 0 ? IDLE_OF_PROXY : IDLE,
    connectionsCheckingInterval: 5_000,
  };
}

/** Limits TCP connections, in total and from one address. Behind your own proxies all come from these, and only the first limit applies. */
export function boundSockets(http: Server, proxies: number): void {
  const counts = new Map<string, number>();
  http.maxConnections = CONNECTION_CAPS.sockets;
  if (proxies > 0) return;
  http.on('connection', (socket: Socket) => {
    const address = senderAddress(socket.remoteAddress ?? '', undefined, 0);
    const count = counts.get(address) ?? 0;
    if (count >= CONNECTION_CAPS.socketsOfAddress) return void socket.destroy();
    counts.set(address, count + 1);
    socket.once('close', () => {
      const left = (counts.get(address) ?? 1) - 1;
      if (left > 0) counts.set(address, left);
      else counts.delete(address);
    });
  });
}
