import type { LiveSocket } from './connection.ts';

/** Bytes waiting to be read by one client, beyond which it is dropped. */
const BYTES = 4 * 1024 * 1024;
/** Packets waiting, likewise: each holds memory beyond its bytes. */
const PACKETS = 20_000;

/** Whether a client has stopped reading what it is sent. */
export function isOverBudget(socket: LiveSocket): boolean {
  const waiting: unknown = Reflect.get(socket.conn, 'writeBuffer');
  if (!Array.isArray(waiting) || waiting.length === 0) return false;
  return waiting.length > PACKETS || waiting.reduce((bytes, packet) => bytes + sizeOf(packet), 0) > BYTES;
}

function sizeOf(packet: unknown): number {
  const data: unknown = typeof packet === 'object' && packet !== null ? Reflect.get(packet, 'data') : null;
  return typeof data === 'string' ? data.length : 0;
}
