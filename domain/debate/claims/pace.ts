import { claimsBy } from '../contributions/contributions.ts';
import { type Actor, isModerator } from '../engine/permissions.ts';
import type { DebateState } from '../engine/state.ts';

/** Milliseconds in which a person may add as many new claims as the debate's pace allows. */
export const PACE_WINDOW = 10 * 60_000;

/**
 * When a person may add their next claim, in server time; null if now. The pace doesn't apply to moderators, nor to what moderators make
 * from a person's words. Retracted and hidden claims count, or hiding a flood would make room for the next.
 */
export function nextClaimAt(state: DebateState, actor: Actor, now: number): number | null {
  return nextAt(state, actor, now, isByModerator);
}

/**
 * Prediction of the same from what a participant sees, where moderators' work is not flagged: claims that may be a moderator's are left
 * out, so a claim is never rejected too early.
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

/** True if a moderator made it: from a comment, a part of a claim, or a claim in a group. */
function isByModerator(state: DebateState, claimId: string): boolean {
  const fromGroup = state.promotions.get(claimId)?.group;
  return typeof fromGroup === 'string' || state.claims.get(claimId)?.byModerator === true;
}

/** True if a moderator could have made it from someone's words. */
function mayBeByModerator(view: DebateState, claimId: string): boolean {
  return isByModerator(view, claimId) || view.origins.has(claimId) || view.splits.has(claimId);
}
