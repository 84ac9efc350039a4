import type { LogEntry } from '../../domain/debate/engine/entries.ts';
import { projectStanding } from '../../domain/debate/engine/project.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import type { DebateRoom } from '../log/debate-room.ts';
import { channel, type LiveServer, type LiveSocket } from './connection.ts';
import { affectedParticipants, revokesReadAccess, shouldDisconnect } from './open-connections.ts';

/**
 * Applies log entries to the connections of a debate, on every node, since each node receives all entries. Connections of people who are
 * banned, may no longer read or see different things from now on are ended before the entry is sent, and reopen with their current rights.
 * A decision about a participant is sent to that participant.
 */
export function applyAccess(room: DebateRoom, io: LiveServer): void {
  room.onEntries((entries, state) => {
    if (revokesReadAccess(entries)) endReading(io, channel.debate(room.id), entries, state);
    const concernedParticipants = affectedParticipants(entries);
    for (const participantId of concernedParticipants) hold(room, io, participantId, entries, state);
    // A stage is in no participant channel: it would show what only that participant may see.
    if (concernedParticipants.size > 0) endReading(io, channel.audience(room.id, 'stage'), entries, state);
  });
}

/** Ends the connections in a channel whose viewers may no longer read the debate. */
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
