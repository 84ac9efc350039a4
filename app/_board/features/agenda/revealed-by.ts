import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Tally } from '#domain/debate/map/claim.ts';
import { hidesClaims } from '#domain/debate/phases/phases.ts';
import { areTalliesHidden, isBallotSecret } from '#domain/debate/votes/ballots.ts';
import { NO_VOTES } from '#domain/debate/votes/vote.ts';

/**
 * Content that a change of phase made visible, as it is announced: `noTotals` if votes are counted and there are too few on each claim,
 * `noResearchTotals` if in a ballot for research these are too few, or their voters.
 */
type Revealed = 'claims' | 'tallies' | 'totals' | 'noTotals' | 'noResearchTotals';

/**
 * Returns what became visible between two states of one viewer. A phase that hid nothing reveals nothing. `shown` is the last state in
 * which this viewer saw the votes; `null`: they arrived while votes were hidden.
 */
export function revealedBy(before: DebateState, after: DebateState, shown: DebateState | null): Revealed[] {
  const claims =
    hidesClaims(before) &&
    !hidesClaims(after) &&
    (before.embargoed.size > 0 || written(after) > written(before));
  const tallies = areTalliesHidden(before) && !areTalliesHidden(after) ? talliesIn(after, shown) : null;
  return [...(claims ? (['claims'] as const) : []), ...(tallies ? [tallies] : [])];
}

function written({ claims, comments, sources }: DebateState): number {
  return claims.size + comments.size + sources.size;
}

function talliesIn(state: DebateState, shown: DebateState | null): Revealed | null {
  const { claims } = state;
  const isSecret = isBallotSecret(state);
  const isNew = claims.some(({ id, tally }) => !isSame(tally, shown?.claims.get(id)?.tally ?? NO_VOTES));
  if (isNew) return isSecret ? 'totals' : 'tallies';
  const hasTotals = claims.some(({ tally }) => !isSame(tally, NO_VOTES));
  if (!isSecret || hasTotals) return null;
  return state.head?.settings.ballots === 'research' ? 'noResearchTotals' : 'noTotals';
}

function isSame(a: Tally, b: Tally): boolean {
  return a.agree === b.agree && a.disagree === b.disagree && a.pass === b.pass;
}
