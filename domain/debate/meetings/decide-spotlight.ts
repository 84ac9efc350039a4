import { accept, type Decision, refuse } from '../engine/decision.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import type { DebateState } from '../engine/state.ts';
import { canBeLit, pictureNamed } from './spotlight.ts';

/** Puts a claim in the spotlight, on the stage and for followers, or brings everyone there; or a picture, on the stage. */
export function decideSpotlight(
  state: DebateState,
  { on, call }: OperationOf<'spotlight.set'>,
  actor: Actor,
): Decision {
  if (!may(state, actor, 'spotlight.set')) return refuse('not_allowed');
  if (on === null)
    return state.spotlight ? accept({ type: 'spotlight.set', on, call: false }) : refuse('nothing_changed');
  if (pictureNamed(on)) {
    if (state.spotlight?.on === on) return refuse('nothing_changed');
    // A picture has no place on the board to bring people to.
    return accept({ type: 'spotlight.set', on, call: false });
  }
  const claim = state.claims.get(on);
  if (!claim) return refuse('unknown_claim');
  if (claim.retracted) return refuse('claim_retracted');
  if (!canBeLit(state, on)) return refuse('content_hidden');
  if (state.spotlight?.on === on && !call) return refuse('nothing_changed');
  return accept({ type: 'spotlight.set', on, call });
}
