import { claimsBy } from './contributions.ts';
import { type Actor, steers } from './permissions.ts';
import type { DebateState } from './state.ts';

/** Milliseconds in which a person may add as many new claims as the debate's pace says. */
export const PACE_WINDOW = 10 * 60_000;

/**
 * When somebody may add their next claim: server time, or null for at once. Moderators have no pace. What was retracted or
 * hidden counts too: otherwise hiding a flood would make room for the next.
 */
export function nextClaimAt(state: DebateState, actor: Actor, now: number): number | null {
  const pace = state.head?.settings.pace ?? 0;
  if (pace === 0 || steers(actor)) return null;
  const times = [...claimsBy(state, actor.id).values()].filter((at) => at > now - PACE_WINDOW);
  if (times.length < pace) return null;
  const [oldest = now] = times.sort((a, b) => a - b).slice(-pace);
  return oldest + PACE_WINDOW;
}
