import { COMMENTERS, type OperationPolicies } from '../engine/define-operation.ts';

/** Who may run each of these operations, and when. */
export const VOTE_OPERATIONS = {
  'vote.cast': {
    roles: COMMENTERS,
    when: 'always',
    whenMuted: true,
    activity: 'vote',
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
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
} satisfies OperationPolicies;
