import type { Steps } from '../collections/steps.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { placeParentLink } from '../debate/map/placement.ts';
import { isShown } from '../debate/map/tree.ts';

/** Claims looked at per step. */
const STEP = 256;

/**
 * A past state together with every position and claim that is on the map at the end, at its place of then. A layout of it leaves
 * room for what is still to come. What both have is as it was. Both are projections for the same viewer.
 */
export function* withFuture(past: DebateState, final: DebateState): Steps<DebateState> {
  let state: DebateState = {
    ...past,
    positions: past.positions.merge([...final.positions].filter(([id]) => !past.positions.has(id))),
  };
  let looked = 0;
  for (const [id, claim] of final.claims) {
    looked += 1;
    if (looked % STEP === 0) yield;
    const link = final.links.get(claim.parentLink);
    if (!link || !isShown(final, claim)) continue;
    const was = past.claims.get(id);
    if (was) {
      if (was.retracted && !claim.retracted)
        state = { ...state, claims: state.claims.set(id, { ...was, retracted: false }) };
      continue;
    }
    state = placeParentLink({ ...state, claims: state.claims.set(id, claim) }, link);
  }
  return state;
}
