import { allowsType } from '../../../domain/debate/agenda/phases.ts';
import { isBlockedByStatus } from '../../../domain/debate/engine/blocked-by-status.ts';
import type { OperationType } from '../../../domain/debate/engine/operations.ts';
import type { BoardState } from '../store/board-state.ts';
import { actorNow, isOut, mayNow } from './use-claim.ts';

/** What one's part in a debate keeps one from; each names its sentence of the catalogue. */
export type RoleReason = 'observes' | 'comments' | 'reads' | 'phase';

/**
 * Why buttons others have are not there for one: one's role, or that the debate takes nobody who just comes. Null where one
 * may argue, and where something else is the reason, which is said elsewhere: it is closed, one was muted or removed.
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

/** Why one may not do this because of one's role; null where one may, or that is not why. */
export function roleReasonAgainst(state: BoardState, type: OperationType): RoleReason | null {
  if (!allowsType(state.replica.view, type, true)) return 'phase';
  return mayNow(state, type) ? null : roleReasonOf(state);
}
