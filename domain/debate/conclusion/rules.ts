import { namesNothing, neverLocked, type OperationRules } from '../engine/operation-rule.ts';
import { isDebateLocked } from '../locks/locks.ts';
import { decideConclusionStatus, decideRecord, decideSign, decideUnsign } from './decide-conclusion.ts';
import type { CONCLUSION_OPERATIONS } from './operations.ts';

/** How each of these operations is decided, what it refers to, and which locks block it. */
export const CONCLUSION_RULES: OperationRules<keyof typeof CONCLUSION_OPERATIONS> = {
  'conclusion.setStatus': { decide: decideConclusionStatus, refersTo: namesNothing, isLocked: neverLocked },
  'conclusion.sign': { decide: decideSign, refersTo: namesNothing, isLocked: isDebateLocked },
  'conclusion.unsign': { decide: decideUnsign, refersTo: namesNothing, isLocked: isDebateLocked },
  'conclusion.record': { decide: decideRecord, refersTo: namesNothing, isLocked: neverLocked },
};
