import { MODERATORS, type OperationPolicies } from '../engine/define-operation.ts';

/** The rights and preconditions of each of these operations. */
export const POSITION_OPERATIONS = {
  'position.add': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    addsText: true,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'position.edit': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    addsText: true,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
} satisfies OperationPolicies;
