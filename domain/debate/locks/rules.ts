import { namesNothing, neverLocked, type OperationRules, referTo } from '../engine/operation-rule.ts';
import { decideLock } from './decide-lock.ts';

/** How each of these operations is decided, what it refers to, and which locks block it. */
export const LOCK_RULES: OperationRules<'content.lock' | 'content.unlock'> = {
  'content.lock': {
    decide: decideLock,
    refersTo: namesNothing,
    moderatorsReferTo: ({ on }) => [referTo.content(on)],
    isLocked: neverLocked,
  },
  'content.unlock': {
    decide: decideLock,
    refersTo: namesNothing,
    moderatorsReferTo: ({ on }) => [referTo.content(on)],
    isLocked: neverLocked,
  },
};
