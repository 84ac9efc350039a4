import type { LiveClient } from './live-client.ts';

/** The TCP stream below a client's socket. */
export function tcpOf(client: LiveClient): { pause(): void; resume(): void } {
  const webSocket: unknown = Reflect.get(client.socket.io.engine.transport, 'ws');
  if (typeof webSocket !== 'object' || webSocket === null) throw new Error('no WebSocket');
  return Reflect.get(webSocket, '_socket');
}
