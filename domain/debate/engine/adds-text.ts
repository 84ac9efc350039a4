import type { Operation } from './operations.ts';
import { OPERATIONS } from './registry.ts';

/** True if an operation adds text to the debate, which one that is full does not take. Of the answers to polls some are texts. */
export function addsText(operation: Operation): boolean {
  if (operation.type === 'poll.answer') return typeof operation.choice === 'string';
  return OPERATIONS[operation.type].addsText;
}
