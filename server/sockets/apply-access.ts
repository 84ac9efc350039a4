import type { LogEntry } from '../../domain/debate/entries.ts';
import { audienceIn, projectStanding } from '../../domain/debate/project.ts';
import type { DebateState } from '../../domain/debate/state.ts';
import type { DebateRoom } from '../log/debate-room.ts';
import { readingProblem } from '../use-cases/reading-problem.ts';
import { channel, type LiveServer, type LiveSocket } from './connection.ts';

/** What may take from anybody that they read a debate. */
const CLOSING_DOORS: readonly LogEntry['effect']['type'][] = ['debate.shown', 'debate.deleted'];

/** What ends everybody's connections: nothing that they were told is what they may know now. */
function endsAll({ effect }: LogEntry): boolean {
  return effect.type === 'debate.configured' && effect.names !== undefined;
}

/**
 * Holds the connections of a debate to what its log says of their people, on every node, as each hears all entries: who is
 * banned, may not read any more or sees other things from now on has their connections ended before the entry is told, and opens again as who they
 * are; what is decided about a person is told to them.
 */
export function applyAccess(room: DebateRoom, io: LiveServer): void {
  room.onEntries((entries, state) => {
    if (entries.some(endsAll)) endReading(room, io, () => true);
    if (entries.some(({ effect }) => CLOSING_DOORS.includes(effect.type)))
      endReading(room, io, (reader) => readingProblem(state, reader) !== null);
    for (const participantId of new Set(entries.flatMap(concerned))) hold(room, io, participantId, state);
  });
}

/** Ends the connections of those whose reading is to end. */
function endReading(
  room: DebateRoom,
  io: LiveServer,
  isToEnd: (participantId: string | null) => boolean,
): void {
  for (const id of [...(io.of('/').adapter.rooms.get(channel.debate(room.id)) ?? [])]) {
    const socket = io.of('/').sockets.get(id);
    if (socket && isToEnd(socket.data.open?.askedBy ?? null)) end(socket);
  }
}

function hold(room: DebateRoom, io: LiveServer, participantId: string, state: DebateState): void {
  const own = channel.participant(room.id, participantId);
  const standing = projectStanding(state, participantId);
  const audience = audienceIn(state, participantId);
  for (const id of [...(io.of('/').adapter.rooms.get(own) ?? [])]) {
    const socket = io.of('/').sockets.get(id);
    if (!socket) continue;
    if (readingProblem(state, participantId) || socket.data.open?.audience !== audience) end(socket);
    else if (standing) socket.emit('standing', standing);
  }
}

function end(socket: LiveSocket): void {
  socket.emit('closing', { reason: 'access_changed' });
  socket.disconnect(true);
}

function concerned({ effect }: LogEntry): string[] {
  switch (effect.type) {
    case 'participant.joined':
    case 'participant.appointed':
    case 'participant.muted':
    case 'participant.admitted':
    case 'participant.erased':
    case 'debate.transferred':
      return [effect.participantId];
    default:
      return [];
  }
}
