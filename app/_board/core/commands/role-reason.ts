import { isBlockedByStatus } from '#domain/debate/engine/blocked-by-status.ts';
import type { OperationType } from '#domain/debate/engine/operations.ts';
import { allowsType } from '#domain/debate/phases/phases.ts';
import { actorNow, isOut, mayNow } from '../claims/use-claim.ts';
import type { BoardState } from '../store/board-state.ts';

/** Why a participant's role prevents something; each value names its sentence in the catalogue. */
export type RoleReason = 'observes' | 'comments' | 'reads' | 'phase';

/**
 * Returns why the viewer lacks buttons that others have: their role, or that only invited people can join. `null` if the viewer may
 * argue, or if there is another reason, which is shown elsewhere: the debate is closed, or they were muted or removed.
 */
export function roleReasonOf(state: BoardState): RoleReason | null {
  const { view } = state.replica;
  const actor = actorNow(state);
  if (
    isOut(state) ||
    state.standing?.muted ||
    isBlockedByStatus(view, 'claim.add', actor ?? { id: '', role: 'observer' })
  )
    return null;
  switch (actor?.role ?? view.head?.settings.guests) {
    case 'observer':
      return 'observes';
    case 'suggester':
      return 'comments';
    case 'none':
      return 'reads';
    default:
      return null;
  }
}

/** Returns why the viewer's role prevents this; `null` if it is allowed, or if there is another reason. */
export function roleReasonAgainst(state: BoardState, type: OperationType): RoleReason | null {
  if (!allowsType(state.replica.view, type, true)) return 'phase';
  return mayNow(state, type) ? null : roleReasonOf(state);
}
