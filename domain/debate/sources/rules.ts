import { type OperationRules, referTo } from '../engine/operation-rule.ts';
import { isChangeLocked, isDebateLocked } from '../locks/locks.ts';
import { decideCitation } from './decide-citation.ts';
import { decideSourceAdd } from './decide-source.ts';

/** How each of these operations is decided, what it refers to, and which locks block it. */
export const SOURCE_RULES: OperationRules<'claim.cite' | 'claim.uncite' | 'source.add'> = {
  'claim.cite': {
    decide: decideCitation,
    refersTo: ({ claimId, sourceId }) => [referTo.claim(claimId), referTo.source(sourceId)],
    isLocked: (state, { claimId }) => isChangeLocked(state, claimId),
  },
  'claim.uncite': {
    decide: decideCitation,
    refersTo: ({ claimId, sourceId }) => [referTo.claim(claimId), referTo.source(sourceId)],
    isLocked: (state, { claimId }) => isChangeLocked(state, claimId),
  },
  'source.add': {
    decide: decideSourceAdd,
    refersTo: ({ sourceId }) => [referTo.source(sourceId)],
    isLocked: isDebateLocked,
  },
};
