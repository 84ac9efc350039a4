import type { Ended } from '../auth/auth.ts';
import { channel, type LiveServer, type LiveSocket } from './connection.ts';

/**
 * Ends the connections of a sign-in that ended, or of all of a person's, after notifying them. Those of this node end now, whatever happens
 * to Redis; those of other nodes when they are notified, or at their next check.
 */
export function endConnectionsOf(io: LiveServer, ended: Ended): void {
  const theirs = 'signInId' in ended ? channel.signIn(ended.signInId) : channel.person(ended.personId);
  for (const connections of [io.local.in(theirs), io.in(theirs)]) {
    connections.emit('closing', { reason: 'access_changed' });
    connections.disconnectSockets(true);
  }
}

/** Ends every connection of this node once what was on its way to it is written; closing the server would discard that. */
export async function endOwnConnections(io: LiveServer): Promise<void> {
  const ended = [...io.of('/').sockets.values()].map(
    ({ conn }) => new Promise((end) => conn.once('close', end)),
  );
  io.local.disconnectSockets(true);
  await Promise.all(ended);
}

/** Ends a connection; its browser opens the debate again in a moment. */
export function endConnection(socket: LiveSocket): void {
  socket.emit('closing', { reason: 'restarting' });
  socket.disconnect(true);
}

/** Ends this node's connections to a debate; their browsers open it again in a moment, through another node if there is one. */
export function endConnectionsIn(io: LiveServer, debateId: string): void {
  const here = io.local.in(channel.debate(debateId));
  here.emit('closing', { reason: 'restarting' });
  here.disconnectSockets(true);
}
