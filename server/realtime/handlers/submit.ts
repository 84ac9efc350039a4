import { submitSchema } from '#domain/protocol/client-messages.ts';
import { operationCost } from '../../limits/event-costs.ts';
import type { Limiter } from '../../limits/limiter.ts';
import { toSubmission } from '../../log/submission.ts';
import { hasScopeFor } from '../../services/operations/asked-operation.ts';
import {
  refuseOperation,
  type SubmitParts,
  submitRequested,
} from '../../services/operations/submit-requested.ts';
import type { Traces } from '../../tracing/traces.ts';
import { countedForEvents, type InboundEvent } from '../inbound.ts';

/** Submits an operation: its price depends on it, and its actor is the participant the connection opened the debate as. */
export function submitEvent(
  parts: SubmitParts & { readonly limiter: Limiter; readonly traces: Traces },
): InboundEvent<'submit'> {
  return {
    schema: submitSchema,
    pay: (socket, { operation }) => {
      const { open } = socket.data;
      const cost = operationCost(operation);
      // The price of the event includes one.
      const isPaid = cost <= 1 || parts.limiter.take('events', countedForEvents(socket), cost - 1);
      if (isPaid && (!open || parts.limiter.take('operations', { debate: open.room.id }, cost))) return true;
      refuseOperation(parts, operation, 'too_fast');
      return false;
    },
    run: async (socket, { clientSeq, operation, traceparent }) => {
      const { open, person } = socket.data;
      if (open === null || open.actingParticipantId === null) {
        return refuseOperation(parts, operation, person === null ? 'not_signed_in' : 'not_joined');
      }
      if (person === null || !hasScopeFor(person, operation)) {
        return refuseOperation(parts, operation, 'not_allowed');
      }
      const submission = toSubmission(open.actingParticipantId, open.clientId, clientSeq, operation);
      const span = parts.traces.begin('operation', traceparent, { 'parley.operation': operation.type });
      if (span === null) return submitRequested(parts, open.room, person, submission);
      let outcome = 'failed';
      try {
        const answer = await submitRequested(parts, open.room, person, { ...submission, span });
        outcome = answer.ok ? 'accepted' : answer.rejection.code;
        return answer;
      } finally {
        span.end({ 'parley.outcome': outcome });
      }
    },
  };
}
