import type { DebateState } from '../debate/engine/state.ts';
import type { Claim } from '../debate/map/claim.ts';
import { awaitsRecognition } from '../debate/map/steelman.ts';

/** A file's words beside a claim that a team wrote as the best case for another position; none beside others. English, as in all files. */
export function steelmanRemarks(
  claim: Claim,
  { positions }: Pick<DebateState, 'positions'>,
): readonly string[] {
  const { steelman, positionId } = claim;
  if (!steelman) return [];
  const [by, position] = [steelman.by, positionId ?? ''].map(
    (id) => positions.get(id)?.name ?? 'a removed position',
  );
  const state = awaitsRecognition(claim) ? 'not recognized yet' : 'recognized';
  return [`best case for ${position}, by the team of ${by}: ${state}`];
}
