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
 * Finds what encoded frames are written to, of an idle connection: nothing else is waiting for it, so order is kept. Returns null if the
 * connection isn't idle (or no WebSocket): then the caller emits the event. Most of a broadcast's cost is one write call per connection;
 * this leaves only that. It depends on the internals of engine.io and ws: a test compares it with what `emit` would have sent, and
 * `SHARED_FRAMES=off` disables it.
 */
export function idleStream({ conn }: LiveSocket): Stream | null {
  return idleStreamOf(conn);
}

/** The same, of a connection of engine.io. */
export function idleStreamOf(conn: LiveSocket['conn']): Stream | null {
  const { readyState, transport, writeBuffer } = conn as unknown as EngineConnection;
  if (readyState !== 'open' || writeBuffer?.length !== 0 || transport?.name !== 'websocket') return null;
  const webSocket = transport.socket;
  const stream = webSocket?.readyState === OPEN ? webSocket._socket : null;
  if (typeof stream?.write !== 'function') return null;
  return stream.writableLength <= IDLE_BELOW ? stream : null;
}

/** Bytes up to which pieces are copied into one, which is written sooner than several. */
const COPIED = 16 * 1024;

/** Writes pieces to a stream in one call. */
export function writeTogether(stream: Stream, pieces: readonly Buffer[]): void {
  const [first] = pieces;
  if (pieces.length === 1 && first) return void stream.write(first);
  if (pieces.reduce((sum, { length }) => sum + length, 0) <= COPIED)
    return void stream.write(Buffer.concat(pieces));
  stream.cork();
  for (const piece of pieces) stream.write(piece);
  stream.uncork();
}

/** The state of a WebSocket that can be written to. */
const OPEN = 1;

/** A TCP stream. */
interface Stream {
  readonly writableLength: number;
  write(frames: Buffer): boolean;
  cork(): void;
  uncork(): void;
}

/** A connection of engine.io, with parts of ws that the types leave out. Another version may lack any of them. */
interface EngineConnection {
  readonly readyState: string;
  /** Packets that wait for the transport. */
  readonly writeBuffer?: readonly unknown[];
  readonly transport?: {
    readonly name: string;
    readonly socket?: {
      readonly readyState: number;
      /** The TCP stream; null once it has ended. */
      readonly _socket?: Stream | null;
    };
  };
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
