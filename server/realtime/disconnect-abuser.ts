import type { LiveSocket } from './connection.ts';

/** The part of an Engine.IO WebSocket connection used here. */
export interface Droppable {
  readonly transport: { readonly socket: { terminate(): void } };
  close(discard: boolean): void;
}

/** Ends a connection now: the rest of what it sent is ignored, and what waits for it is discarded. */
export function disconnectAbuser(socket: LiveSocket): void {
  socket.disconnect(true);
  // Engine.IO's types omit the WebSocket; it is there, as no other transport is enabled.
  drop(socket.conn as unknown as Droppable);
}

/**
 * Ends a connection and stops reading from it. `close` alone waits up to half a minute for the other side, or until buffered data
 * is read, and parses incoming packets meanwhile.
 */
export function drop(connection: Droppable): void {
  connection.close(true);
  connection.transport.socket.terminate();
}
