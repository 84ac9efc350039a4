import type { Steps } from '../../collections/steps.ts';
import { withBases } from '../graph/compiled-graph.ts';
import type { DebateStrengths } from '../strength/debate-strengths.ts';
import { SEMANTICS } from '../strength/semantics.ts';
import { shownStrength } from '../strength/shown-strength.ts';
import { strengthsSteps } from '../strength/strengths.ts';
import { agreeShare, type PerspectiveVotes } from './perspective.ts';

/**
 * The strengths of a debate as these people see it: the arguments, links and semantics of everyone's strengths, with other base scores. A
 * claim's is the share of those people for or against it who agree. It is not lowered for few voters, as [AN1] is: a perspective says what
 * these people think, and shows beside it how many they are. A claim on which none of them is for or against has no weight.
 */
export function* perspectiveStrengths(
  everyones: DebateStrengths,
  votes: PerspectiveVotes,
): Steps<DebateStrengths> {
  const { compiled, state, semantics } = everyones;
  const bases: [number, number][] = [];
  for (const [id, place] of compiled.placeOf)
    if (!state.positions.has(id)) bases.push([place, agreeShare(votes.get(id)) ?? 0]);
  yield;
  const seen = withBases(compiled, bases);
  const strengths = yield* strengthsSteps(seen, SEMANTICS[semantics]);
  return { ...everyones, compiled: seen, strengths };
}

/** The strength of a claim or position in a perspective; `undefined`: nobody in it is for or against the claim, or one directly below. */
export function strengthInPerspective(
  debate: DebateStrengths,
  votes: PerspectiveVotes,
  id: string,
): number | undefined {
  return shownStrength(debate, id, (claimId) => agreeShare(votes.get(claimId)) !== null);
}
