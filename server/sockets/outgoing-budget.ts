import type { Logger } from '../logger.ts';
import type { LiveSocket } from './connection.ts';
import { disconnectAbuser } from './disconnect-abuser.ts';

/** Bytes waiting to be read by one client, beyond which it is dropped. */
const BYTES = 4 * 1024 * 1024;
/** Packets waiting, likewise: each holds memory beyond its bytes. */
const PACKETS = 20_000;

/**
 * Drops a client that has stopped reading what it is sent: what waits for it is thrown away with the connection. It
 * catches up when it comes back.
 */
export function dropIfOverBudget(socket: LiveSocket, logger: Logger): boolean {
  if (!isOverBudget(socket)) return false;
  logger.warn({ connection: socket.id }, 'dropped a connection that does not read');
  disconnectAbuser(socket);
  return true;
}

function isOverBudget(socket: LiveSocket): boolean {
  return waitingPackets(socket).length > PACKETS || bytesWaiting(socket) > BYTES;
}

/** Bytes that wait for a client to read what it was sent before. */
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
