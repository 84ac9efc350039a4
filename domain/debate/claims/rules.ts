import { type OperationRules, referTo } from '../engine/operation-rule.ts';
import { isAddingLocked, isChangeLocked } from '../locks/locks.ts';
import { decideClaimAdd, decideClaimMove, decideClaimRetraction } from './decide-claim.ts';
import { decideReaction } from './decide-reaction.ts';

/** How each of these operations is decided, what it refers to, and which locks block it. */
export const CLAIM_RULES: OperationRules<
  'claim.add' | 'claim.move' | 'claim.retract' | 'claim.restore' | 'claim.react'
> = {
  'claim.add': {
    decide: decideClaimAdd,
    refersTo: ({ target, sources = [], comment }) => [
      referTo.target(target),
      ...sources.map(referTo.source),
      ...(comment === undefined ? [] : [referTo.comment(comment)]),
    ],
    isLocked: (state, { target }) => isAddingLocked(state, target),
  },
  'claim.move': {
    decide: decideClaimMove,
    refersTo: ({ claimId, target }) => [referTo.claim(claimId), referTo.target(target)],
    isLocked: (state, { claimId, target }) => isChangeLocked(state, claimId) || isAddingLocked(state, target),
  },
  'claim.retract': {
    decide: decideClaimRetraction,
    refersTo: ({ claimId }) => [referTo.claim(claimId)],
    isLocked: (state, { claimId }) => isChangeLocked(state, claimId),
  },
  'claim.restore': {
    decide: decideClaimRetraction,
    refersTo: ({ claimId }) => [referTo.claim(claimId)],
    isLocked: (state, { claimId }) => isChangeLocked(state, claimId),
  },
  'claim.react': {
    decide: decideReaction,
    refersTo: ({ claimId }) => [referTo.claim(claimId)],
    isLocked: (state, { claimId }) => isAddingLocked(state, { kind: 'claim', id: claimId }),
  },
};
