import { type OperationRules, referTo } from '../engine/operation-rule.ts';
import { isAddingLocked } from '../locks/locks.ts';
import { decideVote } from './decide-vote.ts';
import { countedVote } from './vote-count.ts';

/** How each of these operations is decided, what it refers to, and which locks block it. */
export const VOTE_RULES: OperationRules<'vote.cast' | 'vote.withdraw'> = {
  'vote.cast': {
    decide: decideVote,
    refersTo: ({ claimId }) => [referTo.claim(claimId)],
    isLocked: (state, { claimId }) => isAddingLocked(state, { kind: 'claim', id: claimId }),
  },
  'vote.withdraw': {
    decide: decideVote,
    refersTo: ({ claimId }) => [referTo.claim(claimId)],
    isLocked: (state, { claimId }, participantId) =>
      isAddingLocked(state, { kind: 'claim', id: countedVote(state, claimId, participantId)?.on ?? claimId }),
  },
};
