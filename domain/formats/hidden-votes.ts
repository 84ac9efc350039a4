import { LIMITS } from '../debate/engine/limits.ts';
import type { DebateState } from '../debate/engine/state.ts';
import type { Tally } from '../debate/map/claim.ts';
import { areTalliesHidden, areTalliesRestricted, votesShown } from '../debate/votes/ballots.ts';

/** A tally as a file gives it; `null`: the reader may not see it, so a file has no numbers for it, not even 0. */
export function shownTally(state: DebateState, tally: Tally): Tally | null {
  return typeof votesShown(state, tally) === 'number' ? tally : null;
}

/** Says why a file has no votes for some claims; `null`: it has them for all. */
export function hiddenVotesSentence(state: DebateState): string | null {
  if (areTalliesHidden(state)) return 'Votes are not shown in the debate now.';
  if (!areTalliesRestricted(state)) return null;
  return `Votes on a claim are shown from ${LIMITS.secretTotal} votes on.`;
}
