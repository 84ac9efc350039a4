import { endedSanctions } from '#domain/debate/participants/sanctions.ts';
import type { Rooms } from '../rooms.ts';
import { submitDue } from './submit-due.ts';

/**
 * Lifts mutes and bans whose time is up in the open debates, so that a person who waits at the door of one gets in soon. Returns a function
 * that stops it.
 */
export function liftSanctions(
  rooms: Pick<Rooms, 'all'>,
  now: () => number,
  failed: (error: unknown) => void,
): () => void {
  return submitDue('lift', rooms, (state) => endedSanctions(state, now()), failed);
}
