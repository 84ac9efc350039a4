import { everySecond } from '../timing/every-second.ts';
import type { OperationLog } from './operation-log.ts';
import type { Rooms } from './rooms.ts';

/**
 * Compares the open debates' heads with the database's once a second and reads what is missing, so that a lost message is made up for
 * within a second; also sweeps the rooms. Returns a function that stops it.
 */
export function watchHeads(rooms: Rooms, log: OperationLog, failed: (error: unknown) => void): () => void {
  return everySecond(() => look(rooms, log), failed);
}

async function look(rooms: Rooms, log: OperationLog): Promise<void> {
  const open = await rooms.all();
  if (open.length > 0) {
    const heads = await log.heads(
      open.map(({ id }) => id),
      'shared',
    );
    const behind = open.filter((room) => room.idle && (heads.get(room.id)?.head ?? 0) > room.state.seq);
    await Promise.all(behind.map((room) => room.catchUp()));
  }
  await rooms.sweep(Date.now());
}
