import type { LogEntry } from '../../domain/debate/entries.ts';
import { audienceIn, projectStanding } from '../../domain/debate/project.ts';
import type { DebateState } from '../../domain/debate/state.ts';
import type { DebateRoom } from '../log/debate-room.ts';
import { channel, type LiveServer } from './connection.ts';

/**
 * Holds the connections of a debate to what its log says of their people, on every node, as each hears all entries: who is
 * banned or sees other things from now on has their connections ended before the entry is told, and opens again as who they
 * are; what is decided about a person is told to them.
 */
export function applyAccess(room: DebateRoom, io: LiveServer): void {
  room.onEntries((entries, state) => {
    for (const participantId of new Set(entries.flatMap(concerned))) hold(room, io, participantId, state);
  });
}

function hold(room: DebateRoom, io: LiveServer, participantId: string, state: DebateState): void {
  const own = channel.participant(room.id, participantId);
  const standing = projectStanding(state, participantId);
  const audience = audienceIn(state, participantId);
  for (const id of [...(io.of('/').adapter.rooms.get(own) ?? [])]) {
    const socket = io.of('/').sockets.get(id);
    if (!socket) continue;
    if (standing?.standing === 'banned' || socket.data.open?.audience !== audience) {
      socket.emit('closing', { reason: 'access_changed' });
      socket.disconnect(true);
    } else if (standing) socket.emit('standing', standing);
  }
}

function concerned({ effect }: LogEntry): string[] {
  switch (effect.type) {
    case 'participant.joined':
    case 'participant.appointed':
    case 'participant.muted':
    case 'participant.admitted':
    case 'debate.transferred':
      return [effect.participantId];
    default:
      return [];
  }
}
