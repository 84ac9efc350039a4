import { type OperationRules, referTo } from '../engine/operation-rule.ts';
import { isAddingLocked } from '../locks/locks.ts';
import { decideSteelmanAnswer, decideSteelmanRecord } from './decide-steelman.ts';
import type { STEELMAN_OPERATIONS } from './operations.ts';

/** How each of these operations is decided, what it refers to, and which locks block it. */
export const STEELMAN_RULES: OperationRules<keyof typeof STEELMAN_OPERATIONS> = {
  'steelman.answer': {
    decide: decideSteelmanAnswer,
    refersTo: ({ claimId }) => [referTo.claim(claimId)],
    isLocked: (state, { claimId }) => isAddingLocked(state, { kind: 'claim', id: claimId }),
  },
  'steelman.record': {
    decide: decideSteelmanRecord,
    refersTo: ({ claimId }) => [referTo.claim(claimId)],
    isLocked: (state, { claimId }) => isAddingLocked(state, { kind: 'claim', id: claimId }),
  },
};
