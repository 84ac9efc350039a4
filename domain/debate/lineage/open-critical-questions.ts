import type { DebateState } from '../engine/state.ts';
import type { Claim } from '../map/claim.ts';
import { openCriticalQuestions } from '../map/scheme.ts';
import { crossLinksAt } from './merged-contents.ts';

/**
 * The number of critical questions about a claim's arguments that aren't answered: by its place, and by the cross-links shown with it, those
 * of claims merged into it included.
 */
export function countOpenCriticalQuestions(
  state: DebateState,
  { id, parentLink, retracted }: Pick<Claim, 'id' | 'parentLink' | 'retracted'>,
): number {
  if (retracted || state.merges.has(id)) return 0;
  const place = state.links.get(parentLink);
  const crossLinks = crossLinksAt(state, id).filter(({ from }) => from === id);
  return [...(place && !place.retracted ? [place] : []), ...crossLinks].reduce(
    (sum, link) => sum + openCriticalQuestions(link).length,
    0,
  );
}
