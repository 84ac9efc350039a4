import { COMMENTERS, type OperationPolicies } from '../engine/define-operation.ts';

/** The rights and preconditions of each of these operations. */
export const VOTE_OPERATIONS = {
  'vote.cast': {
    roles: COMMENTERS,
    when: 'always',
    whenMuted: true,
    activity: 'vote',
    addsText: false,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'vote.withdraw': {
    roles: COMMENTERS,
    when: 'always',
    whenMuted: true,
    activity: 'vote',
    addsText: false,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
} satisfies OperationPolicies;
