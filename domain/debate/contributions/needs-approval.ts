import { type Actor, isModerator } from '../engine/permissions.ts';
import type { RejectionCode } from '../engine/rejections.ts';
import type { DebateState } from '../engine/state.ts';
import { claimsBy, commentsBy } from './contributions.ts';

/** True if what this person adds waits for a moderator's approval. */
export function needsApproval(state: DebateState, actor: Actor): boolean {
  const held = state.head?.settings.approval ?? [];
  if (held.some((one) => one === actor.role)) return true;
  return held.includes('newcomer') && !isModerator(actor) && isNewcomer(state, actor.id);
}

/**
 * The reason why this person may not change the words of a claim, a comment or a source: everyone would read them before a moderator does.
 * They may change what is hidden from others: it waits, or was sent back.
 */
export function approvalProblem(state: DebateState, actor: Actor, id: string): RejectionCode | null {
  return !state.hidden.has(id) && needsApproval(state, actor) ? 'approval_needed' : null;
}

/** True if nothing that this person has added is visible to everyone yet. */
function isNewcomer(state: DebateState, id: string): boolean {
  const isShown = (each: string) => !state.hidden.has(each) && !state.embargoed.has(each);
  const claims = [...claimsBy(state, id).keys()];
  if (claims.some((each) => isShown(each) && !state.claims.get(each)?.retracted)) return false;
  return ![...commentsBy(state, id).keys()].some(
    (each) => isShown(each) && !state.comments.get(each)?.withdrawn,
  );
}
