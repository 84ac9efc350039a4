import type { Operation } from '#domain/debate/engine/operations.ts';
import type { RejectionCode } from '#domain/debate/engine/rejections.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { SubmitMessage } from '#domain/protocol/client-messages.ts';
import type { OperationAnswer } from '#domain/sync/pending-operation.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import { readingProblemNow } from '../../log/reading-problem.ts';
import type { Rooms } from '../../log/rooms.ts';
import { toSubmission } from '../../log/submission.ts';
import { hasScopeFor } from './asked-operation.ts';
import { refuseOperation, type SubmitParts, submitRequested } from './submit-requested.ts';

/** An operation with its identity: submitting the same again returns the first answer. */
export interface RequestedOperation extends SubmitMessage {
  readonly clientId: string;
  /** The vote applies to the claim's wording at the time it is cast. */
  readonly onPresentWording?: boolean;
}

/** Operations that programs submit by HTTP requests, with the same rules as over a connection. */
export class HttpOperations {
  readonly #parts: SubmitParts & { readonly rooms: Rooms };

  constructor(parts: SubmitParts & { readonly rooms: Rooms }) {
    this.#parts = parts;
  }

  /**
   * Submits an operation; a person who has not joined the debate joins it, as by opening it. Answers when it is durable. `mayWrite` is
   * called once the person may read the debate: if false, the request was too fast. A stranger must not use up what the debate is allowed.
   */
  async submit(
    debateId: string,
    person: SignedIn,
    { clientId, clientSeq, operation, onPresentWording = false }: RequestedOperation,
    mayWrite = () => true,
  ): Promise<OperationAnswer> {
    const { rooms, participants } = this.#parts;
    const refused = (code: RejectionCode) => this.refuse(operation, code);
    if (!hasScopeFor(person, operation)) return refused('not_allowed');
    if (!(await participants.mayKnow(debateId, person))) return refused('debate_not_found');
    return rooms.answer(debateId, async (room) => {
      if (room === null) return refused('debate_not_found');
      const known = await participants.find(debateId, person);
      const problem = await readingProblemNow(room, known);
      if (problem) return refused(problem);
      if (!mayWrite()) return refused('too_fast');
      const participantId = await participants.join(room, person);
      if (participantId === null) return refused('not_joined');
      const asked = onPresentWording ? withPresentWording(operation, room.state) : operation;
      const submission = toSubmission(participantId, clientId, clientSeq, asked);
      return submitRequested(this.#parts, room, person, submission);
    });
  }

  /** Refuses an operation before its debate decides it. */
  refuse(operation: Operation, code: RejectionCode): ReturnType<typeof refuseOperation> {
    return refuseOperation(this.#parts, operation, code);
  }
}

/** Sets the vote's version to the claim's current wording. A missing or invisible claim is rejected later. */
function withPresentWording(operation: Operation, { claims }: DebateState): Operation {
  if (operation.type !== 'vote.cast') return operation;
  return { ...operation, wording: claims.get(operation.claimId)?.wording ?? operation.wording };
}
