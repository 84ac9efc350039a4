import type { Operation } from '../engine/operations.ts';
import type { Actor } from '../engine/permissions.ts';
import type { RejectionCode } from '../engine/rejections.ts';
import type { DebateState } from '../engine/state.ts';
import type { Target } from '../links/link.ts';
import { hasFullVisibility, isHiddenFrom, type Viewer } from './hidden-content.ts';

/** The viewer that an actor is, as far as it matters for visibility. */
export function viewerOf({ id, role }: Actor): Viewer {
  return { seesAll: role === 'system' || role === 'owner' || role === 'moderator', participantId: id };
}

/** The reason why an operation is rejected that names content its author may not see: for them it does not exist. Null: none. */
export function checkReferencesVisible(
  state: DebateState,
  operation: Operation,
  actor: Actor,
): RejectionCode | null {
  const viewer = viewerOf(actor);
  if (actor.role === 'system' || hasFullVisibility(state, viewer)) return null;
  const named = namedBy(state, operation);
  const names = viewer.seesAll ? [...named, ...moderatorReferences(operation)] : named;
  return names.find(([id]) => isHiddenFrom(state, id, viewer))?.[1] ?? null;
}

/** The ids that an operation refers to, each with the code for a missing one. Ids that the operation creates are not included. */
function namedBy(state: DebateState, operation: Operation): (readonly [id: string, code: RejectionCode])[] {
  switch (operation.type) {
    case 'claim.add':
      return [
        onTarget(operation.target),
        ...(operation.sources ?? []).map(onSource),
        ...(operation.comment === undefined ? [] : [[operation.comment, 'unknown_comment'] as const]),
      ];
    case 'claim.cite':
    case 'claim.uncite':
      return [[operation.claimId, 'unknown_claim'], onSource(operation.sourceId)];
    case 'claim.merge':
      return [operation.claimId, operation.into].map((id) => [id, 'unknown_claim'] as const);
    case 'claim.move':
      return [[operation.claimId, 'unknown_claim'], onTarget(operation.target)];
    case 'link.add':
      return [[operation.from, 'unknown_claim'], onTarget(operation.target)];
    case 'claim.join':
      return [operation.claimId, ...operation.parts].map((id) => [id, 'unknown_claim'] as const);
    case 'comment.add': {
      const { on, replyTo } = operation;
      return replyTo === null ? [onTarget(on)] : [onTarget(on), [replyTo, 'unknown_comment']];
    }
    case 'spotlight.set':
      return operation.on === null ? [] : [[operation.on, 'unknown_claim']];
    default:
      if ('claimId' in operation) return [[operation.claimId, 'unknown_claim']];
      if ('linkId' in operation) return [[operation.linkId, 'unknown_link']];
      if ('sourceId' in operation) return [onSource(operation.sourceId)];
      if (operation.type === 'flag.answer' || operation.type === 'report.make')
        return [[operation.on, 'unknown_target']];
      if (operation.type === 'suggestion.settle' || operation.type === 'suggestion.withdraw')
        return onSuggestion(state, operation.suggestionId);
      if (operation.type === 'content.resubmit')
        return operation.ids.map((id) => [id, 'unknown_target'] as const);
      return 'commentId' in operation ? [[operation.commentId, 'unknown_comment']] : [];
  }
}

/** The ids that only moderators may name: others are not shown whether they exist. */
function moderatorReferences(operation: Operation): (readonly [id: string, code: RejectionCode])[] {
  switch (operation.type) {
    case 'content.hide':
    case 'content.restore':
    case 'content.sendBack':
      return operation.ids.map((id) => [id, 'unknown_target'] as const);
    case 'content.lock':
    case 'content.unlock':
    case 'flag.clear':
      return [[operation.on, 'unknown_target']];
    case 'flag.set': {
      const { on, other } = operation;
      return [[on, 'unknown_target'], ...(other === null ? [] : [[other, 'unknown_claim'] as const])];
    }
    default:
      return [];
  }
}

function onSuggestion(
  { suggestions }: DebateState,
  id: string,
): (readonly [id: string, code: RejectionCode])[] {
  const claimId = suggestions.get(id)?.claimId;
  return claimId === undefined ? [] : [[claimId, 'unknown_suggestion']];
}

function onSource(id: string): readonly [string, RejectionCode] {
  return [id, 'unknown_source'];
}

function onTarget({ kind, id }: Target): readonly [string, RejectionCode] {
  return [id, kind === 'link' ? 'unknown_link' : 'unknown_target'];
}
