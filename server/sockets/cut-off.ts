import type { LiveSocket } from './connection.ts';

/** Ends a connection now: nothing more of what it has sent is taken, and what waits for it is thrown away. */
export function cutOff(socket: LiveSocket): void {
  socket.disconnect(true);
  // Without this the connection would wait for its reader to read all of it first.
  socket.conn.close(true);
}
