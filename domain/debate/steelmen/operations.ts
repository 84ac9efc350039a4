import { COMMENTERS, MODERATORS, type OperationPolicies } from '../engine/define-operation.ts';

/** The rights and preconditions of each of these operations. */
export const STEELMAN_OPERATIONS = {
  'steelman.answer': {
    roles: COMMENTERS,
    when: 'others',
    activity: null,
    addsText: true,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'hidden',
    cost: 1,
  },
  'steelman.record': {
    roles: MODERATORS,
    when: 'others',
    activity: null,
    addsText: false,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'hidden',
    cost: 1,
  },
} satisfies OperationPolicies;
