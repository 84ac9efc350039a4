import { decide } from '#domain/debate/engine/decide.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { actorOf, needsProof } from '#domain/debate/engine/permissions.ts';
import { refuse } from '#domain/debate/engine/refusal.ts';
import type { RejectionCode } from '#domain/debate/engine/rejections.ts';
import type { OperationAnswer } from '#domain/sync/pending-operation.ts';
import type { Reauthentication } from '../../auth/sign-in/recently-authenticated.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { DebateRoom } from '../../log/debate-room.ts';
import type { OperationLog } from '../../log/operation-log.ts';
import { firstAnswer, type Submission } from '../../log/submission.ts';
import type { Meters } from '../../metrics/meters.ts';
import type { Participants } from '../participants/participants.ts';
import { renameParticipant } from './rename-participant.ts';

export interface SubmitParts {
  readonly participants: Participants;
  readonly log: OperationLog;
  readonly reauthentication: Pick<Reauthentication, 'isProvenNow'>;
  readonly meters: Meters;
}

/** Refuses an operation before its debate decides it, and counts that. */
export function refuseOperation(
  { meters }: Pick<SubmitParts, 'meters'>,
  { type }: Operation,
  code: RejectionCode,
): Extract<OperationAnswer, { ok: false }> {
  meters.answered(type, code);
  return refuse(code);
}

/**
 * Submits an operation from a socket or over HTTP. Some operations need reauthentication: without it they're rejected with
 * `reauthentication_required`, nothing is stored, and the same operation can be resubmitted afterwards. An operation that was already
 * answered gets the same answer.
 */
export async function submitRequested(
  parts: SubmitParts,
  room: DebateRoom,
  person: SignedIn,
  submission: Submission,
): Promise<OperationAnswer> {
  const { operation } = submission;
  if (operation.type === 'participant.rename')
    return renameParticipant(parts, room, { ...submission, operation });
  if (!(await lacksProof(parts, room, person, submission))) return room.submit(submission);
  const [stored] = await parts.log.answers(room.id, [submission]);
  return stored
    ? firstAnswer(stored, submission.hash)
    : refuseOperation(parts, operation, 'reauthentication_required');
}

async function lacksProof(
  { reauthentication }: SubmitParts,
  room: DebateRoom,
  person: SignedIn,
  submission: Submission,
): Promise<boolean> {
  const asks = needsProof(submission.operation.type) && isAllowed(room, submission);
  return asks && !(await reauthentication.isProvenNow(person));
}

/** True if the operation would be accepted: a rejected one needs no reauthentication. */
function isAllowed({ state }: DebateRoom, { operation, actor: actorId }: Submission): boolean {
  const actor = actorOf(state, actorId);
  return actor !== null && decide(state, operation, actor).ok;
}
