import { isTakenDown } from '../settings/restrictions.ts';
import type { OperationType } from './operations.ts';
import type { Actor } from './permissions.ts';
import type { DebateState } from './state.ts';

/** What people write and vote, and what stands around it: in a debate that is not open nothing of it is taken. */
export const STOPPED_WHEN_CLOSED: readonly OperationType[] = [
  'debate.edit',
  'debate.clear',
  'position.add',
  'position.edit',
  'summary.edit',
  'claim.add',
  'claim.bring',
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
  'content.hold',
  'mark.answer',
  'group.form',
  'group.assign',
  'poll.open',
  'poll.answer',
  'hand.raise',
  'hand.lower',
];

/** Is this a time at which such an operation is not taken from anybody? The server itself may still finish its work. */
export function isBlockedByStatus({ head }: DebateState, type: OperationType, actor: Actor): boolean {
  if (head === null || actor.role === 'system') return false;
  if (isTakenDown(head)) return type !== 'debate.delete';
  return head.life !== 'open' && STOPPED_WHEN_CLOSED.includes(type);
}
