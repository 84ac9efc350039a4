import type { DebateState } from '../engine/state.ts';
import type { Claim } from '../map/claim.ts';
import { openCriticalQuestions } from '../map/scheme.ts';

/** The number of critical questions about a claim's arguments, by its place and its cross-links, that aren't answered. */
export function countOpenCriticalQuestions(
  { links, crossLinks }: Pick<DebateState, 'links' | 'crossLinks'>,
  claim: Pick<Claim, 'id' | 'parentLink' | 'retracted'>,
): number {
  if (claim.retracted) return 0;
  return [claim.parentLink, ...(crossLinks.get(claim.id) ?? [])]
    .flatMap((id) => links.get(id) ?? [])
    .filter(({ from, retracted }) => from === claim.id && !retracted)
    .reduce((sum, link) => sum + openCriticalQuestions(link).length, 0);
}
