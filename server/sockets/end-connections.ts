import type { Ended } from '../auth/auth.ts';
import { channel, type LiveServer } from './connection.ts';

/**
 * A sign-in has ended, or all of a person's: so do their connections, after being told. Those of this node now, whatever becomes
 * of Redis; those of the others when they hear of it, or when they next look.
 */
export function endConnectionsOf(io: LiveServer, ended: Ended): void {
  const theirs = 'signInId' in ended ? channel.signIn(ended.signInId) : channel.person(ended.personId);
  for (const connections of [io.local.in(theirs), io.in(theirs)]) {
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

/** Ends this node's connections to a debate it cannot serve; their browsers come back, by another node if there is one. */
export function sendToOtherNodes(io: LiveServer, debateId: string): void {
  const here = io.local.in(channel.debate(debateId));
  here.emit('closing', { reason: 'restarting' });
  here.disconnectSockets(true);
}
