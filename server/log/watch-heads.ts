import { everySecond } from '../timing/polling.ts';
import type { DebateRoom } from './debate-room.ts';
import type { OperationLog } from './operation-log.ts';
import type { Rooms } from './rooms.ts';

/**
 * Compares the open debates' heads with the database's once a second and reads what is missing, so that a lost message is made up for
 * within a second. A debate that is slow to read, or can't be read, waits alone. Returns a function that stops it.
 */
export function watchHeads(rooms: Rooms, log: OperationLog, failed: (error: unknown) => void): () => void {
  const underWay = new Set<string>();
  const look = async () => {
    for (const room of await roomsBehind(rooms, log)) {
      if (underWay.has(room.id)) continue;
      underWay.add(room.id);
      void room
        .catchUp()
        .catch(failed)
        .finally(() => underWay.delete(room.id));
    }
  };
  return everySecond(look, failed);
}

async function roomsBehind(rooms: Rooms, log: OperationLog): Promise<DebateRoom[]> {
  const open = rooms.all();
  if (open.length === 0) return [];
  const heads = await log.heads(
    open.map(({ id }) => id),
    'shared',
  );
  return open.filter((room) => room.idle && (heads.get(room.id)?.head ?? 0) > room.state.seq);
}
