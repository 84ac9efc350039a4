import type { LogEntry } from '../../domain/debate/entries.ts';
import type { DebateRoom } from '../log/debate-room.ts';
import { mayRead } from '../use-cases/debates.ts';
import { channel, type LiveServer } from './connection.ts';

/** What may take from somebody that they read a debate. */
const CLOSING_DOORS: readonly LogEntry['effect']['type'][] = ['debate.shown', 'debate.deleted'];

/**
 * Ends this node's connections of those who may not read a debate any more, in the moment the entry is known that says so,
 * before anything after it is sent. Each node reads the log, so it holds on all of them.
 */
export function endReading(io: LiveServer, room: DebateRoom): void {
  room.onEntries((entries, state) => {
    if (!entries.some(({ effect }) => CLOSING_DOORS.includes(effect.type))) return;
    for (const id of io.of('/').adapter.rooms.get(channel.debate(room.id)) ?? []) {
      const socket = io.of('/').sockets.get(id);
      if (!socket || mayRead(state, socket.data.open?.participantId ?? null)) continue;
      socket.emit('closing', { reason: 'access_changed' });
      socket.disconnect(true);
    }
  });
}
