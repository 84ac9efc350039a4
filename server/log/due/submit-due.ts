import { randomUUID } from 'node:crypto';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { everySecond } from '../../timing/polling.ts';
import type { Rooms } from '../rooms.ts';
import { toSubmission } from '../submission.ts';

/**
 * Submits in the open debates, once a second, what is due there. A debate that can't be written to waits alone: its submissions stay under
 * way, and no more are added. If two nodes submit the same, the second changes nothing. Returns a function that stops it.
 */
export function submitDue(
  name: string,
  rooms: Pick<Rooms, 'all'>,
  due: (state: DebateState) => readonly Operation[],
  failed: (error: unknown) => void,
): () => void {
  const clientId = `${name}-${randomUUID()}`;
  const underWay = new Set<string>();
  let submitted = 0;
  const look = async () => {
    for (const room of rooms.all()) {
      if (underWay.has(room.id)) continue;
      const operations = due(room.state);
      if (operations.length === 0) continue;
      underWay.add(room.id);
      const answers = operations.map((operation) => {
        submitted += 1;
        return room.submit(toSubmission(SYSTEM, clientId, submitted, operation));
      });
      void Promise.all(answers)
        .catch(failed)
        .finally(() => underWay.delete(room.id));
    }
  };
  return everySecond(look, failed);
}
