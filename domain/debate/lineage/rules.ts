import { neverLocked, type OperationRules, referTo } from '../engine/operation-rule.ts';
import { isChangeLocked, isSplitLocked } from '../locks/locks.ts';
import { decideJoin, decideMerge, decideSplit, decideUnmerge } from './decide-lineage.ts';

/** How each of these operations is decided, what it refers to, and which locks block it. */
export const LINEAGE_RULES: OperationRules<'claim.merge' | 'claim.unmerge' | 'claim.split' | 'claim.join'> = {
  'claim.merge': {
    decide: decideMerge,
    refersTo: ({ claimId, into }) => [claimId, into].map(referTo.claim),
    isLocked: neverLocked,
  },
  'claim.unmerge': {
    decide: decideUnmerge,
    refersTo: ({ claimId }) => [referTo.claim(claimId)],
    isLocked: neverLocked,
  },
  'claim.split': {
    decide: decideSplit,
    refersTo: ({ claimId }) => [referTo.claim(claimId)],
    isLocked: (state, { claimId, parts }) =>
      isChangeLocked(state, claimId) || parts.some((part) => isSplitLocked(state, part.claimId)),
  },
  'claim.join': {
    decide: decideJoin,
    refersTo: ({ claimId, parts }) => [claimId, ...parts].map(referTo.claim),
    isLocked: (state, { claimId, parts }) => [claimId, ...parts].some((id) => isChangeLocked(state, id)),
  },
};
