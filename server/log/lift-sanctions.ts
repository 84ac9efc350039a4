import { randomUUID } from 'node:crypto';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { endedSanctions } from '../../domain/debate/participants/sanctions.ts';
import { everySecond } from '../timing/every-second.ts';
import type { Rooms } from './rooms.ts';
import { toSubmission } from './submission.ts';

/**
 * Lifts mutes and bans whose time is up in the open debates, once a second, so that a person who waits at the door of one gets in
 * soon. If two nodes lift the same one, the second changes nothing. Returns a function that stops it.
 */
export function liftSanctions(
  rooms: Pick<Rooms, 'all'>,
  now: () => number,
  failed: (error: unknown) => void,
): () => void {
  const clientId = `lift-${randomUUID()}`;
  let lifted = 0;
  const look = async () => {
    for (const room of await rooms.all())
      for (const operation of endedSanctions(room.state, now())) {
        lifted += 1;
        // One debate that can't be written to must not keep people out of the others.
        await room.submit(toSubmission(SYSTEM, clientId, lifted, operation)).catch(failed);
      }
  };
  return everySecond(look, failed);
}
