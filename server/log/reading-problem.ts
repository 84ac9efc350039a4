import { isModerator } from '../../domain/debate/engine/permissions.ts';
import type { RejectionCode } from '../../domain/debate/engine/rejections.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { takedownOf } from '../../domain/debate/head/restrictions.ts';
import type { DebateRoom } from './debate-room.ts';

/** Why a participant (`null`: a person who has not joined) may not read the debate; `null`: they may. */
export function readingProblem(state: DebateState, participantId: string | null): RejectionCode | null {
  const participant = state.participants.get(participantId ?? '');
  const takedown = takedownOf(state.head);
  if (takedown) {
    const isInformed = participant?.membership === 'member' && isModerator(participant);
    return isInformed ? `${takedown.restriction}_by_administrator` : 'debate_not_found';
  }
  if (state.head?.deleted) return participant?.role === 'owner' ? null : 'debate_not_found';
  const standing = participant?.membership;
  if (standing === 'banned') return 'banned';
  if (state.head?.visibility !== 'private' || standing === 'member') return null;
  return standing === 'removed' ? 'removed' : 'debate_not_found';
}

/** True for the codes that the owner and moderators get for a debate that an administrator took down. */
export function isTakedownCode(code: RejectionCode | null): boolean {
  return code === 'hidden_by_administrator' || code === 'deleted_by_administrator';
}

/**
 * Why a person may not read, according to the log's current head: an outdated state on this node must not refuse the operations of a person
 * who was readmitted on another node.
 */
export async function readingProblemNow(
  room: DebateRoom,
  participantId: string | null,
): Promise<RejectionCode | null> {
  if (readingProblem(room.state, participantId) === null) return null;
  await room.catchUp();
  return readingProblem(room.state, participantId);
}
