import type { LiveSocket } from './connection.ts';

/** What is used of an Engine.IO connection over a WebSocket. */
export interface Droppable {
  readonly transport: { readonly socket: { terminate(): void } };
  close(discard: boolean): void;
}

/** Ends a connection now: nothing more of what it has sent is taken, and what waits for it is thrown away. */
export function cutOff(socket: LiveSocket): void {
  socket.disconnect(true);
  // What Engine.IO's types leave out is there: boards and programs come by WebSocket alone.
  drop(socket.conn as unknown as Droppable);
}

/**
 * Ends a connection and reads no more of it. Closing alone waits half a minute for the other side to agree, or for its reader to
 * read all that waits, and goes on parsing what comes meanwhile.
 */
export function drop(connection: Droppable): void {
  connection.close(true);
  connection.transport.socket.terminate();
}
