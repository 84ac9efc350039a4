import { randomUUID } from 'node:crypto';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { pollsToClose } from '../../domain/debate/polls/closing-times.ts';
import { everySecond } from '../timing/every-second.ts';
import type { Rooms } from './rooms.ts';
import { toSubmission } from './submission.ts';

/**
 * Closes polls whose time is up in the open debates, once a second: until then their answers are refused already. If two nodes close the
 * same one, the second changes nothing. Returns a function that stops it.
 */
export function closePolls(
  rooms: Pick<Rooms, 'all'>,
  now: () => number,
  failed: (error: unknown) => void,
): () => void {
  const clientId = `close-${randomUUID()}`;
  let closed = 0;
  const look = async () => {
    for (const room of await rooms.all())
      for (const operation of pollsToClose(room.state, now())) {
        closed += 1;
        await room.submit(toSubmission(SYSTEM, clientId, closed, operation)).catch(failed);
      }
  };
  return everySecond(look, failed);
}
