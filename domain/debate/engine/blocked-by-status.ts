import { isTakenDown } from '../settings/restrictions.ts';
import type { OperationType } from './operations.ts';
import type { Actor } from './permissions.ts';
import type { DebateState } from './state.ts';

/** Contributions, votes and what surrounds them: all rejected in a debate that is not open. */
export const STOPPED_WHEN_CLOSED: readonly OperationType[] = [
  'debate.edit',
  'debate.clear',
  'position.add',
  'position.edit',
  'summary.edit',
  'claim.add',
  'claim.promote',
  'claim.edit',
  'claim.move',
  'claim.retract',
  'claim.restore',
  'claim.merge',
  'claim.unmerge',
  'claim.split',
  'claim.join',
  'claim.cite',
  'claim.uncite',
  'link.add',
  'link.retract',
  'link.restore',
  'link.weigh',
  'source.add',
  'source.edit',
  'article.edit',
  'suggestion.make',
  'suggestion.withdraw',
  'suggestion.settle',
  'vote.cast',
  'vote.withdraw',
  'comment.add',
  'comment.edit',
  'comment.withdraw',
  'comment.restore',
  'comment.resolve',
  'team.choose',
  'content.resubmit',
  'flag.answer',
  'group.form',
  'group.assign',
  'poll.open',
  'poll.answer',
  'hand.raise',
  'hand.lower',
];

/** True if nobody may run this operation now, because of the debate's status. The server itself may still finish its work. */
export function isBlockedByStatus({ head }: DebateState, type: OperationType, actor: Actor): boolean {
  if (head === null || actor.role === 'system') return false;
  if (isTakenDown(head)) return type !== 'debate.delete';
  return head.status !== 'open' && STOPPED_WHEN_CLOSED.includes(type);
}
