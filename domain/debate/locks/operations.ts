import { MODERATORS, type OperationPolicies } from '../engine/define-operation.ts';

/** The rights and preconditions of each of these operations. */
export const LOCK_OPERATIONS = {
  'content.lock': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    addsText: false,
    whenClosed: 'allow',
    inGroup: 'local',
    embargo: 'hidden',
    cost: 1,
  },
  'content.unlock': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    addsText: false,
    whenClosed: 'allow',
    inGroup: 'local',
    embargo: 'hidden',
    cost: 1,
  },
} satisfies OperationPolicies;
