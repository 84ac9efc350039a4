import type { DebateState } from '#domain/debate/engine/state.ts';
import { isAnonymous } from '#domain/debate/head/names.ts';
import { isModerating } from '#domain/debate/participants/participant.ts';

/** Number of participants from which the joining information takes less of the stage, if there are claims already. */
const GATHERED = 3;

/**
 * True if the room is still filling: no phase has started, and nobody has written or few have joined except moderators. In an anonymous
 * debate the stage knows of no participant, so that the first claim decides.
 */
export function isGathering(state: DebateState): boolean {
  if ((state.agenda?.at ?? null) !== null) return false;
  return state.claims.size === 0 || (!isAnonymous(state) && countJoined(state.participants) < GATHERED);
}

/** The number of members who don't lead the debate. */
export function countJoined(participants: DebateState['participants']): number {
  return participants.count(({ role, membership }) => membership === 'member' && !isModerating(role));
}
