import type { LiveSocket } from './connection.ts';

/** Bytes a connection may have waiting in its socket before frames are sent the ordinary way, where they are counted. */
const IDLE_BELOW = 64 * 1024;

/** An event in the encoding of Socket.IO's own parser. */
export function eventText(event: string, message: unknown): string {
  return `42${JSON.stringify([event, message])}`;
}

/** Encodes a text as one WebSocket frame (RFC 6455, unmasked, from a server). */
export function textFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  return Buffer.concat([textHeader(payload.length), payload]);
}

/**
 * Writes one or more encoded frames to an idle connection: nothing else is waiting for it, so order is kept. Returns false if the
 * connection isn't idle (or no WebSocket): then the caller emits the event. Most of a broadcast's cost is one write call per connection;
 * this leaves only that. It depends on the internals of engine.io and ws: a test compares it with what `emit` would have sent, and
 * `SHARED_FRAMES=off` disables it.
 */
export function writeShared(socket: LiveSocket, frames: () => Buffer): boolean {
  const { conn } = socket;
  if (conn.transport?.name !== 'websocket' || conn.readyState !== 'open') return false;
  const waiting: unknown = Reflect.get(conn, 'writeBuffer');
  if (!Array.isArray(waiting) || waiting.length > 0) return false;
  const stream = streamOf(conn.transport);
  if (stream === null || stream.writableLength > IDLE_BELOW) return false;
  stream.write(frames());
  return true;
}

interface Stream {
  readonly writableLength: number;
  write(frame: Buffer): boolean;
}

/** The TCP stream below a WebSocket, if it can be written to now. */
function streamOf(transport: object): Stream | null {
  const webSocket: unknown = Reflect.get(transport, 'socket');
  if (typeof webSocket !== 'object' || webSocket === null || Reflect.get(webSocket, 'readyState') !== 1)
    return null;
  const stream: unknown = Reflect.get(webSocket, '_socket');
  return isStream(stream) ? stream : null;
}

function isStream(value: unknown): value is Stream {
  return typeof value === 'object' && value !== null && 'write' in value && 'writableLength' in value;
}

/** The start of a text frame of so many bytes. */
export function textHeader(length: number): Buffer {
  const text = 0x81;
  if (length < 126) return Buffer.from([text, length]);
  if (length < 65_536) {
    const bytes = Buffer.from([text, 126, 0, 0]);
    bytes.writeUInt16BE(length, 2);
    return bytes;
  }
  const bytes = Buffer.alloc(10);
  bytes[0] = text;
  bytes[1] = 127;
  bytes.writeBigUInt64BE(BigInt(length), 2);
  return bytes;
}
