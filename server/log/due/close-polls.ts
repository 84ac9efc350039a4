import { pollsToClose } from '#domain/debate/polls/closing-times.ts';
import type { Rooms } from '../rooms.ts';
import { submitDue } from './submit-due.ts';

/**
 * Closes polls whose time is up in the open debates: until then their answers are refused already. Returns a function that stops it.
 */
export function closePolls(
  rooms: Pick<Rooms, 'all'>,
  now: () => number,
  failed: (error: unknown) => void,
): () => void {
  return submitDue('close', rooms, (state) => pollsToClose(state, now()), failed);
}
