import { namesNothing, neverLocked, type OperationRules } from '../engine/operation-rule.ts';
import { decideConfigure, decideDebate } from './decide-debate.ts';
import { decideStatus } from './decide-status.ts';

/** How each of these operations is decided, what it refers to, and which locks block it. */
export const DEBATE_RULES: OperationRules<
  | 'debate.create'
  | 'debate.edit'
  | 'debate.configure'
  | 'debate.setVisibility'
  | 'debate.setStatus'
  | 'debate.delete'
  | 'debate.restrict'
  | 'debate.clear'
> = {
  'debate.create': {
    decide: decideDebate,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'debate.edit': {
    decide: decideDebate,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'debate.configure': {
    decide: decideConfigure,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'debate.setVisibility': {
    decide: decideStatus,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'debate.setStatus': {
    decide: decideStatus,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'debate.delete': {
    decide: decideStatus,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'debate.restrict': {
    decide: decideStatus,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'debate.clear': {
    decide: decideStatus,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
};
