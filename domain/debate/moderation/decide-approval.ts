import { accept, type Decision } from '../engine/decision.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { DebateState } from '../engine/state.ts';
import { textProblem } from '../texts/wording.ts';
import { authorOf } from '../visibility/hidden-content.ts';

/** Sends pending content back to its author, with a reason; or holds it for approval, the first time or again. */
export function decideApproval(
  state: DebateState,
  operation: OperationOf<'content.resubmit' | 'content.sendBack'>,
  actor: Actor,
): Decision {
  const named = [...new Set(operation.ids)];
  const authors = named.map((id) => authorOf(state, id));
  if (authors.some((author) => !may(state, actor, operation.type, author ?? null)))
    return refuse('not_allowed');
  if (authors.includes(undefined)) return refuse('unknown_target');
  if (operation.type === 'content.resubmit') {
    const canSendBack = may(state, actor, 'content.sendBack');
    const from = canSendBack ? [undefined, 'sent_back'] : ['sent_back'];
    const ids = named.filter((id) => from.includes(state.hidden.get(id)?.status));
    if (ids.length === 0) return refuse('nothing_changed');
    const resubmitted = { type: 'content.resubmitted', ids } as const;
    return accept(
      ids.every((id) => state.hidden.has(id)) ? resubmitted : { ...resubmitted, wasVisible: true },
    );
  }
  const { reason, note } = operation;
  const problem =
    textProblem(reason, LIMITS.reasonCharacters) ?? textProblem(note, LIMITS.noteCharacters, 'allowed');
  if (problem) return refuse(problem);
  const ids = named.filter((id) => state.hidden.get(id)?.status === 'pending_approval');
  return ids.length === 0
    ? refuse('nothing_changed')
    : accept({ type: 'content.sentBack', ids, reason, note });
}
