import type { LogEntry } from '../../domain/debate/engine/entries.ts';
import { projectStanding } from '../../domain/debate/engine/project.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import type { DebateRoom } from '../log/debate-room.ts';
import { channel, type LiveServer, type LiveSocket } from './connection.ts';
import { affectedParticipants, revokesReadAccess, shouldDisconnect } from './held-connections.ts';

/**
 * Holds the connections of a debate to what its log says of their people, on every node, as each hears all entries: who is
 * banned, may not read any more or sees other things from now on has their connections ended before the entry is told, and opens again as who they
 * are; what is decided about a person is told to them.
 */
export function applyAccess(room: DebateRoom, io: LiveServer): void {
  room.onEntries((entries, state) => {
    if (revokesReadAccess(entries)) endReading(io, channel.debate(room.id), entries, state);
    const concerned = affectedParticipants(entries);
    for (const participantId of concerned) hold(room, io, participantId, entries, state);
    // A stage stands in no channel of who has opened it: that would tell it what is theirs.
    if (concerned.size > 0) endReading(io, channel.audience(room.id, 'stage'), entries, state);
  });
}

/** Ends the connections in a channel of all who may not read the debate any more. */
function endReading(io: LiveServer, among: string, entries: readonly LogEntry[], state: DebateState): void {
  for (const socket of socketsIn(io, among))
    if (socket.data.open && shouldDisconnect(entries, state, socket.data.open)) end(socket);
}

function hold(
  room: DebateRoom,
  io: LiveServer,
  participantId: string,
  entries: readonly LogEntry[],
  state: DebateState,
): void {
  const standing = projectStanding(state, participantId);
  for (const socket of socketsIn(io, channel.participant(room.id, participantId))) {
    if (!socket.data.open || shouldDisconnect(entries, state, socket.data.open)) end(socket);
    else if (standing) socket.emit('standing', standing);
  }
}

function socketsIn(io: LiveServer, name: string): LiveSocket[] {
  const ids = [...(io.of('/').adapter.rooms.get(name) ?? [])];
  return ids.flatMap((id) => io.of('/').sockets.get(id) ?? []);
}

function end(socket: LiveSocket): void {
  socket.emit('closing', { reason: 'access_changed' });
  socket.disconnect(true);
}
