import type { DebateState } from '../debate/state.ts';

/**
 * Do two states give the same map? A vote or a comment makes another state of the same shape; asking here costs a small
 * part of laying it out again.
 */
export function sameMap(before: DebateState, after: DebateState): boolean {
  if (before === after) return true;
  if (before.links !== after.links || before.childLinks !== after.childLinks) return false;
  if (before.positions !== after.positions || before.head?.motion !== after.head?.motion) return false;
  if (before.claims === after.claims) return true;
  if (before.claims.size !== after.claims.size) return false;
  for (const [id, claim] of after.claims) {
    const was = before.claims.get(id);
    if (was === claim) continue;
    if (!was || was.text !== claim.text || was.retracted !== claim.retracted) return false;
    if (was.parentLink !== claim.parentLink || was.positionId !== claim.positionId) return false;
  }
  return true;
}
