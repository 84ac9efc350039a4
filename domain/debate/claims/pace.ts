import { type Actor, isModerator } from '../engine/permissions.ts';
import type { DebateState } from '../engine/state.ts';
import { claimsBy } from '../participants/contributions.ts';

/** Milliseconds in which a person may add as many new claims as the debate's pace says. */
export const PACE_WINDOW = 10 * 60_000;

/**
 * When a person may add their next claim, in server time; null if now. The pace doesn't apply to moderators, nor to what moderators
 * make of a person's words. Retracted and hidden claims count, or hiding a flood would make room for the next.
 */
export function nextClaimAt(state: DebateState, actor: Actor, now: number): number | null {
  return nextAt(state, actor, now, isByModerator);
}

/**
 * Prediction of the same from what a participant sees, where moderators' work is not marked: claims that may be a moderator's
 * are left out, so a claim is never refused too early.
 */
export function predictNextClaimAt(view: DebateState, actor: Actor, now: number): number | null {
  return nextAt(view, actor, now, mayBeByModerator);
}

function nextAt(
  state: DebateState,
  actor: Actor,
  now: number,
  isFree: (state: DebateState, claimId: string) => boolean,
): number | null {
  const pace = state.head?.settings.pace ?? 0;
  if (pace === 0 || isModerator(actor)) return null;
  const times = [...claimsBy(state, actor.id)].flatMap(([id, at]) =>
    at > now - PACE_WINDOW && !isFree(state, id) ? at : [],
  );
  if (times.length < pace) return null;
  const [oldest = now] = times.sort((a, b) => a - b).slice(-pace);
  return oldest + PACE_WINDOW;
}

/** Did a moderator make it: of a comment, of a part of a claim, or of a claim in a group? */
function isByModerator(state: DebateState, claimId: string): boolean {
  const fromGroup = state.brought.get(claimId)?.group;
  return typeof fromGroup === 'string' || state.claims.get(claimId)?.byModerator === true;
}

/** Could a moderator have made it of somebody's words? */
function mayBeByModerator(view: DebateState, claimId: string): boolean {
  return isByModerator(view, claimId) || view.origins.has(claimId) || view.splits.has(claimId);
}
