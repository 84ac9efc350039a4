import { isTakenDown } from '../head/restrictions.ts';
import type { OperationType } from './operations.ts';
import type { Actor } from './permissions.ts';
import { OPERATIONS } from './registry.ts';
import type { DebateState } from './state.ts';

/** True if nobody may run this operation now, because of the debate's status. The server itself may still finish its work. */
export function isBlockedByStatus({ head }: DebateState, type: OperationType, actor: Actor): boolean {
  if (head === null || actor.role === 'system') return false;
  if (isTakenDown(head)) return type !== 'debate.delete';
  return head.status !== 'open' && OPERATIONS[type].whenClosed === 'refuse';
}
