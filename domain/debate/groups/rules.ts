import { namesNothing, neverLocked, type OperationRules, referTo } from '../engine/operation-rule.ts';
import { decideGroup } from './decide-group.ts';
import { decideMarkPromoted, decidePromote } from './decide-promotion.ts';

/** How each of these operations is decided, what it refers to, and which locks block it. */
export const GROUP_RULES: OperationRules<
  'claim.promote' | 'claim.markPromoted' | 'group.form' | 'group.assign' | 'group.setStatus'
> = {
  'claim.promote': {
    decide: decidePromote,
    refersTo: ({ claimId }) => [referTo.claim(claimId)],
    isLocked: neverLocked,
  },
  'claim.markPromoted': {
    decide: decideMarkPromoted,
    refersTo: ({ claimId }) => [referTo.claim(claimId)],
    isLocked: neverLocked,
  },
  'group.form': {
    decide: decideGroup,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'group.assign': {
    decide: decideGroup,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'group.setStatus': {
    decide: decideGroup,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
};
