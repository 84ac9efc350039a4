import { namesNothing, neverLocked, type OperationRules } from '../engine/operation-rule.ts';
import { decidePosition } from './decide-position.ts';

/** How each of these operations is decided, what it refers to, and which locks block it. */
export const POSITION_RULES: OperationRules<'position.add' | 'position.edit'> = {
  'position.add': {
    decide: decidePosition,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'position.edit': {
    decide: decidePosition,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
};
