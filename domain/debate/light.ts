import type { DebateState } from './state.ts';
import { isWithheld } from './withheld.ts';

/** Can everybody be shown this claim: it is there, stands, and is withheld from nobody? */
export function canBeLit(state: DebateState, claimId: string): boolean {
  const claim = state.claims.get(claimId);
  return claim !== undefined && !claim.retracted && !isWithheld(state, claimId);
}

/** A state in which no light is left on what not everybody can see any more. `before`: the state it was made of. */
export function withoutIdleLight(state: DebateState, before: DebateState): DebateState {
  if (state.light === null || !mayHaveGone(state, before)) return state;
  return canBeLit(state, state.light.on) ? state : { ...state, light: null };
}

function mayHaveGone(state: DebateState, before: DebateState): boolean {
  return (
    state.light !== before.light ||
    state.claims !== before.claims ||
    state.withheld !== before.withheld ||
    state.veiled !== before.veiled ||
    state.links !== before.links ||
    state.merges !== before.merges
  );
}
