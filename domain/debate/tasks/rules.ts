import { namesNothing, neverLocked, type OperationRules } from '../engine/operation-rule.ts';
import { decideTask } from './decide-task.ts';
import type { TASK_OPERATIONS } from './operations.ts';

const rule = { decide: decideTask, refersTo: namesNothing, isLocked: neverLocked };

/** How each of these operations is decided, what it refers to, and which locks block it. */
export const TASK_RULES: OperationRules<keyof typeof TASK_OPERATIONS> = {
  'task.add': rule,
  'task.change': rule,
  'task.remove': rule,
};
