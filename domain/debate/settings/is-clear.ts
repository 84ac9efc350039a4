import { shownConclusion } from '../conclusion/signatures.ts';
import type { DebateState } from '../engine/state.ts';
import { askedPolls } from '../polls/polls.ts';

/** True if there is nothing to clear: the debate has only its motion, positions, people and agenda, and polls that are still to be asked. */
export function isClear(state: DebateState): boolean {
  const { claims, links, sources, comments, questions, signatures, speeches } = state;
  const isBare = [claims, links, sources, comments, questions, signatures, speeches].every(
    ({ size }) => size === 0,
  );
  return isBare && askedPolls(state).length === 0 && shownConclusion(state) === null;
}
