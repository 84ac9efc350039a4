import { channel, type LiveServer } from './connection.ts';

/**
 * A person's sign-ins have ended: so do their connections, after being told. Those of this node now, whatever becomes
 * of Redis; those of the others when they hear of it, or when they next look.
 */
export function endConnectionsOf(io: LiveServer, personId: string): void {
  for (const connections of [io.local.in(channel.person(personId)), io.in(channel.person(personId))]) {
    connections.emit('closing', { reason: 'access_changed' });
    connections.disconnectSockets(true);
  }
}

/** Ends every connection of this node when what was on its way to it is written; closing the server would throw that away. */
export async function endOwnConnections(io: LiveServer): Promise<void> {
  const ended = [...io.of('/').sockets.values()].map(
    ({ conn }) => new Promise((end) => conn.once('close', end)),
  );
  io.local.disconnectSockets(true);
  await Promise.all(ended);
}
