import { namesNothing, neverLocked, type OperationRules } from '../engine/operation-rule.ts';
import { decideSeal } from './decide-text.ts';

/** How each of these operations is decided, what it refers to, and which locks block it. */
export const TEXT_RULES: OperationRules<'text.seal'> = {
  'text.seal': {
    decide: decideSeal,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
};
