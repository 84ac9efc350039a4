import type { DebateState } from '../engine/state.ts';
import type { Position } from '../positions/position.ts';
import type { Claim } from './claim.ts';
import { parentOf } from './tree.ts';

/** The position that holds a claim, if another one holds what the claim replies to: only then is it shown. */
export function newHolder(state: DebateState, claim: Claim): Position | undefined {
  const parent = parentOf(state, claim.id);
  const above = parent?.kind === 'claim' ? state.claims.get(parent.id)?.positionId : parent?.id;
  return above === claim.positionId ? undefined : state.positions.get(claim.positionId ?? '');
}
