import type { Logger } from '../logging/logger.ts';
import type { LiveSocket } from './connection.ts';
import { disconnectAbuser } from './disconnect-abuser.ts';

/** Unread bytes of one client beyond which it is dropped. */
const BYTES = 4 * 1024 * 1024;
/** Waiting packets beyond which a client is dropped: each holds memory beyond its bytes. */
const PACKETS = 20_000;

/** Drops a client that has stopped reading: the data waiting for it is discarded with the connection. It catches up when it reconnects. */
export function dropIfOverBudget(socket: LiveSocket, logger: Logger): boolean {
  if (!isOverBudget(socket)) return false;
  logger.warn({ connection: socket.id }, 'dropped a connection that does not read');
  disconnectAbuser(socket);
  return true;
}

function isOverBudget(socket: LiveSocket): boolean {
  return waitingPackets(socket).length > PACKETS || bytesWaiting(socket) > BYTES;
}

/** Bytes sent to a client that it hasn't read yet. */
export function bytesWaiting(socket: LiveSocket): number {
  return waitingPackets(socket).reduce((bytes: number, packet) => bytes + sizeOf(packet), 0);
}

function waitingPackets(socket: LiveSocket): readonly unknown[] {
  const waiting: unknown = Reflect.get(socket.conn, 'writeBuffer');
  return Array.isArray(waiting) ? waiting : [];
}

function sizeOf(packet: unknown): number {
  const data: unknown = typeof packet === 'object' && packet !== null ? Reflect.get(packet, 'data') : null;
  return typeof data === 'string' ? data.length : 0;
}
