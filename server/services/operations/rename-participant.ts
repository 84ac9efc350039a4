import { decide } from '#domain/debate/engine/decide.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import { actorOf } from '#domain/debate/engine/permissions.ts';
import type { OperationAnswer } from '#domain/sync/pending-operation.ts';
import type { DebateRoom } from '../../log/debate-room.ts';
import type { OperationLog } from '../../log/operation-log.ts';
import { firstAnswer, type Submission } from '../../log/submission.ts';
import type { Participants } from '../participants/participants.ts';

/**
 * Renames a person in a debate. The name is written before the entry, so that every node that receives the entry finds it; if the operation
 * is then refused, the previous name is restored. An operation that was already answered writes nothing when resubmitted: it could undo a
 * later rename.
 */
export async function renameParticipant(
  { participants, log }: { readonly participants: Participants; readonly log: OperationLog },
  room: DebateRoom,
  submission: Submission & { readonly operation: OperationOf<'participant.rename'> },
): Promise<OperationAnswer> {
  const [stored] = await log.answers(room.id, [submission]);
  if (stored) return firstAnswer(stored, submission.hash);
  const { operation, actor: actorId } = submission;
  const { participantId } = operation;
  const actor = actorOf(room.state, actorId);
  const isAllowed = actor !== null && decide(room.state, operation, actor).ok;
  const [before] = await participants.namesOf(room, [participantId]);
  // The room returns the refusal.
  if (!isAllowed || !before) return room.submit(submission);
  await participants.rename(room.id, participantId, operation.name);
  const answer = await room.submit(submission);
  if (!answer.ok) await participants.rename(room.id, participantId, before.name);
  return answer;
}
