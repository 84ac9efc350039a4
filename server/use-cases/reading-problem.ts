import { isModerator } from '../../domain/debate/engine/permissions.ts';
import type { RejectionCode } from '../../domain/debate/engine/rejections.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { takedownOf } from '../../domain/debate/settings/restrictions.ts';
import type { DebateRoom } from '../log/debate-room.ts';

/** Why somebody who is this participant (null: who has not joined) may not read the debate; null: they may. */
export function readingProblem(state: DebateState, participantId: string | null): RejectionCode | null {
  const participant = state.participants.get(participantId ?? '');
  const takedown = takedownOf(state.head);
  if (takedown) {
    const isTold = participant?.standing === 'in' && isModerator(participant);
    return isTold ? `${takedown.restriction}_by_administrator` : 'debate_not_found';
  }
  if (state.head?.deleted) return participant?.role === 'owner' ? null : 'debate_not_found';
  const standing = participant?.standing;
  if (standing === 'banned') return 'banned';
  if (state.head?.visibility !== 'private' || standing === 'in') return null;
  return standing === 'removed' ? 'removed' : 'debate_not_found';
}

/** Is this what the owner and moderators are told of a debate that an administrator took down? */
export function isTakedownCode(code: RejectionCode | null): boolean {
  return code === 'hidden_by_administrator' || code === 'deleted_by_administrator';
}

/**
 * Why somebody may not read, as the log says now: what a node that is behind believes must not refuse the operations of one
 * who was let in again elsewhere.
 */
export async function readingProblemNow(
  room: DebateRoom,
  participantId: string | null,
): Promise<RejectionCode | null> {
  if (readingProblem(room.state, participantId) === null) return null;
  await room.catchUp();
  return readingProblem(room.state, participantId);
}
