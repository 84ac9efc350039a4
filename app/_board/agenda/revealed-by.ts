import { hidesTallies } from '../../../domain/debate/ballots.ts';
import { hidesClaims } from '../../../domain/debate/phases.ts';
import type { DebateState } from '../../../domain/debate/state.ts';

/** What a change of phase made visible, as it is said: `noTotals` where votes are counted and too few on each claim. */
type Revealed = 'claims' | 'tallies' | 'totals' | 'noTotals';

/** What came into view between two states of one viewer. A phase that hid nothing reveals nothing. */
export function revealedBy(before: DebateState, after: DebateState): Revealed[] {
  const claims =
    hidesClaims(before) &&
    !hidesClaims(after) &&
    (before.veiled.size > 0 || written(after) > written(before));
  const tallies = hidesTallies(before) && !hidesTallies(after) ? talliesIn(after) : null;
  return [...(claims ? (['claims'] as const) : []), ...(tallies ? [tallies] : [])];
}

function written({ claims, comments, sources }: DebateState): number {
  return claims.size + comments.size + sources.size;
}

function talliesIn({ claims, head }: DebateState): Revealed | null {
  const isSecret = head?.settings.ballots === 'secret';
  const isShown = claims.some(({ tally: { agree, disagree, pass } }) => agree + disagree + pass > 0);
  if (isShown) return isSecret ? 'totals' : 'tallies';
  return isSecret ? 'noTotals' : null;
}
